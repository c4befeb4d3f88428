import { ADDRESSES } from "../../../scripts/devnet/addresses.mjs";

/** What the pages know of the lending pool, its asset and Permit2, in the words that both libraries read. */
export const TARN = ADDRESSES.tarn as `0x${string}`;
export const WSTETH = ADDRESSES.wsteth as `0x${string}`;
export const PERMIT2 = ADDRESSES.permit2 as `0x${string}`;

export const tokenAbi = [
  "function approve(address spender, uint256 amount) returns (bool)",
  "function allowance(address owner, address spender) view returns (uint256)",
  "function balanceOf(address account) view returns (uint256)",
] as const;

export const poolAbi = [
  "function deposit(uint256 assets, address receiver) returns (uint256)",
  "function depositWithPermit2(((address token, uint256 amount) permitted, uint256 nonce, uint256 deadline) permitted, uint256 assets, address receiver, bytes signature) returns (uint256)",
  "function convertToAssets(uint256 shares) view returns (uint256)",
  "function balanceOf(address account) view returns (uint256)",
] as const;

/** Amounts of wstETH in wei: what the pages ask to be allowed, and what they deposit. */
export const ALLOWED = 2n * 10n ** 18n;
export const DEPOSITED = 10n ** 18n;

/** One transfer by Permit2's signature, as its contract hashes it. */
export const permit2Types = {
  TokenPermissions: [
    { name: "token", type: "address" },
    { name: "amount", type: "uint256" },
  ],
  PermitTransferFrom: [
    { name: "permitted", type: "TokenPermissions" },
    { name: "spender", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

export const permit2Domain = { name: "Permit2", chainId: 1, verifyingContract: PERMIT2 } as const;

/** What a page asks to be signed: this pool may move `DEPOSITED` once within half an hour. */
export function oneTransfer() {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return {
    permitted: { token: WSTETH, amount: DEPOSITED },
    spender: TARN,
    nonce: BigInt(random),
    deadline: BigInt(Math.floor(Date.now() / 1_000) + 1_800),
  };
}
