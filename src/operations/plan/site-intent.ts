import type { OperationAsk } from "../../core/site/site.ts";
import type { SiteIntent } from "../../core/staking/intent.ts";

/** What a site asks, as the intent of an operation. */
export function siteIntent(origin: string, requestId: string, ask: OperationAsk): SiteIntent {
  const asked = { origin, requestId };
  switch (ask.kind) {
    case "transaction": {
      const { to, data, value, gas, signOnly } = ask;
      return { kind: "site-transaction", ...asked, to, data, value, gas, signOnly };
    }
    case "calls":
      return { kind: "site-calls", ...asked, bundleId: ask.bundleId, calls: ask.calls };
    case "message":
      return { kind: "site-message", ...asked, bytes: ask.bytes };
    case "typed-data":
      return { kind: "site-typed-data", ...asked, json: ask.json };
    case "lst-approval": {
      const { token, spender, amount, until, purpose } = ask;
      return { kind: "site-approval", ...asked, token, spender, amount, until, purpose };
    }
  }
}
