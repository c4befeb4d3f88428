import type { Address } from "../../account/account.ts";
import { Calldata } from "./calldata.ts";
import type { InnerCall, Reading } from "./reading.ts";

/** Goes on with a call that lies in another. `value` in wei. */
export type ReadOn = (call: InnerCall, value: bigint) => void;

/** Reads the calls that lie in a call. */
export type BatchReader = (args: Calldata, call: InnerCall, reading: Reading, readOn: ReadOn) => void;

const word = (index: number): number => index * 32;

/** A call that the contract at `call.self` makes itself. */
function onwards(call: InnerCall, to: Address, digits: string): InnerCall {
  return { to, digits, depth: call.depth + 1, by: call.self, self: to };
}

/** multicall(…, bytes[]): the contract calls itself as the same caller. */
const selfCalls =
  (head: number): BatchReader =>
  (args, call, reading, readOn) => {
    const { start, places } = args.array(0, word(head), 1);
    reading.each(call, places, (place) => {
      readOn({ ...call, digits: args.bytes(start, place), depth: call.depth + 1 }, 0n);
    });
  };

/** An array of (target, …, bytes) with the bytes' offset at word `data` and the value at word `value`. */
const tupleCalls =
  (head: number, data: number, value?: number): BatchReader =>
  (args, call, reading, readOn) => {
    const { start, places } = args.array(0, word(head), 1);
    reading.each(call, places, (place) => {
      const tuple = args.follow(start, place);
      const inner = onwards(call, args.address(tuple), args.bytes(tuple, tuple + word(data)));
      readOn(inner, value === undefined ? 0n : args.uint(tuple + word(value)));
    });
  };

/** execute(target, value, data) of smart accounts. */
const oneCall: BatchReader = (args, call, _, readOn) =>
  readOn(onwards(call, args.address(0), args.bytes(0, word(2))), args.uint(word(1)));

/** executeBatch(targets, [values,] datas): arrays side by side; no values at all are noughts. */
const sideBySide =
  (withValues: boolean): BatchReader =>
  (args, call, reading, readOn) => {
    const targets = args.array(0, 0, 1);
    const values = withValues ? args.array(0, word(1), 1) : { count: 0, places: [] };
    const datas = args.array(0, word(withValues ? 2 : 1), 1);
    const fits = targets.count === datas.count && (values.count === 0 || values.count === targets.count);
    if (!fits) throw new RangeError("calldata");
    reading.each(call, datas.places, (place, index) => {
      const value = values.places[index];
      readOn(
        onwards(call, args.address(targets.places[index] ?? 0), args.bytes(datas.start, place)),
        value === undefined ? 0n : args.uint(value),
      );
    });
  };

/** One operation of a Safe: 0 is a call, 1 runs another's code as the Safe, which is known of batches alone. */
function safeOperation(
  call: InnerCall,
  operation: bigint,
  to: Address,
  digits: string,
  value: bigint,
  reading: Reading,
  readOn: ReadOn,
): void {
  const inner = onwards(call, to, digits);
  if (operation === 0n) readOn(inner, value);
  else if (operation === 1n) readOn({ ...inner, self: call.self }, 0n);
  else reading.unknown(inner);
}

/** multiSend(bytes) of Safe: operation (1 byte), to (20), value (32), length (32) and data, one behind the other. */
const multiSend: BatchReader = (args, call, reading, readOn) => {
  const packed = new Calldata(args.bytes(0, 0));
  for (let at = 0; at < packed.size; ) {
    if (!reading.admits(call)) return;
    const length = packed.uint(at + 53);
    if (at + 85 > packed.size || length > BigInt(packed.size - at - 85)) throw new RangeError("calldata");
    const digits = packed.slice(at + 85, Number(length));
    const operation = BigInt(`0x${packed.slice(at, 1)}`);
    safeOperation(
      call,
      operation,
      packed.packedAddress(at + 1),
      digits,
      packed.uint(at + 21),
      reading,
      readOn,
    );
    at += 85 + Number(length);
  }
};

/** execTransaction(to, value, data, operation, …) of Safe. */
const execTransaction: BatchReader = (args, call, reading, readOn) =>
  safeOperation(
    call,
    args.uint(word(3)),
    args.address(0),
    args.bytes(0, word(2)),
    args.uint(word(1)),
    reading,
    readOn,
  );

/** execute(mode, data) of ERC-7579 and ERC-7821: the mode's first byte tells one call (packed) from a batch. */
const modeCall: BatchReader = (args, call, reading, readOn) => {
  const mode = args.slice(0, 1);
  const data = new Calldata(args.bytes(0, word(1)));
  if (mode === "01") tupleCalls(0, 2, 1)(data, call, reading, readOn);
  else if (mode === "00" && data.size >= 52) {
    readOn(onwards(call, data.packedAddress(0), data.slice(52, data.size)), data.uint(20));
  } else reading.unknown(call);
};

/**
 * By selector: multicall of tokens, routers and position managers; Multicall3 and its forerunners; accounts after ERC-4337
 * and ERC-7579; Safe.
 */
export const batchCalls = new Map<string, BatchReader>([
  ["ac9650d8", selfCalls(0)], // multicall(bytes[])
  ["5ae401dc", selfCalls(1)], // multicall(uint256,bytes[])
  ["1f0464d1", selfCalls(1)], // multicall(bytes32,bytes[])
  ["252dba42", tupleCalls(0, 1)], // aggregate((address,bytes)[])
  ["c3077fa9", tupleCalls(0, 1)], // blockAndAggregate((address,bytes)[])
  ["bce38bd7", tupleCalls(1, 1)], // tryAggregate(bool,(address,bytes)[])
  ["399542e9", tupleCalls(1, 1)], // tryBlockAndAggregate(bool,(address,bytes)[])
  ["82ad56cb", tupleCalls(0, 2)], // aggregate3((address,bool,bytes)[])
  ["174dea71", tupleCalls(0, 3, 2)], // aggregate3Value((address,bool,uint256,bytes)[])
  ["34fcd5be", tupleCalls(0, 2, 1)], // executeBatch((address,uint256,bytes)[])
  ["b61d27f6", oneCall], // execute(address,uint256,bytes)
  ["18dfb3c7", sideBySide(false)], // executeBatch(address[],bytes[])
  ["47e1da2a", sideBySide(true)], // executeBatch(address[],uint256[],bytes[])
  ["e9ae5c53", modeCall], // execute(bytes32,bytes)
  ["8d80ff0a", multiSend], // multiSend(bytes)
  ["6a761202", execTransaction], // execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)
]);
