import * as v from "valibot";
import { feeLevelNames, Operation } from "../../core/operation/operation.ts";
import { Intent } from "../../core/staking/intent.ts";
import { baseUnits, chainId, recordId, unixSeconds } from "../../core/wire/schemas.ts";
import { command } from "./command.ts";

const id = v.strictObject({ id: recordId });
const done = v.strictObject({});

export const operationCommands = {
  /** Plans and stores an operation; its preview (fees, simulation) arrives in the record, see storage. */
  "operations.plan": command(v.strictObject({ chainId, accountId: recordId, intent: Intent }), Operation),
  /** Makes the preview anew (other block, other fees). Resolves when it is written. */
  "operations.preview": command(id, Operation),
  /** For a site's approval: sets the spend limit that will be signed. Makes a new preview. */
  "operations.setSpendLimit": command(
    v.strictObject({
      id: recordId,
      amount: baseUnits,
      /** Which of several calls; absent: the one approval there is. */
      step: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    }),
    Operation,
  ),
  /** Sets when what is granted is to end. Where the end is part of what is signed, a new preview is made. */
  "operations.setEnd": command(v.strictObject({ id: recordId, until: unixSeconds }), Operation),
  /** Approves what the preview with this block shows. Resolves when the first transaction is broadcast or has failed. */
  "operations.approve": command(
    v.strictObject({
      id: recordId,
      feeLevel: v.picklist(feeLevelNames),
      previewMadeAt: v.number(),
      /** SHA-256 (hex) of approvedText of the record that was shown: what is signed is what was on the screen. */
      seen: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
    }),
    Operation,
  ),
  "operations.reject": command(id, done),
  /** Replaces the waiting transaction by the same with higher fees (≥ 10 % up), or by an empty one to oneself. */
  "operations.speedUp": command(id, Operation),
  "operations.cancel": command(id, Operation),
};
