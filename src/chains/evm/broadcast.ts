import { keccak256 } from "ethers/crypto";
import type { Hex } from "../../core/account/account.ts";
import { WeirError } from "../../core/errors/index.ts";
import { sendRequest, transactionRequest } from "./requests.ts";
import type { RpcRefusal } from "./transport/rpc.ts";
import type { Transport } from "./transport/transport.ts";

/** What nodes say of bytes they hold already (geth, erigon, nethermind, besu, reth, anvil). */
const alreadyKnown = /already (known|imported|in)|known transaction|AlreadyKnown|already exists/i;
const nonceUsed = /nonce too low|nonce is too low|OldNonce|invalid nonce|already used/i;
const underpriced = /underpriced|fee too low|FeeTooLow|gas price too low|max fee per gas less than/i;
const noFunds = /insufficient funds|InsufficientFunds|upfront|insufficient balance/i;

function reasonOf(refusal: RpcRefusal): "nonce-too-low" | "underpriced" | "insufficient-funds" | "other" {
  if (nonceUsed.test(refusal.message)) return "nonce-too-low";
  if (underpriced.test(refusal.message)) return "underpriced";
  if (noFunds.test(refusal.message)) return "insufficient-funds";
  return "other";
}

/**
 * Sends signed bytes to every endpoint at once. Resolves as soon as one took them, knows them, or has them in a block;
 * the others are sent to all the same. Rejects with a node's refusal (chain/rpc with `reason`) in preference to a
 * failure to reach one.
 */
export async function broadcast(transport: Transport, raw: Hex): Promise<void> {
  const hash = keccak256(raw) as Hex;
  const urls = await transport.urls();
  try {
    await Promise.any(urls.map((url) => sendTo(transport, url, raw, hash)));
  } catch (cause) {
    const errors: unknown[] = cause instanceof AggregateError ? cause.errors : [cause];
    throw errors.find((error) => error instanceof WeirError && error.code === "chain/rpc") ?? errors[0];
  }
}

async function sendTo(transport: Transport, url: string, raw: Hex, hash: Hex): Promise<void> {
  const { client, outcomes } = await transport.askOf(url, [sendRequest(raw)] as const, true);
  const [sent] = outcomes;
  if (sent.ok || alreadyKnown.test(sent.refusal.message)) return;
  const reason = reasonOf(sent.refusal);
  // "nonce too low" may mean that this very transaction was mined meanwhile.
  if (reason === "nonce-too-low" && (await knowsAt(transport, url, hash))) return;
  throw new WeirError("chain/rpc", {
    endpoint: client.label,
    method: "eth_sendRawTransaction",
    rpcCode: sent.refusal.code,
    reason,
  });
}

async function knowsAt(transport: Transport, url: string, hash: Hex): Promise<boolean> {
  const { outcomes } = await transport.askOf(url, [transactionRequest(hash)] as const);
  return outcomes[0].ok && outcomes[0].value;
}

/** Whether any endpoint has the transaction, waiting or mined. Rejects only when no endpoint answered. */
export async function knows(transport: Transport, hash: Hex): Promise<boolean> {
  const urls = await transport.urls();
  const results = await Promise.allSettled(urls.map((url) => knowsAt(transport, url, hash)));
  if (results.some((result) => result.status === "fulfilled" && result.value)) return true;
  const failed = results.find((result) => result.status === "rejected");
  if (failed && results.every((result) => result.status === "rejected")) throw failed.reason;
  return false;
}
