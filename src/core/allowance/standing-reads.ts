import type { Address, Hex } from "../account/account.ts";
import { decodeAmount, encodeAllowance } from "../asset/erc20.ts";
import type { Read } from "../staking/protocol.ts";
import type { StandingForm } from "./allowance.ts";

/** Permit2, the same address on every network (github Uniswap/permit2). */
export const permit2Address: Address = "0x000000000022D473030F116dDEE9F6B43aC78BA3";
/** What an operator's right over all items counts as. */
export const everything = 2n ** 256n - 1n;

/** Selectors: isApprovedForAll(address,address) (EIP-721, EIP-1155); Permit2's allowance(address,address,address). */
const isApprovedForAll = "0xe985e9c5";
const permit2Allowance = "0x927da105";

const callOf = (selector: string, ...addresses: Address[]): Hex =>
  `${selector}${addresses.map((each) => each.slice(2).toLowerCase().padStart(64, "0")).join("")}` as Hex;

/** The read that tells what `spender` may take now, by how the right was given. */
export function standingRead(
  form: StandingForm,
  { owner, token, spender }: { owner: Address; token: Address; spender: Address },
  key: string,
): Read {
  if (form === "erc20") return { key, to: token, data: encodeAllowance(owner, spender) };
  if (form === "operator") return { key, to: token, data: callOf(isApprovedForAll, owner, spender) };
  return { key, to: permit2Address, data: callOf(permit2Allowance, owner, token, spender) };
}

/** An allowance on the chain; `expiration` (Unix seconds) and `nonce` where it is Permit2's. */
export interface Standing {
  amount: bigint;
  expiration?: bigint;
  nonce?: bigint;
}

/** What such a read answered; undefined when it answered nothing of the kind. */
export function decodeStanding(form: StandingForm, answer: Hex | undefined): Standing | undefined {
  if (form === "permit2") {
    // Permit2's allowance(): uint160 amount, uint48 expiration, uint48 nonce, a word each.
    if (answer === undefined || !/^0x[0-9a-f]{192}$/i.test(answer)) return undefined;
    const word = (place: number) => BigInt(`0x${answer.slice(2 + place * 64, 66 + place * 64)}`);
    return { amount: word(0), expiration: word(1), nonce: word(2) };
  }
  const value = decodeAmount(answer);
  if (value === undefined) return undefined;
  return { amount: form === "operator" && value !== 0n ? everything : value };
}
