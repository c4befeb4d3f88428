import * as v from "valibot";
import { WeirError } from "../../core/errors/index.ts";
import { requireConnected, siteMethod } from "../method.ts";
import { foreignText } from "./foreign-text.ts";
import { checksummed } from "./site-transaction.ts";

const decimals = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(77));

const wish = v.object({
  type: v.pipe(v.string(), v.maxLength(40)),
  options: v.object({
    address: checksummed,
    symbol: v.nullish(v.pipe(v.string(), v.maxLength(500))),
    /** Some sites write the number as text. */
    decimals: v.nullish(
      v.union([decimals, v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number), decimals)]),
    ),
  }),
});

/** EIP-747, for ERC-20 alone. What the token is called and how it is counted is the contract's word, not the site's. */
export const walletWatchAsset = siteMethod(
  "wallet_watchAsset",
  v.union([
    wish,
    v.pipe(
      v.tuple([wish]),
      v.transform(([only]) => only),
    ),
  ]),
  async (call, { type, options }) => {
    requireConnected(call);
    if (type !== "ERC20")
      throw new WeirError("site/asset-refused", { reason: "Only ERC20 tokens can be watched." });
    const found = await call.wallet.lookUpToken(call.chainId, options.address);
    if (!found)
      throw new WeirError("site/asset-refused", { reason: "There is no ERC-20 token at this address." });
    const { asset, remarks } = found;
    const symbol = options.symbol ? foreignText(options.symbol, 60) : undefined;
    const differ = [
      ...(symbol !== undefined && symbol !== asset.symbol
        ? [{ key: "remark.token-symbol-differs", params: { claimed: symbol, symbol: asset.symbol } }]
        : []),
      ...(typeof options.decimals === "number" && options.decimals !== asset.decimals
        ? [
            {
              key: "remark.token-decimals-differ",
              params: { claimed: options.decimals, decimals: asset.decimals },
            },
          ]
        : []),
    ];
    return {
      ask: {
        kind: "watch-asset",
        token: options.address,
        symbol: asset.symbol,
        decimals: asset.decimals,
        claimed: {
          ...(symbol === undefined ? {} : { symbol }),
          ...(typeof options.decimals === "number" ? { decimals: options.decimals } : {}),
        },
      },
      remarks: [...remarks, ...differ.map((words) => ({ level: "warn" as const, words }))],
    };
  },
  { limited: "rarely", asks: "watch-asset" },
);
