import { describe, expect, it } from "vitest";
import { formatAddress, parseAddress } from "../../account/address.ts";
import type { TypedData } from "../../account/signer.ts";
import { permit2Address } from "../../allowance/standing-reads.ts";
import { encodeApprove } from "../../asset/erc20.ts";
import { seaportAddresses } from "./seaport-order.ts";
import { meaningsOfTypedData } from "./typed-data.ts";

const address = (byte: string) => formatAddress(`0x${byte.repeat(20)}`);
const [token, spender, owner, other] = [address("a1"), address("b2"), address("c3"), address("d4")];
const all = 2n ** 256n - 1n;
const zeros = `0x${"00".repeat(32)}`;

/** "Name(type field,…)Other(…)" as EIP-712 encodes types; the first is the primary one. */
function typed(encoded: string, message: object, contract: `0x${string}` | undefined = token): TypedData {
  const types = [...encoded.matchAll(/(\w+)\(([^)]*)\)/g)].map(([, name = "", fields = ""]) => {
    const list = fields.split(",").map((field) => field.split(" "));
    return [name, list.map(([type = "", name = ""]) => ({ name, type }))] as const;
  });
  return {
    domain: { name: "Example", chainId: 1n, ...(contract && { verifyingContract: contract }) },
    primaryType: types[0]?.[0] ?? "",
    types: Object.fromEntries(types),
    message: message as Record<string, unknown>,
  };
}

const erc2612 = "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)";
const permit = { owner, spender, value: 5n, nonce: 3n, deadline: 99n };
const approval = { kind: "approval", form: "permit", token, spender, amount: 5n, until: 99n, nonce: 3n };

describe("a permit", () => {
  it("of ERC-2612 is an approval until its deadline", () => {
    expect(meaningsOfTypedData(typed(erc2612, permit))).toEqual([{ ...approval, owner }]);
  });

  it("of DAI is an approval of everything or of nothing, perhaps for ever", () => {
    const type = "Permit(address holder,address spender,uint256 nonce,uint256 expiry,bool allowed)";
    const dai = (expiry: bigint, allowed: boolean) =>
      meaningsOfTypedData(typed(type, { holder: owner, spender, nonce: 3n, expiry, allowed }));
    const meaning = { ...approval, form: "dai-permit", owner, amount: all };
    expect(dai(99n, true)).toEqual([meaning]);
    expect(dai(99n, false)).toEqual([{ ...meaning, amount: 0n }]);
    expect(dai(0n, true)[0]).not.toHaveProperty("until");
  });

  it("of one item is an approval of that item", () => {
    const type = "Permit(address spender,uint256 tokenId,uint256 nonce,uint256 deadline)";
    const message = { spender, tokenId: 8n, nonce: 3n, deadline: 99n };
    expect(meaningsOfTypedData(typed(type, message))).toEqual([{ ...approval, amount: 1n, id: 8n }]);
  });

  it("with other fields, or of no contract, is unknown and said to look like one", () => {
    const unknown = [{ kind: "unknown", primaryType: "Permit", hint: "look-alike-type" }];
    const swapped = "Permit(address spender,address owner,uint256 value,uint256 nonce,uint256 deadline)";
    const narrow = erc2612.replace("uint256 value", "uint128 value");
    expect(meaningsOfTypedData(typed(swapped, permit))).toEqual(unknown);
    expect(meaningsOfTypedData(typed(narrow, permit))).toEqual(unknown);
    expect(meaningsOfTypedData({ ...typed(erc2612, permit), domain: {} })).toEqual(unknown);
    expect(meaningsOfTypedData(typed(erc2612, { ...permit, value: "much" }))).toEqual(unknown);
  });
});

