import type { Address } from "../../core/account/account.ts";
import { formatAddress } from "../../core/account/address.ts";
import { decodeStanding, permit2Address, standingRead } from "../../core/allowance/standing-reads.ts";
import { formatUnits } from "../../core/amount/format.ts";
import { least } from "../../core/amount/ratio.ts";
import { isUnlimited } from "../../core/approval/rules/unlimited-amount.ts";
import type { Asset } from "../../core/asset/asset.ts";
import type { ChainAccess } from "../../core/chain/access.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { Intent } from "../../core/staking/intent.ts";
import type { Plan, PlanStep, Words } from "../../core/staking/plan.ts";
import { permitDomain, permitReads } from "./permit-domain.ts";
import { approveStep } from "./plan-approve.ts";

type ApprovalIntent = Extract<Intent, { kind: "site-approval" }>;

const largest = { amount: 2n ** 160n - 1n, expiration: 2n ** 48n - 1n };

function words(form: "permit" | "permit2", token: Asset, spender: Address, amount: bigint): Words {
  const key = `step.${form}${isUnlimited(amount) || amount === largest.amount ? "-unlimited" : ""}`;
  const params = { symbol: token.symbol, spender, amount: formatUnits(amount, token.decimals) };
  return { key, params };
}

/** Permit2's PermitSingle (github Uniswap/permit2, IAllowanceTransfer) as the JSON that is signed. */
function permitSingle(input: {
  chainId: number;
  token: Address;
  spender: Address;
  amount: bigint;
  until: bigint;
  nonce: bigint;
}): string {
  const { chainId, token, spender, amount, nonce, until } = input;
  const expiration = String(least(until, largest.expiration));
  const field = (name: string, type: string) => ({ name, type });
  return JSON.stringify({
    types: {
      EIP712Domain: [
        field("name", "string"),
        field("chainId", "uint256"),
        field("verifyingContract", "address"),
      ],
      PermitSingle: [
        field("details", "PermitDetails"),
        field("spender", "address"),
        field("sigDeadline", "uint256"),
      ],
      PermitDetails: [
        field("token", "address"),
        field("amount", "uint160"),
        field("expiration", "uint48"),
        field("nonce", "uint48"),
      ],
    },
    primaryType: "PermitSingle",
    domain: { name: "Permit2", chainId: String(chainId), verifyingContract: permit2Address },
    message: {
      details: { token, amount: String(amount), expiration, nonce: String(nonce) },
      spender,
      sigDeadline: String(until),
    },
  });
}

/**
 * The best form in which the token allows what weir_requestLstApproval asks: an ERC-2612 permit; else Permit2's, where
 * Permit2 itself may already take as much; else an approval transaction, which the wallet ends by a lease. Throws
 * site/params-invalid for an end that is past, chain/* errors.
 */
export async function planLstApproval(input: {
  access: ChainAccess;
  account: Address;
  intent: ApprovalIntent;
  token: Asset & { address: Address };
  now: number;
}): Promise<Plan> {
  const { access, account, intent, now } = input;
  const { amount, until } = intent;
  if (until <= now) throw new WeirError("site/params-invalid", { detail: "until" });
  const address = formatAddress(input.token.address);
  const token = { ...input.token, address };
  const spender = formatAddress(intent.spender);
  const whose = { owner: account, token: address, spender };
  const read = await access.readMany({
    reads: [
      ...permitReads(address, account),
      standingRead("erc20", { ...whose, spender: permit2Address }, "permit2:covered"),
      standingRead("permit2", whose, "permit2:pair"),
    ],
    native: [],
  });
  if (!read) throw new WeirError("chain/no-endpoint", { chainId: access.chainId });
  const one = (step: PlanStep): Plan => ({ steps: [step], effects: [], remarks: [] });
  const permit = permitDomain(address, access.chainId, read.answers);
  if (permit) {
    const { domain, nonce } = permit;
    const deadline = BigInt(until);
    const shown = words("permit", token, spender, amount);
    return one({ kind: "permit", token, domain, spender, amount, nonce, deadline, words: shown });
  }
  const covered = decodeStanding("erc20", read.answers.get("permit2:covered"))?.amount ?? 0n;
  const pair = decodeStanding("permit2", read.answers.get("permit2:pair"));
  const most = least(amount, largest.amount);
  if (pair?.nonce !== undefined && covered > 0n && covered >= most) {
    const end = BigInt(until);
    const json = permitSingle({
      chainId: access.chainId,
      token: address,
      spender,
      amount: most,
      until: end,
      nonce: pair.nonce,
    });
    return one({ kind: "typed-data", json, words: words("permit2", token, spender, most) });
  }
  return one(approveStep(token, spender, amount));
}
