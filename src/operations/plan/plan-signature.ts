import type { Hex } from "../../core/account/account.ts";
import { readTypedData } from "../../core/approval/meaning/typed-data.ts";
import type { Plan } from "../../core/staking/plan.ts";

/** Longest name of a type that a sentence shows. */
const longestType = 40;

/** The plan of signing a site's message: no network, no checks of the chain. */
export function planMessage(bytes: Hex, origin: string): Plan {
  const words = { key: "step.sign-message", params: { origin } };
  return { steps: [{ kind: "message", bytes, words }], effects: [], remarks: [] };
}

/** The plan of signing a site's typed data. Throws site/params-invalid when it is none. */
export function planTypedData(json: string, origin: string): Plan {
  const type = readTypedData(json).primaryType.slice(0, longestType);
  const words = { key: "step.sign-typed-data", params: { type, origin } };
  return { steps: [{ kind: "typed-data", json, words }], effects: [], remarks: [] };
}