describe("Permit2's words", () => {
  const details = "PermitDetails(address token,uint160 amount,uint48 expiration,uint48 nonce)";
  const tokens = "TokenPermissions(address token,uint256 amount)";
  const rest = "address spender,uint256 nonce,uint256 deadline";
  const detail = { token, amount: 5n, expiration: 99n, nonce: 3n };
  const allowance = { ...approval, form: "permit2-allowance", signatureUntil: 77n };
  const transfer = { ...approval, form: "permit2-transfer" };
  const one = { permitted: { token, amount: 5n }, spender, nonce: 3n, deadline: 99n };
  const two = { ...one, permitted: [one.permitted, { token: other, amount: 6n }] };
  const witness = { info: owner };

  it.each<[string, string, object, object[]]>([
    [
      "PermitSingle",
      `PermitSingle(PermitDetails details,address spender,uint256 sigDeadline)${details}`,
      { details: detail, spender, sigDeadline: 77n },
      [allowance],
    ],
    [
      "PermitBatch",
      `PermitBatch(PermitDetails[] details,address spender,uint256 sigDeadline)${details}`,
      { details: [detail, { ...detail, token: other }], spender, sigDeadline: 77n },
      [allowance, { ...allowance, token: other }],
    ],
    [
      "PermitTransferFrom",
      `PermitTransferFrom(TokenPermissions permitted,${rest})${tokens}`,
      one,
      [transfer],
    ],
    [
      "PermitBatchTransferFrom",
      `PermitBatchTransferFrom(TokenPermissions[] permitted,${rest})${tokens}`,
      two,
      [transfer, { ...transfer, token: other, amount: 6n }],
    ],
    [
      "PermitWitnessTransferFrom",
      `PermitWitnessTransferFrom(TokenPermissions permitted,${rest},Order witness)Order(address info)${tokens}`,
      { ...one, witness },
      [transfer],
    ],
    [
      "PermitBatchWitnessTransferFrom",
      `PermitBatchWitnessTransferFrom(TokenPermissions[] permitted,${rest},Order witness)Order(address info)${tokens}`,
      { ...two, witness },
      [transfer, { ...transfer, token: other, amount: 6n }],
    ],
  ])("%s is an approval at Permit2, and unknown anywhere else", (primaryType, type, message, meanings) => {
    expect(meaningsOfTypedData(typed(type, message, permit2Address))).toEqual(meanings);
    const unknown = { kind: "unknown", primaryType };
    expect(meaningsOfTypedData(typed(type, message, token))).toEqual([
      { ...unknown, hint: "permit2-elsewhere" },
    ]);
    const altered = type.replace("address spender", "address receiver");
    const renamed = { ...message, receiver: spender, spender: undefined };
    const { spender: _, ...without } = renamed;
    expect(meaningsOfTypedData(typed(altered, without, permit2Address))).toEqual([
      { ...unknown, hint: "look-alike-type" },
    ]);
  });
});

describe("an order of Seaport", () => {
  const item =
    "uint8 itemType,address token,uint256 identifierOrCriteria,uint256 startAmount,uint256 endAmount";
  const components =
    "OrderComponents(address offerer,address zone,OfferItem[] offer,ConsiderationItem[] consideration,uint8 orderType,uint256 startTime,uint256 endTime,bytes32 zoneHash,uint256 salt,bytes32 conduitKey,uint256 counter)";
  const items = `ConsiderationItem(${item},address recipient)OfferItem(${item})`;
  const seaport = seaportAddresses[3];
  const offered = { itemType: 2n, token, identifierOrCriteria: 8n, startAmount: 1n, endAmount: 1n };
  const paid = {
    itemType: 0n,
    token: `0x${"00".repeat(20)}`,
    identifierOrCriteria: 0n,
    startAmount: 9n,
    endAmount: 4n,
  };
  const order = {
    offerer: owner,
    zone: other,
    offer: [offered],
    consideration: [
      { ...paid, recipient: owner },
      { ...paid, recipient: other },
    ],
    orderType: 0n,
    startTime: 1n,
    endTime: 99n,
    zoneHash: zeros,
    salt: 1n,
    conduitKey: zeros,
    counter: 0n,
  };
  const meaning = {
    kind: "order",
    market: seaport,
    gives: [{ token, amount: 1n, id: 8n }],
    gets: [{ token: "native", amount: 4n }],
    until: 99n,
  };

  it("says the most that leaves and the least that comes in to the one who signs", () => {
    expect(meaningsOfTypedData(typed(components + items, order, seaport))).toEqual([meaning]);
    const free = { ...order, consideration: [] };
    expect(meaningsOfTypedData(typed(components + items, free, seaport))).toEqual([{ ...meaning, gets: [] }]);
    const tokens = { ...offered, itemType: 1n, identifierOrCriteria: 0n, startAmount: 3n, endAmount: 7n };
    expect(meaningsOfTypedData(typed(components + items, { ...order, offer: [tokens] }, seaport))).toEqual([
      { ...meaning, gives: [{ token, amount: 7n }] },
    ]);
  });

  it("is read order by order when there are many in a tree", () => {
    const bulk = `BulkOrder(OrderComponents[2][2] tree)${items}${components}`;
    const nothing = { ...order, offer: [], consideration: [] };
    const tree = [
      [order, { ...order, endTime: 100n }],
      [nothing, nothing],
    ];
    expect(meaningsOfTypedData(typed(bulk, { tree }, seaport))).toEqual([
      meaning,
      { ...meaning, until: 100n },
    ]);
  });

  it("is unknown for another contract", () => {
    expect(meaningsOfTypedData(typed(components + items, order, token))).toEqual([
      { kind: "unknown", primaryType: "OrderComponents", hint: "look-alike-type" },
    ]);
  });

  it("is known at addresses whose checksums are right", () => {
    for (const known of [...seaportAddresses, permit2Address]) expect(parseAddress(known)).toBe(known);
  });
});

