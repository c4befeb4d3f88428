import type { Hex } from "../../core/account/account.ts";
import type { Asset } from "../../core/asset/asset.ts";
import { decodeAmount, encodeAllowance } from "../../core/asset/erc20.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { PlanStep } from "../../core/staking/plan.ts";
import type { Protocol } from "../../core/staking/protocol.ts";
import { permittedRedeemData, QUEUE, redeemData, STAKE, TOKEN } from "./ledger.ts";

const native: Asset = { id: "native", symbol: "ETH", name: "Ether", decimals: 18 };
export const pondToken: Asset & { address: typeof TOKEN } = {
  id: TOKEN,
  symbol: "sPOND",
  name: "Staked pond",
  decimals: 18,
  address: TOKEN,
};
const words = (key: string) => ({ key, params: {} });

/** The smallest protocol there is: stake one for one, redeem by permit or approval. */
export const pond: Protocol = {
  definition: {
    id: "pond",
    name: "Pond",
    chainId: 1,
    native,
    tokens: [{ ...pondToken, growth: "accruing" }],
    contracts: [
      { role: "token", address: TOKEN, source: "test" },
      { role: "queue", address: QUEUE, source: "test" },
    ],
    risks: [],
    maxClaimsPerTransaction: 1,
  },
  reads: () => [],
  decode: () => ({ state: {}, positions: [], redemptions: [], more: [] }),
  planReads: (_intent, account) => [
    { key: "allowance", to: TOKEN, data: encodeAllowance(account, QUEUE) },
    { key: "nonce", to: TOKEN, data: `0x7ecebe00${account.slice(2).toLowerCase().padStart(64, "0")}` },
  ],
  decodePlanReads: (_intent, _account, answers) => ({
    allowances: new Map([[`${TOKEN}:${QUEUE}`, decodeAmount(answers.get("allowance")) ?? 0n]]),
    permitNonces: new Map([[TOKEN, decodeAmount(answers.get("nonce")) ?? 0n]]),
  }),
  yieldLogs: () => ({ address: TOKEN, topics: [] }),
  measureYield: () => undefined,
  quote: () => {
    throw new WeirError("staking/unsupported", { protocol: "pond" });
  },
  plan(intent, _state, context) {
    const call = (to: typeof TOKEN, data: Hex, value: bigint): PlanStep => ({
      kind: "call",
      to,
      data,
      value,
      words: words("step.call"),
    });
    if (intent.kind === "stake") {
      return { steps: [call(TOKEN, STAKE, intent.amount)], effects: [], remarks: [] };
    }
    if (intent.kind !== "redeem") throw new WeirError("staking/unsupported", { protocol: "pond" });
    const { amount } = intent;
    const plain = call(QUEUE, redeemData(amount), 0n);
    if ((context.allowances.get(`${TOKEN}:${QUEUE}`) ?? 0n) >= amount) {
      return { steps: [plain], effects: [], remarks: [] };
    }
    const grant = { token: pondToken, spender: QUEUE, amount, words: words("step.grant") };
    if (intent.approval === "approve") {
      return { steps: [{ kind: "approve", ...grant }, plain], effects: [], remarks: [] };
    }
    return {
      steps: [
        {
          kind: "permit",
          ...grant,
          domain: { name: "Staked pond", version: "1" },
          nonce: context.permitNonces.get(TOKEN) ?? 0n,
          deadline: BigInt(context.now + 3600),
        },
        {
          kind: "permitted-call",
          protocol: "pond",
          to: QUEUE,
          method: "redeemWithPermit",
          args: [String(amount)],
          value: 0n,
          words: words("step.call"),
        },
      ],
      effects: [],
      remarks: [],
    };
  },
  completeCall: (step, permit) => ({
    kind: "call",
    to: step.to,
    data: permittedRedeemData(BigInt(String(step.args[0])), permit.nonce),
    value: 0n,
    words: step.words,
  }),
  rateRead: () => ({ key: "rate", to: TOKEN, data: "0x" }),
  decodeRate: () => 10n ** 18n,
};
