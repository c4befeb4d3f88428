import { networksOf } from "../core/chain/networks.ts";
import { wellKnown } from "../core/chain/well-known.ts";
import { WeirError } from "../core/errors/index.ts";
import { skeleton } from "../core/phishing/skeleton.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { ProposedChain } from "../core/site/site.ts";
import type { Remark } from "../core/staking/plan.ts";

/** How a name reads: small letters, and nothing but letters and digits. */
const reading = (name: string): string => skeleton(name.toLowerCase()).replace(/[^\p{L}\p{N}]/gu, "");

const note = (level: Remark["level"], key: string, params: Remark["words"]["params"]): Remark => ({
  level,
  words: { key: `remark.${key}`, params },
});

/**
 * What is to be said of a proposed network's names beside those that are known. Throws site/chain-clash when the id or
 * the name is another network's: then nobody is asked.
 */
export function remarksOnNames(chain: ProposedChain, settings: Pick<Settings, "networks">): Remark[] {
  const { chainId, name, native } = chain;
  const mine = networksOf(settings).map((one) => ({
    chainId: one.chainId,
    names: [one.name],
    symbols: [one.native.symbol],
  }));
  if (mine.some((one) => one.chainId === chainId)) throw new WeirError("site/chain-clash", { chainId });
  const others = [...mine, ...wellKnown].filter((one) => one.chainId !== chainId);
  const read = reading(name);
  if (read === "" || others.some(({ names }) => names.some((known) => reading(known) === read))) {
    throw new WeirError("site/chain-clash", { chainId });
  }
  const remarks: Remark[] = [];
  const itself = wellKnown.find((one) => one.chainId === chainId);
  const known = itself?.names[0];
  if (itself && known !== undefined && !itself.names.some((each) => reading(each) === read)) {
    remarks.push(note("warn", "network-id-known", { chainId, known, name }));
  }
  const coin = native.symbol.toLowerCase();
  if (itself?.symbols.some((symbol) => symbol.toLowerCase() === coin) !== true) {
    for (const { symbols, names } of [...mine, ...wellKnown]) {
      const alike = symbols.find((symbol) => reading(symbol) === reading(native.symbol));
      if (alike === undefined) continue;
      const same = alike === native.symbol;
      remarks.push(
        same
          ? note("note", "network-symbol-known", { symbol: native.symbol, known: names[0] ?? alike })
          : note("warn", "network-symbol-alike", { symbol: native.symbol, known: alike }),
      );
      break;
    }
  }
  if (!itself) remarks.push(note("warn", "network-unknown", {}));
  return remarks;
}