describe("calls and transfers that somebody else carries out", () => {
  const approve = { kind: "approval", form: "approve", token, spender, amount: 5n };
  const data = encodeApprove(spender, 5n);

  it("of ERC-3009 are transfers", () => {
    for (const name of ["TransferWithAuthorization", "ReceiveWithAuthorization"]) {
      const type = `${name}(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)`;
      const message = { from: owner, to: other, value: 5n, validAfter: 0n, validBefore: 99n, nonce: zeros };
      expect(meaningsOfTypedData(typed(type, message))).toEqual([
        { kind: "transfer", token, from: owner, to: other, amount: 5n, until: 99n },
      ]);
    }
  });

  it("are read in a meta-transaction and in a forwarded request", () => {
    const meta = "MetaTransaction(uint256 nonce,address from,bytes functionSignature)";
    const inMeta = typed(meta, { nonce: 1n, from: owner, functionSignature: data });
    expect(meaningsOfTypedData(inMeta)).toEqual([approve]);
    const forward =
      "ForwardRequest(address from,address to,uint256 value,uint256 gas,uint256 nonce,bytes data)";
    const request = { from: owner, to: token, value: 0n, gas: 1n, nonce: 1n, data };
    expect(meaningsOfTypedData(typed(forward, request, other))).toEqual([approve]);
  });

  it("are the Safe's own in its transactions, and nobody's when it runs another's code", () => {
    const type =
      "SafeTx(address to,uint256 value,bytes data,uint8 operation,uint256 safeTxGas,uint256 baseGas,uint256 gasPrice,address gasToken,address refundReceiver,uint256 nonce)";
    const rest = {
      safeTxGas: 0n,
      baseGas: 0n,
      gasPrice: 0n,
      gasToken: other,
      refundReceiver: other,
      nonce: 0n,
    };
    const safe = (operation: bigint, value = 0n) =>
      meaningsOfTypedData(typed(type, { to: token, value, data, operation, ...rest }, other));
    expect(safe(0n, 7n)).toEqual([
      { kind: "transfer", token: "native", to: token, amount: 7n, by: other },
      { ...approve, by: other },
    ]);
    expect(safe(1n)).toEqual([{ kind: "unknown", to: token, selector: "0x095ea7b3" }]);
  });

  it("hand the account over in an authorisation", () => {
    const type = "Authorization(uint256 chainId,address address,uint256 nonce)";
    expect(meaningsOfTypedData(typed(type, { chainId: 1n, address: other, nonce: 0n }))).toEqual([
      { kind: "delegation", to: other },
    ]);
  });

  it("are unknown in any other words", () => {
    expect(meaningsOfTypedData(typed("Vote(uint256 proposal)", { proposal: 1n }))).toEqual([
      { kind: "unknown", primaryType: "Vote" },
    ]);
  });
});
