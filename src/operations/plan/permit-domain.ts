import { AbiCoder } from "ethers/abi";
import { TypedDataEncoder } from "ethers/hash";
import type { Address, Hex } from "../../core/account/account.ts";
import { decodeAmount } from "../../core/asset/erc20.ts";
import type { Read, ReadAnswers } from "../../core/staking/protocol.ts";

/** Selectors of ERC-2612's and EIP-5267's getters, and of PERMIT_TYPEHASH(), which many tokens have besides. */
const selectors = {
  nonces: "0x7ecebe00",
  separator: "0x3644e515",
  domain: "0x84b0196e",
  name: "0x06fdde03",
  version: "0x54fd4d50",
  typeHash: "0x30adf81f",
} as const;

/** keccak256 of ERC-2612's Permit type. DAI's permit has another one, and the same getters. */
const erc2612TypeHash = "0x6e71edae12b1b97f4d1f60370fef10105fa2faae0126114a169c64845d6126c9";

const keyOf = (what: keyof typeof selectors): string => `permit:${what}`;

/** What tells whether a token takes ERC-2612 permits, and with which domain. */
export function permitReads(token: Address, owner: Address): Read[] {
  return Object.entries(selectors).map(([what, selector]) => ({
    key: keyOf(what as keyof typeof selectors),
    to: token,
    data: (what === "nonces"
      ? `${selector}${owner.slice(2).toLowerCase().padStart(64, "0")}`
      : selector) as Hex,
  }));
}

function decoded(types: string[], answer: Hex | undefined): readonly unknown[] | undefined {
  if (answer === undefined) return undefined;
  try {
    return [...AbiCoder.defaultAbiCoder().decode(types, answer)];
  } catch {
    return undefined;
  }
}

export interface PermitDomain {
  name: string;
  version: string;
}

/** Names and versions that the token may mean; which is right its separator decides. */
function candidates(answers: ReadAnswers): PermitDomain[] {
  const own = decoded(
    ["bytes1", "string", "string", "uint256", "address", "bytes32", "uint256[]"],
    answers.get(keyOf("domain")),
  );
  const [name] = decoded(["string"], answers.get(keyOf("name"))) ?? [];
  const [version] = decoded(["string"], answers.get(keyOf("version"))) ?? [];
  const versions = [version, "1", "2"].filter((each) => typeof each === "string");
  return [
    ...(own ? [{ name: String(own[1]), version: String(own[2]) }] : []),
    ...(typeof name === "string" ? versions.map((each) => ({ name, version: each })) : []),
  ];
}

/**
 * The domain and next nonce for an ERC-2612 permit, or undefined when the token takes none: a domain is believed only
 * where it hashes to the token's own DOMAIN_SEPARATOR().
 */
export function permitDomain(
  token: Address,
  chainId: number,
  answers: ReadAnswers,
): { domain: PermitDomain; nonce: bigint } | undefined {
  const nonce = decodeAmount(answers.get(keyOf("nonces")));
  const separator = answers.get(keyOf("separator"))?.toLowerCase();
  const typeHash = answers.get(keyOf("typeHash"));
  if (nonce === undefined || separator?.length !== 66) return undefined;
  if (typeHash?.length === 66 && typeHash.toLowerCase() !== erc2612TypeHash) return undefined;
  const verifyingContract = token.toLowerCase();
  const domain = candidates(answers).find(
    (each) => TypedDataEncoder.hashDomain({ ...each, chainId, verifyingContract }) === separator,
  );
  return domain && { domain, nonce };
}
