import type { Calldata } from "./calldata.ts";
import type { InnerCall, Reading } from "./reading.ts";

/** Reads the arguments of one kind of call into what they mean. */
export type CallReader = (args: Calldata, call: InnerCall, reading: Reading) => void;

/** An amount without an end: all of it, for ever. */
export const unlimited = 2n ** 256n - 1n;

const word = (index: number): number => index * 32;

/** approve(spender, amount) and those with more behind it. Of an ERC-721 collection, `amount` is the item's number. */
const approve: CallReader = (args, call, reading) =>
  reading.add(call, {
    kind: "approval",
    form: "approve",
    token: call.to,
    spender: args.address(0),
    amount: args.uint(word(1)),
  });

const increase =
  (sign: 1n | -1n): CallReader =>
  (args, call, reading) =>
    reading.add(call, {
      kind: "approval",
      form: "increase",
      token: call.to,
      spender: args.address(0),
      amount: sign * args.uint(word(1)),
    });

const transfer: CallReader = (args, call, reading) =>
  reading.add(call, {
    kind: "transfer",
    token: call.to,
    to: args.address(0),
    amount: args.uint(word(1)),
  });

const transferFrom: CallReader = (args, call, reading) =>
  reading.add(call, {
    kind: "transfer",
    token: call.to,
    from: args.address(0),
    to: args.address(word(1)),
    amount: args.uint(word(2)),
  });

/** Of the account's whole holding; `allows` tells where the yes or no stands. */
const operator =
  (allows: (args: Calldata) => boolean): CallReader =>
  (args, call, reading) =>
    reading.add(call, {
      kind: "approval",
      form: "operator",
      token: call.to,
      spender: args.address(0),
      amount: allows(args) ? unlimited : 0n,
    });

const operatorFlag = operator((args) => args.uint(word(1)) !== 0n);

/** permit(owner, spender, value, deadline, …) of ERC-2612, with v, r, s or one signature. */
const permit: CallReader = (args, call, reading) =>
  reading.add(call, {
    kind: "approval",
    form: "permit",
    token: call.to,
    owner: args.address(0),
    spender: args.address(word(1)),
    amount: args.uint(word(2)),
    until: args.uint(word(3)),
  });

/** permit(holder, spender, nonce, expiry, allowed, …) of DAI: all or nothing; expiry 0 is no expiry. */
const daiPermit: CallReader = (args, call, reading) => {
  const expiry = args.uint(word(3));
  reading.add(call, {
    kind: "approval",
    form: "dai-permit",
    token: call.to,
    owner: args.address(0),
    spender: args.address(word(1)),
    nonce: args.uint(word(2)),
    amount: args.uint(word(4)) !== 0n ? unlimited : 0n,
    ...(expiry !== 0n && { until: expiry }),
  });
};

/** permit(spender, tokenId, deadline, …) of Uniswap's positions. */
const itemPermit: CallReader = (args, call, reading) =>
  reading.add(call, {
    kind: "approval",
    form: "permit",
    token: call.to,
    spender: args.address(0),
    amount: 1n,
    id: args.uint(word(1)),
    until: args.uint(word(2)),
  });

/** selfPermit(token, value, deadline, …) of Uniswap's periphery: the contract called is the spender. */
const selfPermit: CallReader = (args, call, reading) =>
  reading.add(call, {
    kind: "approval",
    form: "permit",
    token: args.address(0),
    spender: call.self,
    amount: args.uint(word(1)),
    until: args.uint(word(2)),
  });

/** selfPermitAllowed(token, nonce, expiry, …): the same over DAI's permit. */
const selfPermitAllowed: CallReader = (args, call, reading) =>
  reading.add(call, {
    kind: "approval",
    form: "dai-permit",
    token: args.address(0),
    spender: call.self,
    amount: unlimited,
    nonce: args.uint(word(1)),
    ...(args.uint(word(2)) !== 0n && { until: args.uint(word(2)) }),
  });

/** An item of a collection from one to another; `amount` at its own place, or one. */
const itemTransfer =
  (amount: (args: Calldata) => bigint): CallReader =>
  (args, call, reading) =>
    reading.add(call, {
      kind: "transfer",
      token: call.to,
      from: args.address(0),
      to: args.address(word(1)),
      id: args.uint(word(2)),
      amount: amount(args),
    });

const oneItem = itemTransfer(() => 1n);

const itemBatch: CallReader = (args, call, reading) => {
  const ids = args.array(0, word(2), 1);
  const amounts = args.array(0, word(3), 1);
  if (ids.count !== amounts.count) throw new RangeError("calldata");
  reading.each(call, ids.places, (place, index) => {
    reading.add(call, {
      kind: "transfer",
      token: call.to,
      from: args.address(0),
      to: args.address(word(1)),
      id: args.uint(place),
      amount: args.uint(amounts.places[index] ?? 0),
    });
  });
};

