import { type ErrorCode, isWeirError, type WeirError } from "../core/errors/index.ts";
import type { RpcError } from "../messages/page/reply.ts";

/**
 * What a site's developer reads for each of our codes. Codes after EIP-1193 (4001, 4100, 4200, 4900, 4901), EIP-3326
 * (4902) and EIP-1474 (negative ones). Texts are fixed: no parameter of the request comes back in them.
 */
const known: Partial<Record<ErrorCode, RpcError>> = {
  "site/not-connected": { code: 4100, message: "Not authorized for this account. Connect first." },
  "site/origin-refused": { code: 4100, message: "Pages of this kind cannot use the wallet." },
  "site/rejected": { code: 4001, message: "The user rejected the request." },
  "site/expired": { code: 4001, message: "The request was not answered in time." },
  "site/gone": { code: 4001, message: "The page that asked went away." },
  "site/method-unsupported": { code: 4200, message: "Method not supported." },
  "site/too-large": { code: -32600, message: "Request too large." },
  "site/already-pending": { code: -32002, message: "A request of this kind is already pending." },
  "site/too-many": { code: -32005, message: "Too many requests." },
  "site/chain-mismatch": { code: -32602, message: "chainId differs from the connected network." },
  "site/chain-unknown": { code: 4902, message: "Unknown network." },
  "site/filter-unknown": { code: -32000, message: "Filter not found." },
  "site/replayed": { code: -32600, message: "Stale or repeated message." },
  "site/suspended": { code: 4100, message: "The wallet no longer serves this site." },
  "site/blocked": { code: 4100, message: "The wallet refuses this request." },
  "site/capability-unsupported": { code: 5700, message: "A required capability is not supported." },
  "site/bundle-chain": { code: 5710, message: "Unknown network." },
  "site/bundle-duplicate": { code: 5720, message: "This id is already used for another batch." },
  "site/bundle-unknown": { code: 5730, message: "No batch with this id." },
  "site/bundle-too-large": { code: 5740, message: "Too many calls in the batch." },
  "site/atomicity-unsupported": { code: 5760, message: "Atomic execution is not supported." },
  "site/chain-clash": { code: -32602, message: "The wallet knows this network otherwise." },
  "site/chain-endpoint": { code: -32602, message: "No rpcUrl answers for this chainId." },
  "site/request-unknown": { code: -32600, message: "No such request." },
  "operation/rejected-by-user": { code: 4001, message: "The user rejected the request." },
  "operation/insufficient-gas": { code: -32000, message: "Insufficient funds for gas." },
  "operation/insufficient-balance": { code: -32000, message: "Insufficient funds." },
  "operation/would-revert": { code: -32000, message: "The transaction would revert." },
  "account/watch-only": { code: 4100, message: "This account cannot sign." },
  "account/unknown": { code: 4100, message: "Not authorized for this account. Connect first." },
  "vault/locked": { code: 4100, message: "The wallet is locked." },
  "chain/unknown": { code: 4902, message: "Unknown network." },
  "chain/rate-limited": { code: -32005, message: "The node limits requests." },
  "chain/unreachable": { code: 4901, message: "No node of this network is reachable." },
  "chain/no-endpoint": { code: 4901, message: "No node of this network is reachable." },
  "chain/timeout": { code: 4901, message: "No node of this network is reachable." },
  "chain/wrong-chain": { code: 4901, message: "The node serves another network." },
};

const internal: RpcError = { code: -32603, message: "Internal error." };

/** Codes of a node that mean something to a site: reverted (3) and the range JSON-RPC leaves to servers. */
const passesOn = (code: number): boolean => code === 3 || (code >= -32099 && code <= -32000);

const revertData = /^0x(?:[0-9a-fA-F]{2})*$/;

/** Any thrown value as the site may see it. Foreign errors become -32603 with nothing of their text. */
export function rpcError(error: unknown): RpcError {
  if (!isWeirError(error)) return internal;
  if (isWeirError(error, "site/params-invalid")) {
    const { detail } = (error as WeirError<"site/params-invalid">).params;
    return { code: -32602, message: `Invalid params: ${detail}.` };
  }
  if (isWeirError(error, "site/method-refused")) {
    const { method, reason } = (error as WeirError<"site/method-refused">).params;
    return { code: 4200, message: `${method}: ${reason}` };
  }
  if (isWeirError(error, "site/asset-refused")) {
    const { reason } = (error as WeirError<"site/asset-refused">).params;
    return { code: -32602, message: `Token refused: ${reason}` };
  }
  if (isWeirError(error, "chain/rpc")) {
    const { rpcCode, data } = (error as WeirError<"chain/rpc">).params;
    const refused: RpcError = {
      code: passesOn(rpcCode) ? rpcCode : -32603,
      message: "The node refused the request.",
    };
    // What a contract said when it reverted: pages decode their own contract's errors from it.
    return data === undefined || !revertData.test(data) ? refused : { ...refused, data };
  }
  // The code may come out of a stored record, where anything may stand.
  return (Object.hasOwn(known, error.code) ? known[error.code] : undefined) ?? internal;
}
