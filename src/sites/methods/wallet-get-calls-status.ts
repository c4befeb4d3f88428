import type { Receipt } from "../../core/chain/access.ts";
import type { Operation } from "../../core/operation/operation.ts";
import { chainIdHex, siteMethod } from "../method.ts";
import { bundleId, bundleOf } from "./bundle.ts";

/** EIP-5792's status codes. */
const status = { pending: 100, confirmed: 200, notSent: 400, reverted: 500, partly: 600 } as const;

const hex = (value: bigint | number): string => `0x${value.toString(16)}`;

function statusOf(operation: Operation, receipts: readonly Receipt[]): number {
  if (operation.state === "confirmed") return status.confirmed;
  if (["planned", "approved", "running"].includes(operation.state)) return status.pending;
  // Ended before its end: what of it is on the chain, and how did that go?
  if (receipts.some(({ success }) => success)) return status.partly;
  const reverted = receipts.length > 0 || operation.error?.code === "operation/reverted";
  return reverted ? status.reverted : status.notSent;
}

const receiptOf = (receipt: Receipt) => ({
  logs: receipt.logs.map(({ address, data, topics }) => ({ address, data, topics: [...topics] })),
  status: receipt.success ? "0x1" : "0x0",
  blockHash: receipt.blockHash,
  blockNumber: hex(receipt.blockNumber),
  gasUsed: hex(receipt.gasUsed),
  transactionHash: receipt.hash,
});

/** EIP-5792: how far a bundle is, with the receipts there are. Each call is a transaction of its own: never atomic. */
export const walletGetCallsStatus = siteMethod(
  "wallet_getCallsStatus",
  bundleId,
  async (call, [id]) => {
    const operation = await bundleOf(call, id);
    const receipts = (await call.wallet.operations.receipts(operation)).filter((one) => one !== undefined);
    return {
      result: {
        version: "2.0.0",
        id,
        chainId: chainIdHex(operation.chainId),
        status: statusOf(operation, receipts),
        atomic: false,
        ...(receipts.length > 0 ? { receipts: receipts.map(receiptOf) } : {}),
      },
    };
  },
  { limited: true },
);