/** transferWithAuthorization and receiveWithAuthorization of ERC-3009. */
const authorizedTransfer: CallReader = (args, call, reading) =>
  reading.add(call, {
    kind: "transfer",
    token: call.to,
    from: args.address(0),
    to: args.address(word(1)),
    amount: args.uint(word(2)),
    until: args.uint(word(4)),
  });

/**
 * By selector. ERC-20 (and increaseApproval of old OpenZeppelin tokens), ERC-721, ERC-777, ERC-1155, ERC-1363 (and ERC-677),
 * ERC-2612 (ERC-7597 with one signature), DAI, ERC-3009, ERC-6909, Uniswap's SelfPermit.
 */
export const tokenCalls = new Map<string, CallReader>([
  ["095ea7b3", approve], // approve(address,uint256)
  ["3177029f", approve], // approveAndCall(address,uint256)
  ["cae9ca51", approve], // approveAndCall(address,uint256,bytes)
  ["39509351", increase(1n)], // increaseAllowance(address,uint256)
  ["d73dd623", increase(1n)], // increaseApproval(address,uint256)
  ["a457c2d7", increase(-1n)], // decreaseAllowance(address,uint256)
  ["66188463", increase(-1n)], // decreaseApproval(address,uint256)
  ["a9059cbb", transfer], // transfer(address,uint256)
  ["1296ee62", transfer], // transferAndCall(address,uint256)
  ["4000aea0", transfer], // transferAndCall(address,uint256,bytes)
  ["9bd9bbc6", transfer], // send(address,uint256,bytes)
  ["23b872dd", transferFrom], // transferFrom(address,address,uint256)
  ["d8fbe994", transferFrom], // transferFromAndCall(address,address,uint256)
  ["c1d34b89", transferFrom], // transferFromAndCall(address,address,uint256,bytes)
  ["a22cb465", operatorFlag], // setApprovalForAll(address,bool)
  ["558a7297", operatorFlag], // setOperator(address,bool)
  ["959b8c3f", operator(() => true)], // authorizeOperator(address)
  ["fad8b32a", operator(() => false)], // revokeOperator(address)
  ["d505accf", permit], // permit(address,address,uint256,uint256,uint8,bytes32,bytes32)
  ["9fd5a6cf", permit], // permit(address,address,uint256,uint256,bytes)
  ["8fcbaf0c", daiPermit], // permit(address,address,uint256,uint256,bool,uint8,bytes32,bytes32)
  ["7ac2ff7b", itemPermit], // permit(address,uint256,uint256,uint8,bytes32,bytes32)
  ["f3995c67", selfPermit], // selfPermit(address,uint256,uint256,uint8,bytes32,bytes32)
  ["c2e3140a", selfPermit], // selfPermitIfNecessary(address,uint256,uint256,uint8,bytes32,bytes32)
  ["4659a494", selfPermitAllowed], // selfPermitAllowed(address,uint256,uint256,uint8,bytes32,bytes32)
  ["a4a78f0c", selfPermitAllowed], // selfPermitAllowedIfNecessary(address,uint256,uint256,uint8,bytes32,bytes32)
  ["42842e0e", oneItem], // safeTransferFrom(address,address,uint256)
  ["b88d4fde", oneItem], // safeTransferFrom(address,address,uint256,bytes)
  ["f242432a", itemTransfer((args) => args.uint(word(3)))], // safeTransferFrom(address,address,uint256,uint256,bytes)
  ["fe99049a", itemTransfer((args) => args.uint(word(3)))], // transferFrom(address,address,uint256,uint256)
  ["2eb2c2d6", itemBatch], // safeBatchTransferFrom(address,address,uint256[],uint256[],bytes)
  ["e3ee160e", authorizedTransfer], // transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,uint8,bytes32,bytes32)
  ["ef55bec6", authorizedTransfer], // receiveWithAuthorization(address,address,uint256,uint256,uint256,bytes32,uint8,bytes32,bytes32)
  ["cf092995", authorizedTransfer], // transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,bytes)
  ["88b7ab63", authorizedTransfer], // receiveWithAuthorization(address,address,uint256,uint256,uint256,bytes32,bytes)
  [
    "426a8493", // approve(address,uint256,uint256)
    (args, call, reading) =>
      reading.add(call, {
        kind: "approval",
        form: "approve",
        token: call.to,
        spender: args.address(0),
        id: args.uint(word(1)),
        amount: args.uint(word(2)),
      }),
  ],
  [
    "095bcdb6", // transfer(address,uint256,uint256)
    (args, call, reading) =>
      reading.add(call, {
        kind: "transfer",
        token: call.to,
        to: args.address(0),
        id: args.uint(word(1)),
        amount: args.uint(word(2)),
      }),
  ],
]);
