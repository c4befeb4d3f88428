import * as v from "valibot";
import { WeirError } from "../../core/errors/index.ts";
import { requirePermitted, siteMethod } from "../method.ts";
import { messageBytes, withAccount } from "./site-message.ts";

/** EIP-191 version 0x45, with [data, account]. What else comes (a password, in old clients) is not looked at. */
export const personalSign = siteMethod("personal_sign", v.tuple([v.string(), v.string()]), (call, params) => {
  const given = withAccount(params, "account-last");
  if (!given) throw new WeirError("site/params-invalid", { detail: "at 1" });
  const from = requirePermitted(call, given.account);
  return { ask: { kind: "message", from, bytes: messageBytes(given.content) } };
});
