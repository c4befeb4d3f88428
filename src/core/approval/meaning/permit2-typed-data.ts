import type { Address } from "../../account/account.ts";
import type { ApprovalMeaning } from "./meaning.ts";
import type { TypedDataTypes } from "./typed-data-types.ts";

interface Details {
  token: Address;
  amount: bigint;
  expiration: bigint;
  nonce: bigint;
}
interface Allowance {
  details: Details | Details[];
  spender: Address;
  sigDeadline: bigint;
}
interface Transfer {
  permitted: { token: Address; amount: bigint } | { token: Address; amount: bigint }[];
  spender: Address;
  nonce: bigint;
  deadline: bigint;
}

const details = "PermitDetails(address token,uint160 amount,uint48 expiration,uint48 nonce)";
const tokens = "TokenPermissions(address token,uint256 amount)";

function allowances(message: unknown): ApprovalMeaning[] {
  const { details, spender, sigDeadline } = message as Allowance;
  return [details].flat().map(({ token, amount, expiration, nonce }) => ({
    kind: "approval",
    form: "permit2-allowance",
    token,
    spender,
    amount,
    until: expiration,
    nonce,
    signatureUntil: sigDeadline,
  }));
}

function transfers(message: unknown): ApprovalMeaning[] {
  const { permitted, spender, nonce, deadline } = message as Transfer;
  return [permitted].flat().map(({ token, amount }) => ({
    kind: "approval",
    form: "permit2-transfer",
    token,
    spender,
    amount,
    until: deadline,
    nonce,
  }));
}

/** Permit2's types as EIP-712 encodes them, without a witness. */
const known = new Map([
  [`PermitSingle(PermitDetails details,address spender,uint256 sigDeadline)${details}`, allowances],
  [`PermitBatch(PermitDetails[] details,address spender,uint256 sigDeadline)${details}`, allowances],
  [
    `PermitTransferFrom(TokenPermissions permitted,address spender,uint256 nonce,uint256 deadline)${tokens}`,
    transfers,
  ],
  [
    `PermitBatchTransferFrom(TokenPermissions[] permitted,address spender,uint256 nonce,uint256 deadline)${tokens}`,
    transfers,
  ],
]);

const witnessed = /^Permit(Batch)?WitnessTransferFrom$/;

/** Whether the name is one of Permit2's. */
export function isPermit2Name(primaryType: string): boolean {
  return /^Permit(?:Single|Batch|(?:Batch)?(?:Witness)?TransferFrom)$/.test(primaryType);
}

/**
 * The rights that Permit2's words give; undefined for others. With a witness, one more field of any type stands behind
 * Permit2's own, and what it says binds the spender alone, so the right is the same.
 */
export function permit2Approvals(
  encodedType: string,
  primaryType: string,
  types: TypedDataTypes,
  message: unknown,
): ApprovalMeaning[] | undefined {
  const batch = witnessed.exec(primaryType);
  if (!batch) return known.get(encodedType)?.(message);
  const own = [
    `TokenPermissions${batch[1] ? "[]" : ""} permitted`,
    "address spender",
    "uint256 nonce",
    "uint256 deadline",
  ];
  const fields = types[primaryType] ?? [];
  const permissions = (types.TokenPermissions ?? []).map(({ name, type }) => `${type} ${name}`).join();
  const fits =
    fields.length === 5 &&
    own.every((field, at) => field === `${fields[at]?.type} ${fields[at]?.name}`) &&
    permissions === "address token,uint256 amount";
  return fits ? transfers(message) : undefined;
}
