import * as v from "valibot";
import { SiteRequest } from "../../core/site/site.ts";
import { address, recordId } from "../../core/wire/schemas.ts";
import { command } from "./command.ts";

const done = v.strictObject({});

export const siteCommands = {
  "sites.request": command(v.strictObject({ id: recordId }), SiteRequest),
  "sites.approveConnect": command(
    v.strictObject({ id: recordId, accounts: v.pipe(v.array(address), v.minLength(1)) }),
    done,
  ),
  "sites.reject": command(v.strictObject({ id: recordId }), done),
  "sites.disconnect": command(v.strictObject({ origin: v.string() }), done),
};
