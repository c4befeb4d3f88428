import type { Calldata } from "./calldata.ts";
import type { ApprovalMeaning, TransferMeaning } from "./meaning.ts";
import type { InnerCall, Reading } from "./reading.ts";

/** Reads the arguments of one kind of call into what they mean. */
export type CallReader = (args: Calldata, call: InnerCall, reading: Reading) => void;

/** An amount without an end: all of it, for ever. */
export const unlimited = 2n ** 256n - 1n;

type Rights = ApprovalMeaning | TransferMeaning;

/**
 * The meaning whose parts stand in the words of `fields`, counted from `at`: "spender0 amount1". Besides the names of a
 * meaning's own parts: less (an amount taken off), allowed (all or nothing), expiry (nought is none), capped and expiration
 * (Permit2's uint160 and uint48); without a word: all, none, one (amounts), self (the contract called is the spender).
 */
export function meaningBy(
  form: ApprovalMeaning["form"] | "transfer",
  fields: string,
  args: Calldata,
  at: number,
  call: InnerCall,
): Rights {
  const parts: Record<string, unknown> = { token: call.to };
  for (const field of fields.split(" ")) {
    const [, name = "", word] = /^([a-z]+)(\d*)$/i.exec(field) ?? [];
    const place = at + Number(word) * 32;
    const number = word ? args.uint(place) : 0n;
    if (name === "all") parts.amount = unlimited;
    else if (name === "none") parts.amount = 0n;
    else if (name === "one") parts.amount = 1n;
    else if (name === "self") parts.spender = call.self;
    else if (name === "less") parts.amount = -number;
    else if (name === "allowed") parts.amount = number === 0n ? 0n : unlimited;
    else if (name === "capped") parts.amount = BigInt.asUintN(160, number);
    else if (name === "expiration") parts.until = BigInt.asUintN(48, number);
    else if (name !== "expiry")
      parts[name] = /^(?:amount|until|nonce|id)$/.test(name) ? number : args.address(place);
    else if (number !== 0n) parts.until = number;
  }
  const kind = form === "transfer" ? { kind: form } : { kind: "approval", form };
  return { ...kind, ...parts } as unknown as Rights;
}

/** Readers by selector for rows of a form, the selectors that share it, and where the parts stand. */
export function readersOf(
  rows: readonly (readonly [form: ApprovalMeaning["form"] | "transfer", selectors: string, fields: string])[],
): [string, CallReader][] {
  return rows.flatMap(([form, selectors, fields]) =>
    selectors
      .split(" ")
      .map((selector): [string, CallReader] => [
        selector,
        (args, call, reading) => reading.add(call, meaningBy(form, fields, args, 0, call)),
      ]),
  );
}
