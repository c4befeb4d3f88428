import * as v from "valibot";
import { chains } from "../chain/chains.ts";

export const languages = ["en", "de"] as const;

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
    endpoints: Object.fromEntries(
      chains.map((chain) => [String(chain.chainId), [...(endpointOverride ?? chain.defaultEndpoints)]]),
    ),
  };
}
