import type { Address, Hex } from "../../account/account.ts";
import { sameAddress } from "../../account/address.ts";
import type { TypedData } from "../../account/signer.ts";
import { permit2Address } from "../../allowance/standing-reads.ts";
import { isWeirError } from "../../errors/index.ts";
import { meaningsOfCall, meaningsOfCallBy } from "./call.ts";
import { unlimited } from "./layout.ts";
import type { Meaning, UnknownMeaning } from "./meaning.ts";
import { isPermit2Name, permit2Approvals } from "./permit2-typed-data.ts";
import {
  bulkOrderRest,
  meaningOfOrder,
  type Order,
  ordersInTree,
  orderType,
  seaportAddresses,
} from "./seaport-order.ts";
import { readValues } from "./typed-data-values.ts";

/** Fields of the known types by their names, which mean the same in each of them. */
interface Message {
  owner: Address;
  holder: Address;
  spender: Address;
  from: Address;
  to: Address;
  address: Address;
  value: bigint;
  nonce: bigint;
  deadline: bigint;
  expiry: bigint;
  validBefore: bigint;
  tokenId: bigint;
  operation: bigint;
  allowed: boolean;
  data: Hex;
  functionSignature: Hex;
}
type Reader = (message: Message, contract: Address) => Meaning[];

/** EIP-712's encodeType. */
function encodeType({ primaryType, types }: TypedData): string {
  const others = Object.keys(types).filter((name) => name !== primaryType);
  return [primaryType, ...others.sort()]
    .map((name) => `${name}(${(types[name] ?? []).map(({ name, type }) => `${type} ${name}`).join()})`)
    .join("");
}

const authorization =
  "(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)";
const authorizedTransfer: Reader = ({ from, to, value, validBefore }, token) => [
  { kind: "transfer", token, from, to, amount: value, until: validBefore },
];

/** A call that the contract carries out as the account that signs (Polygon's meta-transactions). */
const metaTransaction: Reader = ({ functionSignature }, contract) =>
  meaningsOfCall({ to: contract, data: functionSignature, value: 0n });

/** A call handed to a forwarder, which the called contract takes for the signer's own (ERC-2771, OpenZeppelin 4 and 5). */
const forwarded: Reader = ({ to, value, data }, forwarder) => {
  const meanings = meaningsOfCall({ to, data, value });
  const paid: Meaning = { kind: "transfer", token: "native", to, amount: value, by: forwarder };
  return value > 0n ? [paid, ...meanings] : meanings;
};

/** A Safe's transaction, signed by one of its owners: what it does is the Safe's. */
const safeTransaction: Reader = ({ to, value, data, operation }, safe) =>
  meaningsOfCallBy(safe, { to, data, value }, operation !== 0n);

/** By encodeType: whoever means the same has the same type hash, and with another one the contract takes no signature. */
const known = new Map<string, Reader>([
  [
    // ERC-2612
    "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)",
    ({ owner, spender, value, nonce, deadline }, token) => [
      { kind: "approval", form: "permit", token, spender, amount: value, until: deadline, owner, nonce },
    ],
  ],
  [
    // DAI
    "Permit(address holder,address spender,uint256 nonce,uint256 expiry,bool allowed)",
    ({ holder, spender, nonce, expiry, allowed }, token) => [
      {
        kind: "approval",
        form: "dai-permit",
        token,
        spender,
        amount: allowed ? unlimited : 0n,
        owner: holder,
        nonce,
        ...(expiry !== 0n && { until: expiry }),
      },
    ],
  ],
  [
    // Uniswap's positions
    "Permit(address spender,uint256 tokenId,uint256 nonce,uint256 deadline)",
    ({ spender, tokenId, nonce, deadline }, token) => [
      { kind: "approval", form: "permit", token, spender, amount: 1n, id: tokenId, until: deadline, nonce },
    ],
  ],
  [`TransferWithAuthorization${authorization}`, authorizedTransfer], // ERC-3009
  [`ReceiveWithAuthorization${authorization}`, authorizedTransfer],
  ["MetaTransaction(uint256 nonce,address from,bytes functionSignature)", metaTransaction],
  ["ForwardRequest(address from,address to,uint256 value,uint256 gas,uint256 nonce,bytes data)", forwarded],
  [
    "ForwardRequest(address from,address to,uint256 value,uint256 gas,uint256 nonce,uint48 deadline,bytes data)",
    forwarded,
  ],
  [
    "SafeTx(address to,uint256 value,bytes data,uint8 operation,uint256 safeTxGas,uint256 baseGas,uint256 gasPrice,address gasToken,address refundReceiver,uint256 nonce)",
    safeTransaction,
  ],
  [
    // The fields of EIP-7702's authorisation.
    "Authorization(uint256 chainId,address address,uint256 nonce)",
    ({ address }) => [{ kind: "delegation", to: address }],
  ],
]);

/** Names under which the above go, to tell what calls itself so from what is. */
const knownNames = new Set([
  ...[...known.keys()].map((type) => type.slice(0, type.indexOf("("))),
  "OrderComponents",
  "BulkOrder",
]);

function orders(
  encoded: string,
  primaryType: string,
  message: unknown,
  market: Address,
): Meaning[] | undefined {
  if (!seaportAddresses.some((address) => sameAddress(address, market))) return undefined;
  if (encoded === orderType) return [meaningOfOrder(message as Order, market)];
  const isBulk =
    primaryType === "BulkOrder" && /^BulkOrder\(OrderComponents(?:\[2\]){1,24} tree\)/.test(encoded);
  if (!isBulk || !encoded.endsWith(`)${bulkOrderRest}`)) return undefined;
  return ordersInTree((message as { tree: unknown }).tree).map((order) => meaningOfOrder(order, market));
}

function read(data: TypedData): Meaning[] | undefined {
  const { primaryType, types } = data;
  const contract = data.domain.verifyingContract;
  if (contract === undefined) return undefined;
  const message = readValues(types)(primaryType, data.message, "message");
  const encoded = encodeType(data);
  if (isPermit2Name(primaryType)) {
    if (!sameAddress(contract, permit2Address)) return undefined;
    return permit2Approvals(encoded, primaryType, types, message);
  }
  return (
    known.get(encoded)?.(message as Message, contract) ?? orders(encoded, primaryType, message, contract)
  );
}

function hintOf({ primaryType, domain }: TypedData): UnknownMeaning["hint"] {
  if (isPermit2Name(primaryType)) {
    const isPermit2 = sameAddress(domain.verifyingContract ?? "", permit2Address);
    return isPermit2 ? "look-alike-type" : "permit2-elsewhere";
  }
  return knownNames.has(primaryType) ? "look-alike-type" : undefined;
}

/**
 * What signing `data` lets others do: ERC-2612, DAI and item permits, Permit2 at its own address, Seaport's orders, ERC-3009,
 * and the calls in meta-transactions and a Safe's transactions. Everything else is one unknown, with a hint when it bears the
 * name of one of these without being it. An empty answer does not occur but for calls that do nothing. Never throws.
 */
export function meaningsOfTypedData(data: TypedData): Meaning[] {
  let meanings: Meaning[] | undefined;
  try {
    meanings = read(data);
  } catch (cause) {
    if (!isWeirError(cause)) throw cause;
  }
  const hint = hintOf(data);
  return meanings ?? [{ kind: "unknown", primaryType: data.primaryType, ...(hint && { hint }) }];
}
