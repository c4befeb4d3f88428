import { type Apdu, ascii, concat, prefixed, Reader, StatusError, status } from "./apdu.ts";
import { hashedTypedData } from "./hashed-typed-data.ts";
import type { DeviceKeys, RawSignature, SignatureFault } from "./keys.ts";
import { Gone, type Person } from "./person.ts";
import { PersonalMessages } from "./personal-messages.ts";
import { Transactions } from "./transactions.ts";
import { TypedData } from "./typed-data.ts";

export interface AppContext {
  person: Person;
  settings: { blindSigning: boolean; rawMessages: boolean; typedDataFields: boolean };
  version: string;
  /** A large screen (Stax, Flex, Nano Gen5), which shows the fields of typed data without being told to. */
  wide: boolean;
  keys(): DeviceKeys;
  signatureFault(): SignatureFault | undefined;
}

export interface EthereumApp {
  handle(apdu: Apdu): Promise<Uint8Array>;
}

/** Ledger's Ethereum app, as far as LedgerHQ/app-ethereum's doc/ethapp.adoc and its published source describe it. */
export function ethereumApp(context: AppContext): EthereumApp {
  const transactions = new Transactions(context);
  const messages = new PersonalMessages(context);
  const typedData = new TypedData(context);
  /** The app's appState: something is being signed, or its pieces are coming in. */
  let signing = false;

  async function sign(apdu: Apdu): Promise<Uint8Array> {
    // cmd_sign_message.c alone refuses to begin then, and goes back to its first screen.
    if (apdu.ins === 0x08 && apdu.p1 === 0x00 && signing) {
      signing = false;
      context.person.leave();
      throw new StatusError(status.notAllowed);
    }
    signing = true;
    let answer: Uint8Array;
    try {
      if (apdu.ins === 0x04) answer = await transactions.handle(apdu);
      else if (apdu.ins === 0x08) answer = await messages.handle(apdu);
      else answer = await (apdu.p2 === 0 ? hashedTypedData(apdu, context) : typedData.sign(apdu));
    } catch (error) {
      if (!(error instanceof Gone)) signing = false;
      throw error;
    }
    // Nothing in an answer: more pieces are to come.
    if (answer.length > 0) signing = false;
    return answer;
  }

  return {
    async handle(apdu) {
      switch (apdu.ins) {
        case 0x02:
          signing = false;
          return address(apdu, context);
        case 0x04:
        case 0x08:
        case 0x0c:
          return sign(apdu);
        case 0x06:
          return configuration(context);
        case 0x0a:
          return Uint8Array.of(transactions.provideToken(apdu.data));
        // Descriptions of NFT collections and plug-ins, signed by Ledger: taken as they come.
        case 0x12:
        case 0x14:
        case 0x16:
          transactions.plugin = true;
          return new Uint8Array();
        case 0x1a:
          return typedData.define(apdu);
        case 0x1c:
          return typedData.fill(apdu);
        case 0x1e:
          return typedData.filter(apdu);
        default:
          throw new StatusError(status.unknownInstruction);
      }
    },
  };
}

function configuration({ settings, version }: AppContext): Uint8Array {
  const flags = (settings.blindSigning ? 0x01 : 0) | 0x02;
  return Uint8Array.from([flags, ...version.split(".").slice(0, 3).map(Number)]);
}

async function address({ p1, p2, data }: Apdu, { keys, person }: AppContext): Promise<Uint8Array> {
  if (p1 > 1 || p2 > 1) throw new StatusError(status.invalidP1P2);
  const path = new Reader(data).path();
  const hex = keys().address(path);
  if (p1 === 1 && (await person.ask(["Verify Ethereum address", `Address 0x${hex}`])) === "refuse") {
    throw new StatusError(status.refused);
  }
  const chainCode = p2 === 1 ? keys().chainCode(path) : [];
  return concat(prefixed(keys().publicKey(path)), prefixed(ascii(hex)), chainCode);
}

/** Asks, then signs: v, r, s. `v` makes the first byte of the parity. Rejects 6985. */
export async function signed(
  { person, keys, signatureFault }: AppContext,
  lines: string[],
  path: number[],
  digest: Uint8Array,
  v: (parity: number) => number,
): Promise<Uint8Array> {
  if ((await person.ask(lines)) === "refuse") throw new StatusError(status.refused);
  const signature: RawSignature = keys().sign(path, digest, signatureFault());
  return concat([v(signature.parity) & 0xff], signature.r, signature.s);
}
