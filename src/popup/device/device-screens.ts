import { keccak_256 } from "@noble/hashes/sha3.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { decodeRlp } from "ethers/utils";
import type { Address, Hex } from "../../core/account/account.ts";
import { readTypedData, typedDataRows } from "../../core/approval/meaning/typed-data.ts";
import type { DeviceJob } from "../../core/device/job.ts";
import { shownText } from "../../core/site/shown-text.ts";

/** One thing that the device puts on its screen, or that can be compared with it. */
export type DeviceScreen =
  /** Wei. */
  | { kind: "amount" | "fee"; wei: bigint }
  | { kind: "recipient" | "contract"; address: Address }
  | { kind: "deploy" }
  | { kind: "network"; chainId: number }
  | { kind: "transaction-hash" | "domain-hash" | "message-hash"; hash: Hex }
  | { kind: "field"; path: string; type: string; value: string }
  | { kind: "text"; text: string; isText: boolean };

export interface DeviceScreens {
  /** How it is shown: in words, a call that the device knows nothing of, field by field, or by two hashes. */
  form: "transfer" | "blind" | "fields" | "hashes" | "text" | "unreadable";
  screens: readonly DeviceScreen[];
}

const unreadable: DeviceScreens = { form: "unreadable", screens: [] };

/**
 * What the device will show for a job, from the bytes that it is to sign. `form`: how it shows typed data, once it has said so;
 * the fields until then. Never throws.
 */
export function deviceScreens(job: DeviceJob, form: "fields" | "hashes" = "fields"): DeviceScreens {
  switch (job.kind) {
    case "transaction":
      return transactionScreens(job.unsigned);
    case "typed-data":
      return typedDataScreens(job, form);
    default: {
      const { text, isText } = shownText(job.bytes);
      return { form: "text", screens: [{ kind: "text", text, isText }] };
    }
  }
}

/** The nine fields of an unsigned EIP-1559 transaction: 0x02 ‖ rlp([chainId, nonce, tip, most, gas, to, value, data, list]). */
function fieldsOf(unsigned: Hex): string[] | undefined {
  if (!unsigned.startsWith("0x02")) return undefined;
  try {
    const list: unknown = decodeRlp(`0x${unsigned.slice(4)}`);
    if (!Array.isArray(list) || list.length !== 9) return undefined;
    const fields: unknown[] = list.slice(0, 8);
    return fields.every((field): field is string => typeof field === "string") ? fields : undefined;
  } catch {
    return undefined;
  }
}

const number = (hex: string | undefined): bigint => (hex === undefined || hex === "0x" ? 0n : BigInt(hex));

function transactionScreens(unsigned: Hex): DeviceScreens {
  const fields = fieldsOf(unsigned);
  if (fields === undefined) return unreadable;
  const [chainId, , , maxFeePerGas, gasLimit, to, value, data] = fields;
  const plain = data === "0x" && to !== "0x";
  const screens: DeviceScreen[] = [
    { kind: "amount", wei: number(value) },
    to === "0x" ? { kind: "deploy" } : { kind: plain ? "recipient" : "contract", address: to as Address },
    { kind: "fee", wei: number(maxFeePerGas) * number(gasLimit) },
    { kind: "network", chainId: Number(number(chainId)) },
  ];
  if (plain) return { form: "transfer", screens };
  const hash: Hex = `0x${bytesToHex(keccak_256(hexToBytes(unsigned.slice(2))))}`;
  return { form: "blind", screens: [...screens, { kind: "transaction-hash", hash }] };
}

function typedDataScreens(
  { json, domainHash, messageHash }: Extract<DeviceJob, { kind: "typed-data" }>,
  form: "fields" | "hashes",
): DeviceScreens {
  const hashes: DeviceScreen[] = [
    { kind: "domain-hash", hash: domainHash },
    { kind: "message-hash", hash: messageHash },
  ];
  if (form === "hashes") return { form, screens: hashes };
  try {
    const rows = typedDataRows(readTypedData(json));
    const fields = rows.map(({ path, type, value }): DeviceScreen => ({ kind: "field", path, type, value }));
    // A Nano whose app is not set to show raw messages hashes the fields and shows that hash alone (app-ethereum's ui_logic.c).
    return { form, screens: [...fields, { kind: "message-hash", hash: messageHash }] };
  } catch {
    return { form: "hashes", screens: hashes };
  }
}
