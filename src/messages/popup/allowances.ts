import * as v from "valibot";
import { chainId, unixSeconds } from "../../core/wire/schemas.ts";
import { command } from "./command.ts";

const done = v.strictObject({});

export const allowanceCommands = {
  /** Begins or goes on with reading a network's allowances; resolves at once, progress and result are in the record. */
  "allowances.scan": command(v.strictObject({ chainId }), done),
  /** Stops reading; what was read stays. */
  "allowances.stop": command(v.strictObject({ chainId }), done),
  /** Gives an allowance another end, or one that had none. */
  "leases.set": command(
    v.strictObject({ key: v.pipe(v.string(), v.maxLength(300)), until: unixSeconds }),
    done,
  ),
};
