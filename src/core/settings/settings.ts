import * as v from "valibot";
import { chains } from "../chain/chains.ts";
import { chainId, shortText, unixSeconds } from "../wire/schemas.ts";

/** The list that MetaMask and others share (github MetaMask/eth-phishing-detect, src/config.json). */
const phishingListDefault =
  "https://raw.githubusercontent.com/MetaMask/eth-phishing-detect/main/src/config.json";

export const languages = ["en", "de"] as const;

/** A network beyond the wallet's own, added by the person (often at a site's proposal). Its endpoints are in `endpoints`. */
export const AddedNetwork = v.object({
  chainId,
  name: shortText,
  native: v.object({ name: shortText, symbol: v.pipe(v.string(), v.maxLength(16)), decimals: v.literal(18) }),
  explorer: v.optional(v.string()),
  /** Multicall3 is deployed there. */
  multicall: v.boolean(),
  blockSeconds: v.pipe(v.number(), v.minValue(1)),
  addedAt: unixSeconds,
  /** The site that proposed it. */
  proposedBy: v.optional(v.string()),
});
export type AddedNetwork = v.InferOutput<typeof AddedNetwork>;

const days = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));

/** Preferences: nothing secret. Stored as one record under `settings`. */
export const Settings = v.object({
  version: v.literal(1),
  language: v.picklist(["auto", ...languages]),
  theme: v.picklist(["system", "light", "dark"]),
  autoLockMinutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(24 * 60)),
  /** Tell when a redemption becomes claimable; the one alarm that asks the network while closed. */
  notifyClaimable: v.boolean(),
  /** Show US dollar values from on-chain feeds. */
  fiat: v.boolean(),
  /** Endpoint URLs by chain id, in order of use. */
  endpoints: v.record(v.string(), v.pipe(v.array(v.string()), v.minLength(1))),
  networks: v.optional(v.array(AddedNetwork), []),
  /** Days after which a site's connection ends, and days without use after which it does. */
  sessionDays: v.optional(days(365), 30),
  sessionIdleDays: v.optional(days(365), 7),
  /** Days after which the wallet offers to end an allowance. */
  leaseDays: v.optional(days(365), 7),
  /** Seconds for which a page's message is good. */
  messageSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(30), v.maxValue(120)), 60),
  /** eth_signTransaction: off unless somebody needs it. */
  signOnly: v.optional(v.boolean(), false),
  /** Where Weir also stands as window.ethereum. */
  defaultWallet: v.optional(
    v.object({ everywhere: v.boolean(), origins: v.pipe(v.array(v.string()), v.maxLength(200)) }),
    { everywhere: false, origins: [] },
  ),
  /** Where a newer list of phishing sites is read from, on request. */
  phishingListUrl: v.optional(v.pipe(v.string(), v.maxLength(2000)), phishingListDefault),
  /** Tell when leases of allowances end. */
  notifyLeases: v.optional(v.boolean(), true),
});
export type Settings = v.InferOutput<typeof Settings>;

/** What a new installation starts with. `endpointOverride` presets loopback endpoints in the demo's build. */
export function defaultSettings(endpointOverride?: readonly string[]): Settings {
  return {
    version: 1,
    language: "auto",
    theme: "system",
    autoLockMinutes: 15,
    notifyClaimable: false,
    fiat: false,
    networks: [],
    sessionDays: 30,
    sessionIdleDays: 7,
    leaseDays: 7,
    messageSeconds: 60,
    signOnly: false,
    defaultWallet: { everywhere: false, origins: [] },
    phishingListUrl: phishingListDefault,
    notifyLeases: true,
    endpoints: Object.fromEntries(
      chains.map((chain) => [String(chain.chainId), [...(endpointOverride ?? chain.defaultEndpoints)]]),
    ),
  };
}
