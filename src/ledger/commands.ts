/**
 * The commands that this layer sends itself or recognises among the library's. Sources: LedgerHQ/app-ethereum
 * doc/ethapp.adoc; the operating system's (B0 01, B0 A7, E0 01, E0 D8) as in the Device Management Kit's os commands.
 */
export const appAndVersion = Uint8Array.of(0xb0, 0x01, 0, 0, 0);
export const closeApp = Uint8Array.of(0xb0, 0xa7, 0, 0, 0);
export const osVersion = Uint8Array.of(0xe0, 0x01, 0, 0, 0);
export const appConfiguration = Uint8Array.of(0xe0, 0x06, 0, 0, 0);

/** E0 D8: asks the person on the dashboard whether to open the app. */
export function openApp(name: string): Uint8Array {
  return Uint8Array.from([0xe0, 0xd8, 0, 0, name.length, ...new TextEncoder().encode(name)]);
}

export type CommandKind =
  | "address"
  | "address-shown"
  | "transaction"
  | "message"
  | "typed-data"
  | "typed-data-hashes"
  | "struct-definition"
  | "struct-value"
  | "configuration"
  | "open-app"
  | "other";

const ethereumKinds: Readonly<Record<number, CommandKind>> = {
  4: "transaction",
  6: "configuration",
  8: "message",
  26: "struct-definition",
  28: "struct-value",
  216: "open-app",
};

/** What a command is, by class, instruction and parameters. */
export function commandKind([cla, ins = 0, p1, p2]: Uint8Array): CommandKind {
  if (cla !== 0xe0) return "other";
  if (ins === 0x02) return p1 === 1 ? "address-shown" : "address";
  if (ins === 0x0c) return p2 === 0 ? "typed-data-hashes" : "typed-data";
  return ethereumKinds[ins] ?? "other";
}

/** Whether the answer may wait for a person at the device, for as long as they like. */
export function asksPerson(apdu: Uint8Array): boolean {
  const kind = commandKind(apdu);
  return !["address", "struct-definition", "configuration", "other"].includes(kind);
}

/** Bytes of a signature as the app answers it: v, r, s (app-ethereum, doc/ethapp.adoc). */
export const signatureLength = 65;
