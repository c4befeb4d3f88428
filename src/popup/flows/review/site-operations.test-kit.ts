import type { Hex } from "../../../core/account/account.ts";
import type { AllowanceChange, Operation } from "../../../core/operation/operation.ts";
import type { Intent } from "../../../core/staking/intent.ts";
import type { PlanStep, Remark } from "../../../core/staking/plan.ts";
import { anna, ether, now, operation, preview, stEth } from "../world.test-kit.ts";

export const site = "https://pool.example";
export const spender = "0x1111111111111111111111111111111111111111" as const;
export const unlimited = 2n ** 256n - 1n;
const asked = { origin: site, requestId: "r1" };

export const warning = (behindSeconds: number, level: Remark["level"] = "warn"): Remark => ({
  level,
  words: { key: "remark.stale-block", params: { behindSeconds } },
});

export const allowance = (changes: Partial<AllowanceChange> = {}): AllowanceChange => ({
  token: stEth.address,
  symbol: "stETH",
  decimals: 18,
  spender,
  before: 0n,
  after: 5n * ether,
  form: "approve",
  balance: 3_000n * ether,
  spenderKind: "contract",
  ...changes,
});

export const approveStep = (amount: bigint): PlanStep => ({
  kind: "approve",
  token: stEth,
  spender,
  amount,
  words: { key: "step.approve", params: { amount: "5", symbol: "stETH", spender } },
});

const callStep: PlanStep = {
  kind: "call",
  to: spender,
  data: "0xb6b55f25",
  value: 0n,
  words: { key: "step.contract-call", params: { to: spender, value: "0", symbol: "ETH" } },
};

function asks(intent: Intent, steps: PlanStep[], changes: Partial<Operation> = {}): Operation {
  return operation({
    origin: site,
    intent,
    plan: { steps, effects: [], remarks: [] },
    preview: preview({ effects: [] }),
    leaseUntil: now + 7 * 86_400,
    steps: steps.map(() => ({ state: "waiting" as const, attempts: [] })),
    ...changes,
  });
}

/** What a preview is when nothing is sent: no block, no fees. */
const unsent = { madeAt: now, gasLimit: 0n, allowances: [], remarks: [] };

/** A site's approve(spender, amount). */
export function asksForApproval(amount: bigint, change: Partial<AllowanceChange> = {}): Operation {
  return asks(
    { ...asked, kind: "site-transaction", to: stEth.address, data: "0x", value: 0n },
    [approveStep(amount)],
    { preview: preview({ effects: [], allowances: [allowance({ after: amount, ...change })] }) },
  );
}

/** approve and deposit in one window (EIP-5792). */
export const asksForCalls = (changes: Partial<Operation> = {}): Operation =>
  asks(
    {
      ...asked,
      kind: "site-calls",
      bundleId: "b1",
      calls: [stEth.address, spender].map((to) => ({ to, data: "0x" as const, value: 0n })),
    },
    [approveStep(5n * ether), callStep],
    {
      preview: preview({
        effects: [{ asset: stEth, change: -5n * ether }],
        allowances: [allowance()],
      }),
      ...changes,
    },
  );

/** weir_requestLstApproval, answered with a permit. */
export const asksForLst = (until = now + 30 * 86_400): Operation =>
  asks(
    {
      ...asked,
      kind: "site-approval",
      token: stEth.address,
      spender,
      amount: 5n * ether,
      until,
      purpose: "Deposit into the\u202e lending pool",
    },
    [
      {
        kind: "permit",
        token: stEth,
        domain: { name: "Liquid staked Ether 2.0", version: "2" },
        spender,
        amount: 5n * ether,
        nonce: 0n,
        deadline: BigInt(until),
        words: { key: "step.approve", params: { amount: "5", symbol: "stETH", spender } },
      },
    ],
    { preview: { ...unsent, allowances: [allowance({ form: "permit", until })] }, leaseUntil: until },
  );

