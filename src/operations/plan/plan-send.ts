import type { Account, Address } from "../../core/account/account.ts";
import { formatUnits } from "../../core/amount/format.ts";
import type { Asset } from "../../core/asset/asset.ts";
import { decodeAmount, encodeTransfer } from "../../core/asset/erc20.ts";
import type { ChainAccess } from "../../core/chain/access.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { Intent } from "../../core/staking/intent.ts";
import type { Plan } from "../../core/staking/plan.ts";
import type { Protocol } from "../../core/staking/protocol.ts";
import { nativeOf, planningFacts } from "./planning-facts.ts";
import { checkedRecipient } from "./recipient.ts";
import { balanceRead, foreignTokens, knownTokens } from "./tokens.ts";

export type SendIntent = Extract<Intent, { kind: "send" }>;

interface SendInput {
  access: ChainAccess;
  protocols: readonly Protocol[];
  account: Account;
  intent: SendIntent;
  native: Asset;
  now: number;
}

const words = (asset: Asset, amount: bigint, to: Address) => ({
  key: "step.send",
  params: { amount: formatUnits(amount, asset.decimals), symbol: asset.symbol, to },
});

function refuseMissing(amount: bigint, balance: bigint, asset: Asset): void {
  if (amount <= balance) return;
  throw new WeirError("operation/insufficient-balance", {
    missing: formatUnits(amount - balance, asset.decimals),
    unit: asset.symbol,
  });
}

/** All of the native balance but the gas at the fast level, so that any level chosen later is covered. */
async function sendNative(input: SendInput, to: Address): Promise<Plan> {
  const { access, account, intent, native } = input;
  const from = account.address;
  let amount = intent.amount;
  if (intent.max) {
    const [simulation, fees] = await Promise.all([
      access.simulate({ calls: [{ from, to, data: "0x", value: 1n }], reads: [] }),
      access.fees(),
    ]);
    const gas = simulation.gasLimit > 21_000n ? simulation.gasLimit : 21_000n;
    const reserve = gas * fees.fast.maxFeePerGas;
    if (simulation.nativeBefore <= reserve) {
      throw new WeirError("operation/insufficient-gas", {
        missing: formatUnits(reserve - simulation.nativeBefore + 1n, native.decimals),
        unit: native.symbol,
      });
    }
    amount = simulation.nativeBefore - reserve;
  } else {
    const read = await access.readMany({ reads: [], native: [from] });
    if (!read) throw new WeirError("chain/no-endpoint", { chainId: access.chainId });
    refuseMissing(amount, nativeOf(read.native, from), native);
  }
  if (amount === 0n) throw new WeirError("amount/zero", {});
  return {
    steps: [{ kind: "call", to, data: "0x", value: amount, words: words(native, amount, to) }],
    effects: [{ asset: native, change: -amount }],
    remarks: [],
  };
}

async function sendToken(input: SendInput, to: Address, token: Asset & { address: Address }): Promise<Plan> {
  const { access, account, intent } = input;
  const issuer = input.protocols.find((each) =>
    each.definition.tokens.some((own) => own.address.toLowerCase() === token.address.toLowerCase()),
  );
  if (issuer?.planSend) {
    const facts = await planningFacts({
      access,
      protocol: issuer,
      account: account.address,
      intent: undefined,
      snapshot: undefined,
      now: input.now,
    });
    const { amount, max } = intent;
    return issuer.planSend({ assetId: token.id, to, amount, max }, facts.state, facts.context);
  }
  const read = await access.readMany({
    reads: [balanceRead(token.address, account.address, "balance")],
    native: [],
  });
  const balance = decodeAmount(read?.answers.get("balance")) ?? 0n;
  const amount = intent.max ? balance : intent.amount;
  if (amount === 0n) throw new WeirError("amount/zero", {});
  refuseMissing(amount, balance, token);
  return {
    steps: [
      {
        kind: "call",
        to: token.address,
        data: encodeTransfer(to, amount),
        value: 0n,
        words: words(token, amount, to),
      },
    ],
    effects: [{ asset: token, change: -amount }],
    remarks: [],
  };
}

/**
 * The plan of sending the native asset or a token. Throws account/address-*, operation/recipient-token-contract,
 * operation/insufficient-*, amount/zero, and chain/* errors.
 */
export async function planSend(input: SendInput): Promise<Plan> {
  const tokens = knownTokens(input.protocols);
  const id = input.intent.assetId.toLowerCase();
  const to = checkedRecipient(input.intent.to, new Set([...tokens.keys(), id]));
  if (id === "native") return sendNative(input, to);
  const token = tokens.get(id) ?? (await foreignTokens(input.access, [id as Address]))[0];
  if (!token) throw new WeirError("message/invalid", { name: "operations.plan" });
  return sendToken(input, to, token);
}
