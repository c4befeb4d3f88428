import type { Fault, FaultScope } from "./faults.ts";
import type { Answer } from "./person.ts";

/** High byte of the USB product id and target id, by model: DMK's StaticDeviceModelDataSource. */
export const models = {
  nanoS: { product: 0x10, target: 0x31100004, name: "Nano S", wide: false },
  nanoX: { product: 0x40, target: 0x33000004, name: "Nano X", wide: false },
  nanoSP: { product: 0x50, target: 0x33100004, name: "Nano S Plus", wide: false },
  stax: { product: 0x60, target: 0x33200004, name: "Ledger Stax", wide: true },
  flex: { product: 0x70, target: 0x33300004, name: "Ledger Flex", wide: true },
  apex: { product: 0x80, target: 0x33400004, name: "Ledger Nano Gen5", wide: true },
} as const;
export type SoftwareModel = keyof typeof models;

export interface SoftwareLedgerOptions {
  phrase: string;
  passphrase?: string;
  /** Default nanoSP. */
  model?: SoftwareModel;
  /** The open app at the beginning, "BOLOS" is the dashboard. Default "Ethereum". */
  app?: string;
  /** Default ["Ethereum", "Bitcoin"]. */
  installed?: string[];
  /** Default "1.13.0". Under 1.9.19 there is no E0 1A (6d00). */
  ethereumVersion?: string;
  /** Default "1.1.1". */
  firmware?: string;
  /** The app's setting. Default off. */
  blindSigning?: boolean;
  /** The app's setting to show every field of typed data on a Nano ("Raw messages"). Default off. */
  rawMessages?: boolean;
  /** false: E0 1A is 6d00 whatever the version, as on a Nano S, whose memory has no room for it. Default true. */
  typedDataFields?: boolean;
  /** Default false. */
  locked?: boolean;
  /** How long it is away from the bus when an app opens or closes, in ms. Default 20. */
  awayFor?: number;
  /** false: the product id stays when the app changes. Default true: 0x..11 on the dashboard, 0x..15 in Ethereum. */
  productIdChanges?: boolean;
  answerWith?: Answer | "wait";
}

export interface SoftwareLedger {
  // The wire
  readonly vendorId: number;
  readonly productId: number;
  readonly productName: string;
  readonly plugged: boolean;
  /** One packet of 64 bytes from the host. Throws when unplugged. */
  write(packet: Uint8Array): void;
  /** Packets to the host, each a buffer of its own of 64 bytes. Returns how to stop. */
  onPacket(listener: (packet: Uint8Array) => void): () => void;
  onPlug(listener: (plugged: boolean) => void): () => void;

  // The person
  readonly app: string;
  readonly locked: boolean;
  lock(): void;
  unlock(): void;
  /** As from the dashboard's menu, without a question: the device leaves the bus and comes back. */
  openApp(name: string): void;
  closeApp(): void;
  /** Pulls the cable: what stood on the screen is gone, the dashboard is there (locked or not as before) after plugIn. */
  unplug(): void;
  plugIn(): void;
  /** The device is set up with another phrase or passphrase. */
  setPhrase(phrase: string, passphrase?: string): void;
  setBlindSigning(on: boolean): void;
  setRawMessages(on: boolean): void;
  install(name: string): void;
  uninstall(name: string): void;
  answerWith: Answer | "wait";
  /** What stands on the screen and waits for a button; undefined: nothing. */
  screen(): string[] | undefined;
  /** Everything that ever stood there, oldest first. */
  shown(): string[][];
  onScreen(listener: (screen: string[] | undefined) => void): () => void;
  press(answer: Answer): void;
  /** Names of the apps that a host asked to open. */
  readonly askedToOpen: readonly string[];

  // What goes wrong
  fault(fault: Fault, scope?: FaultScope): void;
  clearFaults(): void;

  // What a test looks at
  /** Every APDU received, hex without 0x. */
  readonly requests: readonly string[];
  /** The address at a path of BIP-32 indexes, with 0x and checksum: what the phrase gives, not over the wire. */
  addressAt(path: number[]): string;
}
