import { keccak256 } from "ethers/crypto";
import type { Address, Hex } from "../../core/account/account.ts";
import type { Receipt } from "../../core/chain/access.ts";
import type { BlockRef, Log } from "../../core/staking/protocol.ts";
import {
  addressData,
  data,
  fixedData,
  list,
  Malformed,
  quantity,
  record,
  smallQuantity,
  toQuantity,
} from "./quantity.ts";
import type { RpcRequest } from "./transport/rpc.ts";

const mostLogs = 20_000;

/** A log as the Ethereum JSON-RPC specification has it; a pending one or one taken back by a reorg is malformed. */
export function decodeLog(value: unknown): Log {
  const log = record(value);
  if (log.removed === true) throw new Malformed("removed");
  return {
    address: addressData(log.address),
    topics: list(log.topics, 4).map((topic) => fixedData(topic, 32)),
    data: data(log.data),
    blockNumber: smallQuantity(log.blockNumber),
    ...(log.transactionHash === undefined ? {} : { transactionHash: fixedData(log.transactionHash, 32) }),
  };
}

/** At most 20 000 logs. */
export function decodeLogs(value: unknown): Log[] {
  return list(value, mostLogs).map(decodeLog);
}

/** eth_getTransactionReceipt; undefined while not mined. */
export function receiptRequest(hash: Hex): RpcRequest<Receipt | undefined> {
  return {
    method: "eth_getTransactionReceipt",
    params: [hash],
    decode(value) {
      if (value === null) return undefined;
      const receipt = record(value);
      const status = quantity(receipt.status);
      if (status > 1n) throw new Malformed("status");
      if (fixedData(receipt.transactionHash, 32).toLowerCase() !== hash.toLowerCase()) {
        throw new Malformed("transactionHash");
      }
      return {
        hash,
        success: status === 1n,
        blockNumber: smallQuantity(receipt.blockNumber),
        blockHash: fixedData(receipt.blockHash, 32),
        gasUsed: quantity(receipt.gasUsed),
        effectiveGasPrice: quantity(receipt.effectiveGasPrice),
        logs: decodeLogs(receipt.logs),
      };
    },
  };
}

/** eth_getTransactionByHash: whether the node has it, waiting or mined. */
export function transactionRequest(hash: Hex): RpcRequest<boolean> {
  return {
    method: "eth_getTransactionByHash",
    params: [hash],
    decode(value) {
      if (value === null) return false;
      if (fixedData(record(value).hash, 32).toLowerCase() !== hash.toLowerCase()) throw new Malformed("hash");
      return true;
    },
  };
}

/** eth_sendRawTransaction; the node's hash must be that of the bytes sent. */
export function sendRequest(raw: Hex): RpcRequest<Hex> {
  const hash = keccak256(raw) as Hex;
  return {
    method: "eth_sendRawTransaction",
    params: [raw],
    isFinal: () => true,
    decode(value) {
      if (fixedData(value, 32).toLowerCase() !== hash) throw new Malformed("hash");
      return hash;
    },
  };
}

/** eth_getTransactionCount at "latest" (mined) or "pending". */
export function nonceRequest(account: Address, tag: "latest" | "pending"): RpcRequest<number> {
  return { method: "eth_getTransactionCount", params: [account, tag], decode: smallQuantity };
}

/** eth_getCode at the latest block, or at one that the node may have forgotten: then its refusal is the answer. */
export function codeRequest(address: Address, block?: number): RpcRequest<Hex> {
  return {
    method: "eth_getCode",
    params: [address, block === undefined ? "latest" : toQuantity(block)],
    decode: data,
    ...(block === undefined ? {} : { isFinal: () => true }),
  };
}

/** eth_getBlockByNumber of the latest block, without transactions. */
export const latestBlockRequest: RpcRequest<BlockRef> = {
  method: "eth_getBlockByNumber",
  params: ["latest", false],
  decode(value) {
    const block = record(value);
    return { number: smallQuantity(block.number), timestamp: smallQuantity(block.timestamp) };
  },
};