/** eth_signTransaction. */
export const asksForSignOnly = (): Operation =>
  asks({ ...asked, kind: "site-transaction", to: spender, data: "0xb6b55f25", value: 0n, signOnly: true }, [
    callStep,
  ]);

const hexOf = (text: string): Hex =>
  `0x${[...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;

/** personal_sign of a text, or of bytes that begin with 0x. */
export function asksForText(text: string): Operation {
  const bytes = text.startsWith("0x") ? (text as Hex) : hexOf(text);
  return asks(
    { ...asked, kind: "site-message", bytes },
    [
      {
        kind: "message",
        bytes,
        words: { key: "step.contract-call", params: { to: "", value: "", symbol: "" } },
      },
    ],
    { preview: unsent },
  );
}

/** A sign-in as EIP-4361 writes it, for `domain`. */
export const signIn = (domain: string, account: string = anna.address): string =>
  [
    `${domain} wants you to sign in with your Ethereum account:`,
    account,
    "",
    "I accept the terms of the pool.",
    "",
    `URI: https://${domain}/login`,
    "Version: 1",
    "Chain ID: 1",
    "Nonce: 32891756abcd",
    "Issued At: 2025-10-09T08:00:00Z",
    "Expiration Time: 2099-01-01T00:00:00Z",
  ].join("\n");

/** eth_signTypedData_v4 of this data. */
export function asksForData(data: object, allowances: AllowanceChange[] = []): Operation {
  const json = JSON.stringify(data);
  return asks(
    { ...asked, kind: "site-typed-data", json },
    [
      {
        kind: "typed-data",
        json,
        words: { key: "step.contract-call", params: { to: "", value: "", symbol: "" } },
      },
    ],
    { preview: { ...unsent, allowances } },
  );
}

const domainTypes = [
  { name: "name", type: "string" },
  { name: "version", type: "string" },
  { name: "chainId", type: "uint256" },
  { name: "verifyingContract", type: "address" },
];

/** Data of a type that no decoder knows. */
export const unknownData = {
  types: { EIP712Domain: domainTypes, Vote: [{ name: "choice", type: "string" }] },
  primaryType: "Vote",
  domain: { name: "Council", version: "1", chainId: 1, verifyingContract: spender },
  message: { choice: "all\u200bow" },
};

/** An ERC-2612 permit that the site wrote itself. */
export const permitData = {
  types: {
    EIP712Domain: domainTypes,
    Permit: [
      { name: "owner", type: "address" },
      { name: "spender", type: "address" },
      { name: "value", type: "uint256" },
      { name: "nonce", type: "uint256" },
      { name: "deadline", type: "uint256" },
    ],
  },
  primaryType: "Permit",
  domain: { name: "Liquid staked Ether 2.0", version: "2", chainId: 1, verifyingContract: stEth.address },
  message: {
    owner: anna.address,
    spender,
    value: (5n * ether).toString(),
    nonce: "0",
    deadline: String(now + 3_600),
  },
};

/** An allowance taken back among several (one window, one transaction each). */
export const endsTwo = (): Operation =>
  operation({
    intent: {
      kind: "revoke",
      items: [
        { form: "erc20", token: stEth.address, spender },
        { form: "operator", token: spender, spender: anna.address },
      ],
    },
    plan: {
      steps: [
        { ...approveStep(0n), words: { key: "step.revoke", params: { spender, symbol: "stETH" } } },
        {
          ...callStep,
          words: { key: "step.revoke-all", params: { spender: anna.address, token: spender } },
        },
      ],
      effects: [],
      remarks: [],
    },
    preview: preview({
      effects: [],
      allowances: [
        allowance({ before: unlimited, after: 0n }),
        allowance({ symbol: "unstETH", before: unlimited, after: 0n, form: "operator", balance: 2n }),
      ],
    }),
    steps: [
      { state: "waiting", attempts: [] },
      { state: "waiting", attempts: [] },
    ],
  });
