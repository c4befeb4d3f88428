import type { Address } from "../../account/account.ts";
import { Calldata } from "./calldata.ts";
import type { CallReader } from "./layout.ts";
import { readPermitBatch, readPermitSingle, readTransferBatch } from "./permit2-calls.ts";
import type { InnerCall, Reading } from "./reading.ts";

const word = (index: number): number => index * 32;

/** Commands of Uniswap's Universal Router that give or move by Permit2; the owner is the caller. The rest is not read. */
function plan(args: Calldata, call: InnerCall, reading: Reading): void {
  const commands = args.bytes(0, 0);
  const { start, count, places } = args.array(0, word(1), 1);
  if (count !== commands.length / 2) throw new RangeError("calldata");
  reading.each(call, places, (place, index) => {
    const input = new Calldata(args.bytes(start, place));
    switch (Number.parseInt(commands.slice(index * 2, index * 2 + 2), 16) & 0x7f) {
      case 0x0a:
        readPermitSingle(input, 0, undefined, call, reading);
        break;
      case 0x03:
        readPermitBatch(input, 0, undefined, call, reading);
        break;
      case 0x0d:
        readTransferBatch(input, call, reading);
        break;
      case 0x21:
        subPlan(input, { ...call, depth: call.depth + 1 }, reading);
        break;
      case 0x02: {
        const to = routerRecipient(input.address(word(1)), call);
        const amount = BigInt.asUintN(160, input.uint(word(2)));
        if (to) reading.add(call, { kind: "transfer", token: input.address(0), to, amount });
        else reading.unknown(call);
        break;
      }
      default:
        reading.unknown(call);
    }
  });
}

function subPlan(args: Calldata, call: InnerCall, reading: Reading): void {
  if (reading.admits(call)) plan(args, call, reading);
}

/** The router's own words: address 2 is the router, address 1 the caller, who is not known here. */
function routerRecipient(address: Address, call: InnerCall): Address | undefined {
  const number = BigInt(address);
  if (number === 2n) return call.self;
  return number === 1n ? undefined : address;
}

/** execute(commands, inputs, …) of the Universal Router. */
export const routerCalls = new Map<string, CallReader>([
  ["24856bc3", plan], // execute(bytes,bytes[])
  ["3593564c", plan], // execute(bytes,bytes[],uint256)
]);
