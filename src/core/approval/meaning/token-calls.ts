import { type CallReader, readersOf } from "./layout.ts";

/** safeBatchTransferFrom(from, to, ids, amounts, data) of ERC-1155. */
const itemBatch: CallReader = (args, call, reading) => {
  const ids = args.array(0, 64, 1);
  const amounts = args.array(0, 96, 1);
  if (ids.count !== amounts.count) throw new RangeError("calldata");
  reading.each(call, ids.places, (place, index) =>
    reading.add(call, {
      kind: "transfer",
      token: call.to,
      from: args.address(0),
      to: args.address(32),
      id: args.uint(place),
      amount: args.uint(amounts.places[index] ?? 0),
    }),
  );
};

/**
 * Calls on tokens by selector; the test beside holds each against its signature. Of an ERC-721 collection, the amount of
 * approve and transferFrom is the item's number.
 */
export const tokenCalls = new Map<string, CallReader>([
  ...readersOf([
    // approve (ERC-20), approveAndCall (ERC-1363; with data older)
    ["approve", "095ea7b3 3177029f cae9ca51", "spender0 amount1"],
    // increaseAllowance, increaseApproval; decreaseAllowance, decreaseApproval (OpenZeppelin, new and old)
    ["increase", "39509351 d73dd623", "spender0 amount1"],
    ["increase", "a457c2d7 66188463", "spender0 less1"],
    // transfer, transferAndCall (ERC-1363; with data ERC-677 too), send (ERC-777)
    ["transfer", "a9059cbb 1296ee62 4000aea0 9bd9bbc6", "to0 amount1"],
    // transferFrom, transferFromAndCall
    ["transfer", "23b872dd d8fbe994 c1d34b89", "from0 to1 amount2"],
    // setApprovalForAll (ERC-721, ERC-1155), setOperator (ERC-6909), authorizeOperator and revokeOperator (ERC-777)
    ["operator", "a22cb465 558a7297", "spender0 allowed1"],
    ["operator", "959b8c3f", "spender0 all"],
    ["operator", "fad8b32a", "spender0 none"],
    // permit of ERC-2612, of ERC-7597, of DAI, of Uniswap's positions
    ["permit", "d505accf 9fd5a6cf", "owner0 spender1 amount2 until3"],
    ["dai-permit", "8fcbaf0c", "owner0 spender1 nonce2 expiry3 allowed4"],
    ["permit", "7ac2ff7b", "spender0 one id1 until2"],
    // selfPermit, selfPermitIfNecessary, selfPermitAllowed, selfPermitAllowedIfNecessary (Uniswap's periphery)
    ["permit", "f3995c67 c2e3140a", "token0 self amount1 until2"],
    ["dai-permit", "4659a494 a4a78f0c", "token0 self all nonce1 expiry2"],
    // safeTransferFrom of ERC-721; of ERC-1155, and transferFrom of ERC-6909
    ["transfer", "42842e0e b88d4fde", "from0 to1 id2 one"],
    ["transfer", "f242432a fe99049a", "from0 to1 id2 amount3"],
    // transferWithAuthorization and receiveWithAuthorization (ERC-3009, ERC-7598)
    ["transfer", "e3ee160e ef55bec6 cf092995 88b7ab63", "from0 to1 amount2 until4"],
    // approve and transfer of ERC-6909
    ["approve", "426a8493", "spender0 id1 amount2"],
    ["transfer", "095bcdb6", "to0 id1 amount2"],
  ]),
  ["2eb2c2d6", itemBatch],
]);
