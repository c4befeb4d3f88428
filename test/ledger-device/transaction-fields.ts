import { getAddress } from "ethers/address";
import { formatUnits, type RlpStructuredData } from "ethers/utils";
import { fromHex, toHex } from "./apdu.ts";

export interface ReadTransaction {
  type: number;
  /** As they stand in the RLP: no leading zeros; none: no chain id. */
  chainIdBytes: Uint8Array;
  nonce: bigint;
  /** Per unit of gas: gasPrice, or maxFeePerGas. */
  gasPrice: bigint;
  gasLimit: bigint;
  /** 40 hex digits, "" for a new contract. */
  to: string;
  value: bigint;
  data: Uint8Array;
  /** ERC-20 transfer and approve, which the app reads when it knows the token. */
  tokenCall?: { action: "Send" | "Approve"; party: string; amount: bigint };
}

const order = {
  0: ["nonce", "gasPrice", "gasLimit", "to", "value", "data", "chainId"],
  1: ["chainId", "nonce", "gasPrice", "gasLimit", "to", "value", "data"],
  2: ["chainId", "nonce", "priority", "gasPrice", "gasLimit", "to", "value", "data"],
} as const;

/** An unsigned transaction's fields by its type. Throws where there are too few or of the wrong form. */
export function readTransaction(type: number, list: RlpStructuredData): ReadTransaction {
  if (!Array.isArray(list)) throw new Error("no list");
  const names: readonly string[] = order[type as 0 | 1 | 2];
  const field = (name: string): Uint8Array => {
    const item = list[names.indexOf(name)];
    if (item === undefined && type === 0 && name === "chainId") return new Uint8Array();
    if (typeof item !== "string") throw new Error(`no ${name}`);
    return fromHex(item.slice(2));
  };
  const number = (name: string): bigint => {
    const bytes = field(name);
    if (bytes.length > 32) throw new Error(`${name} is too long`);
    return bytes.length === 0 ? 0n : BigInt(`0x${toHex(bytes)}`);
  };
  const to = field("to");
  if (to.length !== 0 && to.length !== 20) throw new Error("no address");
  const data = field("data");
  const tokenCall = readTokenCall(data);
  return {
    type,
    chainIdBytes: field("chainId"),
    nonce: number("nonce"),
    gasPrice: number("gasPrice"),
    gasLimit: number("gasLimit"),
    to: toHex(to),
    value: number("value"),
    data,
    ...(tokenCall && { tokenCall }),
  };
}

function readTokenCall(data: Uint8Array): ReadTransaction["tokenCall"] {
  const selector = toHex(data.slice(0, 4));
  if (data.length < 68 || (selector !== "a9059cbb" && selector !== "095ea7b3")) return undefined;
  return {
    action: selector === "a9059cbb" ? "Send" : "Approve",
    party: toHex(data.slice(16, 36)),
    amount: BigInt(`0x${toHex(data.slice(36, 68))}`),
  };
}

const networks: Record<string, string> = {
  1: "Ethereum",
  10: "OP Mainnet",
  137: "Polygon",
  8453: "Base",
  42161: "Arbitrum",
};

/** What stands on the screen: a model of it, not the device's typography. */
export function transactionLines(
  tx: ReadTransaction,
  about: {
    from: string;
    digest: Uint8Array;
    blind: boolean;
    token: { ticker: string; decimals: number } | undefined;
  },
): string[] {
  const checked = (hex: string) => getAddress(`0x${hex}`);
  const fees = `Max fees ETH ${formatUnits(tx.gasPrice * tx.gasLimit, 18).replace(/\.0$/, "")}`;
  const chainId = tx.chainIdBytes.length === 0 ? 0n : BigInt(`0x${toHex(tx.chainIdBytes)}`);
  const network = chainId === 0n ? [] : [`Network ${networks[String(chainId)] ?? chainId}`];
  const from = `From 0x${about.from}`;
  const call = tx.tokenCall;
  if (call && about.token && !about.blind) {
    const amount = formatUnits(call.amount, about.token.decimals).replace(/\.0$/, "");
    const unlimited = call.amount === 2n ** 256n - 1n;
    return [
      "Review transaction",
      from,
      `${call.action} ${unlimited ? "Unlimited" : amount} ${about.token.ticker}`,
      `${call.action === "Send" ? "To" : "Approve to"} ${checked(call.party)}`,
      ...network,
      fees,
      "Sign transaction",
    ];
  }
  const amount = `Amount ETH ${formatUnits(tx.value, 18).replace(/\.0$/, "")}`;
  return [
    ...(about.blind ? ["Blind signing ahead"] : []),
    "Review transaction",
    from,
    // Since 1.14 the blind flow leaves out an amount of nothing and shows the transaction's hash (the app's CHANGELOG).
    amount,
    tx.to === "" ? "To Contract" : `To ${checked(tx.to)}`,
    ...network,
    fees,
    ...(about.blind ? [`Transaction hash 0x${toHex(about.digest)}`] : []),
    "Sign transaction",
  ];
}
