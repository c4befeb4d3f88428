import type { Address } from "../../account/account.ts";
import type { Calldata } from "./calldata.ts";
import { type CallReader, meaningBy, readersOf } from "./layout.ts";
import type { InnerCall, Reading } from "./reading.ts";

const form = "permit2-allowance";
const details = "token0 capped1 expiration2 nonce3";
const owned = (owner: Address | undefined) => (owner === undefined ? {} : { owner });

/** PermitSingle (six words: details, spender, sigDeadline) at `at`. */
export function readPermitSingle(
  args: Calldata,
  at: number,
  owner: Address | undefined,
  call: InnerCall,
  reading: Reading,
): void {
  const rest = { spender: args.address(at + 128), signatureUntil: args.uint(at + 160), ...owned(owner) };
  reading.add(call, { ...meaningBy(form, details, args, at, call), ...rest });
}

/** PermitBatch (details[], spender, sigDeadline), whose offset stands at `at`. */
export function readPermitBatch(
  args: Calldata,
  at: number,
  owner: Address | undefined,
  call: InnerCall,
  reading: Reading,
): void {
  const batch = args.follow(0, at);
  const rest = { spender: args.address(batch + 32), signatureUntil: args.uint(batch + 64), ...owned(owner) };
  reading.each(call, args.array(batch, batch, 4).places, (place) =>
    reading.add(call, { ...meaningBy(form, details, args, place, call), ...rest }),
  );
}

/** A list of `words` words each, whose offset stands first among the arguments. */
const listOf =
  (as: typeof form | "transfer", words: number, fields: string): CallReader =>
  (args, call, reading) =>
    reading.each(call, args.array(0, 0, words).places, (place) =>
      reading.add(call, meaningBy(as, fields, args, place, call)),
    );

const transferFields = "from0 to1 capped2 token3";

/** AllowanceTransferDetails[] (from, to, amount, token). */
export const readTransferBatch = listOf("transfer", 4, transferFields);

/** permitTransferFrom over TokenPermissions[] and SignatureTransferDetails[], which pair up; the owner is the third word. */
const signatureTransferBatch: CallReader = (args, call, reading) => {
  const permitted = args.follow(0, 0);
  const tokens = args.array(permitted, permitted, 2);
  const transfers = args.array(0, 32, 2);
  if (tokens.count !== transfers.count) throw new RangeError("calldata");
  const rest = { from: args.address(64), until: args.uint(permitted + 64) };
  reading.each(call, transfers.places, (place, index) => {
    const token = args.address(tokens.places[index] ?? 0);
    reading.add(call, { ...meaningBy("transfer", "to0 amount1", args, place, call), ...rest, token });
  });
};

/**
 * Permit2's calls by selector (IAllowanceTransfer, ISignatureTransfer); the test beside holds each against its signature. They
 * mean this at Permit2's address alone.
 */
export const permit2Calls = new Map<string, CallReader>([
  ...readersOf([
    // approve, transferFrom
    [form, "87517c45", "token0 spender1 capped2 expiration3"],
    ["transfer", "36c78516", transferFields],
    // permitTransferFrom, permitWitnessTransferFrom: token, amount, nonce, deadline, to, amount asked for, owner
    ["transfer", "30f28b7a 137c29fe", "token0 until3 to4 amount5 from6"],
  ]),
  // permit of one, of several
  ["2b67b570", (args, call, reading) => readPermitSingle(args, 32, args.address(0), call, reading)],
  ["2a2d80d1", (args, call, reading) => readPermitBatch(args, 32, args.address(0), call, reading)],
  ["0d58b1db", readTransferBatch],
  ["edd9444b", signatureTransferBatch],
  ["fe8ec1a7", signatureTransferBatch],
  // lockdown: rights taken away
  ["cc53287f", listOf(form, 2, "token0 spender1 none")],
]);
