import type { Address } from "../../account/account.ts";
import type { Calldata } from "./calldata.ts";
import type { InnerCall, Reading } from "./reading.ts";
import type { CallReader } from "./token-calls.ts";

/** Permit2's address on every network that has it (Uniswap's deployment). */
export const permit2Address: Address = "0x000000000022D473030F116dDEE9F6B43aC78BA3";

const word = (index: number): number => index * 32;

/** A right by PermitDetails (token, amount uint160, expiration uint48, nonce) at `at`. */
function details(
  args: Calldata,
  at: number,
  rest: { spender: Address; owner?: Address; signatureUntil: bigint },
  call: InnerCall,
  reading: Reading,
): void {
  reading.add(call, {
    kind: "approval",
    form: "permit2-allowance",
    token: args.address(at),
    amount: BigInt.asUintN(160, args.uint(at + word(1))),
    until: BigInt.asUintN(48, args.uint(at + word(2))),
    nonce: args.uint(at + word(3)),
    ...rest,
  });
}

/** PermitSingle (six words: details, spender, sigDeadline) at `at`. */
export function readPermitSingle(
  args: Calldata,
  at: number,
  owner: Address | undefined,
  call: InnerCall,
  reading: Reading,
): void {
  const rest = { spender: args.address(at + word(4)), signatureUntil: args.uint(at + word(5)) };
  details(args, at, owner === undefined ? rest : { ...rest, owner }, call, reading);
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
  const rest = { spender: args.address(batch + word(1)), signatureUntil: args.uint(batch + word(2)) };
  reading.each(call, args.array(batch, batch, 4).places, (place) => {
    details(args, place, owner === undefined ? rest : { ...rest, owner }, call, reading);
  });
}

/** AllowanceTransferDetails[] (from, to, amount, token), whose offset stands at `at`. */
export function readTransferBatch(args: Calldata, at: number, call: InnerCall, reading: Reading): void {
  reading.each(call, args.array(0, at, 4).places, (place) => {
    transfer(args, place, call, reading);
  });
}

function transfer(args: Calldata, at: number, call: InnerCall, reading: Reading): void {
  reading.add(call, {
    kind: "transfer",
    from: args.address(at),
    to: args.address(at + word(1)),
    amount: BigInt.asUintN(160, args.uint(at + word(2))),
    token: args.address(at + word(3)),
  });
}

/** permitTransferFrom and its witness form: token, amount, nonce, deadline, to, amount asked for, owner. */
const signatureTransfer: CallReader = (args, call, reading) =>
  reading.add(call, {
    kind: "transfer",
    token: args.address(0),
    to: args.address(word(4)),
    amount: args.uint(word(5)),
    from: args.address(word(6)),
    until: args.uint(word(3)),
  });

/** The same over TokenPermissions[] and SignatureTransferDetails[], which pair up. */
const signatureTransferBatch: CallReader = (args, call, reading) => {
  const permitted = args.follow(0, 0);
  const tokens = args.array(permitted, permitted, 2);
  const transfers = args.array(0, word(1), 2);
  if (tokens.count !== transfers.count) throw new RangeError("calldata");
  reading.each(call, transfers.places, (place, index) => {
    reading.add(call, {
      kind: "transfer",
      token: args.address(tokens.places[index] ?? 0),
      to: args.address(place),
      amount: args.uint(place + 32),
      from: args.address(word(2)),
      until: args.uint(permitted + word(2)),
    });
  });
};

/** lockdown((token, spender)[]): rights taken away. */
const lockdown: CallReader = (args, call, reading) => {
  reading.each(call, args.array(0, 0, 2).places, (place) => {
    reading.add(call, {
      kind: "approval",
      form: "permit2-allowance",
      token: args.address(place),
      spender: args.address(place + 32),
      amount: 0n,
    });
  });
};

/** Permit2's calls by selector (IAllowanceTransfer, ISignatureTransfer). They mean this at Permit2's address alone. */
export const permit2Calls = new Map<string, CallReader>([
  [
    "87517c45", // approve(address,address,uint160,uint48)
    (args, call, reading) =>
      reading.add(call, {
        kind: "approval",
        form: "permit2-allowance",
        token: args.address(0),
        spender: args.address(word(1)),
        amount: BigInt.asUintN(160, args.uint(word(2))),
        until: BigInt.asUintN(48, args.uint(word(3))),
      }),
  ],
  // permit(address,((address,uint160,uint48,uint48),address,uint256),bytes)
  ["2b67b570", (args, call, reading) => readPermitSingle(args, word(1), args.address(0), call, reading)],
  // permit(address,((address,uint160,uint48,uint48)[],address,uint256),bytes)
  ["2a2d80d1", (args, call, reading) => readPermitBatch(args, word(1), args.address(0), call, reading)],
  ["36c78516", (args, call, reading) => transfer(args, 0, call, reading)], // transferFrom(address,address,uint160,address)
  ["0d58b1db", (args, call, reading) => readTransferBatch(args, 0, call, reading)], // transferFrom((address,address,uint160,address)[])
  ["30f28b7a", signatureTransfer], // permitTransferFrom(((address,uint256),uint256,uint256),(address,uint256),address,bytes)
  ["137c29fe", signatureTransfer], // permitWitnessTransferFrom(((address,uint256),uint256,uint256),(address,uint256),address,bytes32,string,bytes)
  ["edd9444b", signatureTransferBatch], // permitTransferFrom(((address,uint256)[],uint256,uint256),(address,uint256)[],address,bytes)
  ["fe8ec1a7", signatureTransferBatch], // permitWitnessTransferFrom(((address,uint256)[],uint256,uint256),(address,uint256)[],address,bytes32,string,bytes)
  ["cc53287f", lockdown], // lockdown((address,address)[])
]);
