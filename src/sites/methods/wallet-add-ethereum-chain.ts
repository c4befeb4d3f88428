import * as v from "valibot";
import { parseEndpoint } from "../../core/chain/endpoint-url.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { ProposedChain } from "../../core/site/site.ts";
import { requireConnected, siteMethod } from "../method.ts";
import { foreignText } from "./foreign-text.ts";
import { quantityNumber } from "./quantities.ts";
import { switchTo } from "./wallet-switch-ethereum-chain.ts";

const url = v.pipe(v.string(), v.maxLength(2000));

const proposal = v.object({
  chainId: v.pipe(quantityNumber, v.minValue(1)),
  chainName: v.pipe(v.string(), v.maxLength(500)),
  nativeCurrency: v.object({
    name: v.nullish(v.pipe(v.string(), v.maxLength(500))),
    symbol: v.pipe(v.string(), v.maxLength(500)),
    decimals: v.literal(18),
  }),
  rpcUrls: v.pipe(v.array(url), v.minLength(1), v.maxLength(10)),
  blockExplorerUrls: v.nullish(v.pipe(v.array(url), v.maxLength(10))),
});

const loopback = /^http:|^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(?=[:/?]|$)/;

/**
 * Endpoints in their stored form: https, or http on this computer. Those of this computer are for its own pages alone,
 * else any site could learn by the answer what runs here.
 */
function endpoints(urls: readonly string[], origin: string): string[] {
  const usable = urls.flatMap((text) => {
    try {
      const parsed = parseEndpoint(text);
      return loopback.test(parsed) && !loopback.test(origin) ? [] : [parsed];
    } catch {
      // wss: and placeholders stand beside good ones in many lists of networks.
      return [];
    }
  });
  if (usable.length === 0) throw new WeirError("site/params-invalid", { detail: "at rpcUrls" });
  return [...new Set(usable)];
}

const explorers = (urls: readonly string[]): string[] =>
  urls.filter((text) => URL.canParse(text) && new URL(text).protocol === "https:").slice(0, 1);

function named(text: string, longest: number, field: string): string {
  const clean = foreignText(text, longest);
  if (clean === "") throw new WeirError("site/params-invalid", { detail: `at ${field}` });
  return clean;
}

/** EIP-3085. A network that the wallet has already is a switch; another is tried out first and then shown. */
export const walletAddEthereumChain = siteMethod(
  "wallet_addEthereumChain",
  v.tuple([proposal]),
  async (call, [asked]) => {
    requireConnected(call);
    const { chainId, chainName, nativeCurrency, rpcUrls, blockExplorerUrls } = asked;
    const known = await call.wallet.networks();
    if (known.some((chain) => chain.chainId === chainId)) return switchTo(call, chainId);
    const symbol = named(nativeCurrency.symbol, 16, "symbol");
    const chain: ProposedChain = {
      chainId,
      name: named(chainName, 60, "chainName"),
      native: { name: foreignText(nativeCurrency.name ?? symbol, 60) || symbol, symbol, decimals: 18 },
      rpcUrls: endpoints(rpcUrls, call.origin),
      explorerUrls: explorers(blockExplorerUrls ?? []),
    };
    const remarks = await call.wallet.checkChain(chain);
    return { ask: { kind: "add-chain", chain }, remarks };
  },
  { limited: "rarely", asks: "add-chain" },
);
