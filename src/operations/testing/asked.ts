import type { Address } from "../../core/account/account.ts";
import type { Operation } from "../../core/operation/operation.ts";
import type { OperationAsk } from "../../core/site/site.ts";
import type { Operations } from "../operations.ts";
import { account, approval, own, type World } from "./world.ts";

export const siteOrigin = "https://site.example";
export const stranger: Address = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
let requests = 0;

/** What a site asks for, as planned by a worker of its own, with its preview. */
export async function asked(
  world: World,
  ask: OperationAsk,
  chainId = 1,
): Promise<{ operations: Operations; shown: Operation }> {
  const operations = world.start();
  const requestId = `asked-${++requests}`;
  const planned = await operations.planForSite({ origin: siteOrigin, requestId, chainId, account, ask });
  return { operations, shown: await operations.handlers["operations.preview"]({ id: planned.id }) };
}

/** Approves the operation's present preview. */
export function approve(operations: Operations, shown: Operation): Promise<Operation> {
  return operations.handlers["operations.approve"](approval(shown));
}

/** An ERC-2612 permit of `token` as a site asks for it. */
export function permitAsk(token: Address, spender: Address, value: bigint, nonce = 0n): OperationAsk {
  const field = (name: string, type: string) => ({ name, type });
  const json = JSON.stringify({
    types: {
      EIP712Domain: [
        field("name", "string"),
        field("version", "string"),
        field("chainId", "uint256"),
        field("verifyingContract", "address"),
      ],
      Permit: [
        field("owner", "address"),
        field("spender", "address"),
        field("value", "uint256"),
        field("nonce", "uint256"),
        field("deadline", "uint256"),
      ],
    },
    primaryType: "Permit",
    domain: { name: "Staked pond", version: "1", chainId: 1, verifyingContract: token },
    message: {
      owner: own,
      spender,
      value: String(value),
      nonce: String(nonce),
      deadline: "1800000000",
    },
  });
  return { kind: "typed-data", from: own, json };
}
