import * as v from "valibot";
import { readTypedData } from "../../core/approval/meaning/typed-data.ts";
import { WeirError } from "../../core/errors/index.ts";
import { parseBounded } from "../json-bounds.ts";
import { requirePermitted, siteMethod } from "../method.ts";
import { withAccount } from "./site-message.ts";

const data = v.object({
  types: v.unknown(),
  primaryType: v.unknown(),
  domain: v.unknown(),
  message: v.unknown(),
});

/** Typed data as JSON text or as the object itself; to be signed is what the four parts of it say, and nothing beside them. */
function typedDataJson(given: unknown): string {
  const parsed = v.safeParse(data, typeof given === "string" ? parseBounded(given) : given);
  if (!parsed.success) throw new WeirError("site/params-invalid", { detail: "typed data" });
  const json = JSON.stringify(parsed.output);
  try {
    readTypedData(json);
  } catch (cause) {
    // What is wrong with it names the site's own types, which never come back.
    throw new WeirError("site/params-invalid", { detail: "typed data" }, { cause });
  }
  return json;
}

/** EIP-712, with [account, typed data]. Whether its network is the site's is for the rules to say. */
export const ethSignTypedDataV4 = siteMethod(
  "eth_signTypedData_v4",
  v.tuple([v.unknown(), v.unknown()]),
  (call, params) => {
    const given = withAccount(params, "account-first");
    if (!given) throw new WeirError("site/params-invalid", { detail: "at 0" });
    const from = requirePermitted(call, given.account);
    return { ask: { kind: "typed-data", from, json: typedDataJson(given.content) } };
  },
  // Reading it costs something, also when it is refused.
  { asks: "typed-data", limited: true },
);
