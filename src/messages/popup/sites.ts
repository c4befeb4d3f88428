import * as v from "valibot";
import { SiteRequest } from "../../core/site/site.ts";
import { address, chainId, recordId, unixSeconds } from "../../core/wire/schemas.ts";
import { command } from "./command.ts";

/** `entries`: blocked domains. `updatedAt` absent: the list that came with the extension, of `version`. */
const PhishingStatus = v.strictObject({
  version: v.string(),
  entries: v.number(),
  updatedAt: v.optional(unixSeconds),
});

const done = v.strictObject({});

export const siteCommands = {
  "sites.request": command(v.strictObject({ id: recordId }), SiteRequest),
  "sites.approveConnect": command(
    v.strictObject({
      id: recordId,
      accounts: v.pipe(v.array(address), v.minLength(1)),
      /** Networks the site may be on; absent: all that the wallet has. */
      chainIds: v.optional(v.pipe(v.array(chainId), v.minLength(1))),
      /** When the connection ends; absent: after the days in the settings. */
      expiresAt: v.optional(unixSeconds),
    }),
    done,
  ),
  /** Says yes to what becomes no operation: a network, a switch of network, a token. Rejects as a look at the request does. */
  "sites.approve": command(v.strictObject({ id: recordId }), done),
  "sites.reject": command(v.strictObject({ id: recordId }), done),
  "sites.disconnect": command(v.strictObject({ origin: v.string() }), done),
  /** Changes what a connected site has; what is left out stays. */
  "sites.setGrant": command(
    v.strictObject({
      origin: v.string(),
      accounts: v.optional(v.pipe(v.array(address), v.minLength(1))),
      chainIds: v.optional(v.pipe(v.array(chainId), v.minLength(1))),
      expiresAt: v.optional(unixSeconds),
    }),
    done,
  ),
  /** Serves a suspended site again and counts anew. */
  "sites.resume": command(v.strictObject({ origin: v.string() }), done),
  /** The networks that the person added: remove one, with its endpoints. */
  "networks.remove": command(v.strictObject({ chainId }), done),
  "assets.remove": command(v.strictObject({ chainId, token: address }), done),
  /** Reads a newer list of phishing sites from the address in the settings. */
  "phishing.update": command(v.strictObject({}), PhishingStatus),
  "phishing.status": command(v.strictObject({}), PhishingStatus),
};
