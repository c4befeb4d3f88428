import * as v from "valibot";
import { AuditEntry } from "../../core/audit/audit.ts";
import { Settings } from "../../core/settings/settings.ts";
import { chainId, errorReport } from "../../core/wire/schemas.ts";
import { command } from "./command.ts";

const done = v.strictObject({});

export const settingsCommands = {
  "settings.set": command(
    v.strictObject({ patch: v.partial(v.omit(Settings, ["version", "endpoints", "networks"])) }),
    Settings,
  ),
  /** Checks scheme, chain id and an answer; block number and milliseconds when good. */
  "endpoints.test": command(
    v.strictObject({ chainId, url: v.pipe(v.string(), v.maxLength(2000)) }),
    v.union([
      v.strictObject({ ok: v.literal(true), blockNumber: v.number(), milliseconds: v.number() }),
      v.strictObject({ ok: v.literal(false), error: errorReport }),
    ]),
  ),
  /** The whole ordered list of a network. */
  "endpoints.set": command(
    v.strictObject({ chainId, urls: v.pipe(v.array(v.string()), v.minLength(1)) }),
    Settings,
  ),
  "audit.list": command(
    v.strictObject({ before: v.optional(v.number()), limit: v.number() }),
    v.strictObject({ entries: v.array(AuditEntry), total: v.number(), intact: v.boolean() }),
  ),
  "audit.export": command(v.strictObject({}), v.strictObject({ json: v.string() })),
  /** The worker answers; pages use it to see that it lives. */
  "worker.ping": command(v.strictObject({}), done),
};
