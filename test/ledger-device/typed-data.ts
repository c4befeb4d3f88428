import { type Apdu, concat, Reader, StatusError, status, toHex } from "./apdu.ts";
import type { AppContext } from "./ethereum-app.ts";
import { signHashes } from "./hashed-typed-data.ts";
import { parseField, type Structs } from "./typed-data-types.ts";
import { type Walk, type Wanted, walkStruct, writtenValue } from "./typed-data-walk.ts";
import { isAtLeast } from "./version.ts";

interface Root {
  name: string;
  walk: Walk;
  /** Undefined when everything is there. */
  wanted: Wanted | undefined;
}

/**
 * Typed data that the device hashes itself (doc/eip712.md): E0 1A defines structs, E0 1C fills first the domain, then
 * the message, E0 0C with P2 01 signs. After anything that does not fit, all is forgotten.
 *
 * Without Ledger's descriptions (E0 1E) the fields stand on a large screen, and on a Nano only with "Raw messages" on;
 * else a Nano shows the message's hash alone. Since 1.12.0 that needs blind signing or "Raw messages": 6a80 otherwise,
 * on a large screen with the first E0 1C, on a Nano with E0 0C (ui_logic.c, commands_712.c).
 */
export class TypedData {
  private readonly context: AppContext;
  private structs: Structs = new Map();
  private defining: string | undefined;
  private root: Root | undefined;
  private domainHash: Uint8Array | undefined;
  private messageHash: Uint8Array | undefined;
  private partial: { expected: number; value: Uint8Array } | undefined;
  private filtered = false;
  private displayName: string | undefined;
  private lines: string[] = [];

  constructor(context: AppContext) {
    this.context = context;
  }

  define({ p2, data }: Apdu): Uint8Array {
    return this.step(() => {
      this.mustBeSupported();
      if (this.root) throw new StatusError(status.notAllowed);
      if (p2 === 0x00) {
        this.defining = new TextDecoder().decode(data);
        this.structs.set(this.defining, []);
      } else if (p2 === 0xff) {
        const fields = this.defining === undefined ? undefined : this.structs.get(this.defining);
        if (!fields) throw new StatusError(status.invalidData);
        fields.push(parseField(data));
      } else throw new StatusError(status.invalidP1P2);
    });
  }

  fill({ p1, p2, data }: Apdu): Uint8Array {
    return this.step(() => {
      this.mustBeSupported();
      if (this.structs.size === 0) throw new StatusError(status.notAllowed);
      if (p2 === 0x00) this.begin(new TextDecoder().decode(data));
      else if (p2 === 0x0f) this.give("array", data);
      else if (p2 === 0xff) this.take(data, p1 !== 0x00);
      else throw new StatusError(status.invalidP1P2);
    });
  }

  /** E0 1E: Ledger's signature is not checked. Names of fields (P2 FF) and of the message (P2 0F) are shown. */
  filter({ p1, p2, data }: Apdu): Uint8Array {
    return this.step(() => {
      this.mustBeSupported();
      if (this.structs.size === 0) throw new StatusError(status.notAllowed);
      const reader = new Reader(data);
      if (p2 === 0x00) this.filtered = !this.context.settings.rawMessages;
      else if (p2 === 0x0f) this.lines.push(`Contract ${new TextDecoder().decode(reader.take(reader.u8()))}`);
      else if (p2 === 0xff && p1 === 0x00)
        this.displayName = new TextDecoder().decode(reader.take(reader.u8()));
    });
  }

  async sign({ data }: Apdu): Promise<Uint8Array> {
    this.mustBeSupported();
    const { domainHash, messageHash } = this;
    const shown = this.lines;
    const filtered = this.filtered;
    const hasFields = this.showsFields();
    const begun = this.structs.size > 0;
    this.forget();
    if (!begun) throw new StatusError(status.notAllowed);
    if (!domainHash || !messageHash) throw new StatusError(status.invalidData);
    this.mustBeAllowed(filtered);
    const path = new Reader(data).path();
    const fields = hasFields ? shown : [`Message hash 0x${toHex(messageHash)}`];
    const warning = filtered || this.context.settings.rawMessages ? [] : ["Blind signing ahead"];
    const lines = [...warning, "Review typed message", ...fields, "Sign message"];
    return signHashes(this.context, path, domainHash, messageHash, lines);
  }

  private begin(name: string): void {
    if (this.root?.wanted || this.messageHash) throw new StatusError(status.invalidData);
    const isDomain = name === "EIP712Domain";
    if (isDomain !== (this.domainHash === undefined)) throw new StatusError(status.invalidData);
    if (this.context.wide) this.mustBeAllowed(this.filtered);
    const walk = walkStruct(this.structs, name);
    this.root = { name, walk, wanted: undefined };
    if (!this.filtered) this.lines.push(`Review struct ${name}`);
    this.arrive(walk.next());
  }

  /** A field's bytes: first its length u16be, and where one APDU does not hold it (P1 01), more. */
  private take(data: Uint8Array, more: boolean): void {
    const reader = new Reader(data);
    this.partial ??= {
      expected: concat(reader.take(2)).reduce((sum, byte) => sum * 256 + byte, 0),
      value: new Uint8Array(),
    };
    const value = concat(this.partial.value, reader.rest());
    const { expected } = this.partial;
    if (value.length > expected || more !== value.length < expected)
      throw new StatusError(status.invalidData);
    this.partial = more ? { expected, value } : undefined;
    if (!more) this.give("value", value);
  }

  private give(kind: Wanted["kind"], bytes: Uint8Array): void {
    const wanted = this.root?.wanted;
    if (!this.root || wanted?.kind !== kind || this.partial) throw new StatusError(status.invalidData);
    const next = this.root.walk.next(bytes);
    if (kind === "value") {
      const name = this.filtered ? this.displayName : wanted.field.name;
      if (name !== undefined) this.lines.push(`${name} ${writtenValue(wanted.field, bytes)}`);
      this.displayName = undefined;
    }
    this.arrive(next);
  }

  private arrive(next: IteratorResult<Wanted, Uint8Array>): void {
    if (!this.root) return;
    this.root.wanted = next.done ? undefined : next.value;
    if (!next.done) return;
    if (this.root.name === "EIP712Domain") this.domainHash = next.value;
    else this.messageHash = next.value;
  }

  private showsFields(): boolean {
    return this.context.wide || this.context.settings.rawMessages || this.filtered;
  }

  private mustBeAllowed(filtered: boolean): void {
    const { settings, version } = this.context;
    if (filtered || settings.blindSigning || settings.rawMessages || !isAtLeast(version, "1.12.0")) return;
    throw new StatusError(status.invalidData);
  }

  private mustBeSupported(): void {
    const { version, settings } = this.context;
    if (!settings.typedDataFields || !isAtLeast(version, "1.9.19")) {
      throw new StatusError(status.unknownInstruction);
    }
  }

  private step(work: () => void): Uint8Array {
    try {
      work();
      return new Uint8Array();
    } catch (error) {
      this.forget();
      throw error;
    }
  }

  private forget(): void {
    this.structs = new Map();
    this.defining = undefined;
    this.root = undefined;
    this.domainHash = undefined;
    this.messageHash = undefined;
    this.partial = undefined;
    this.filtered = false;
    this.displayName = undefined;
    this.lines = [];
  }
}
