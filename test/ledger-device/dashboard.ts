import { type Apdu, ascii, concat, prefixed, StatusError, status } from "./apdu.ts";
import type { Person } from "./person.ts";

export interface System {
  person: Person;
  firmware: string;
  /** First byte of the model's target id: what E0 01 begins with. */
  targetId: number;
  app(): string;
  appVersion(name: string): string;
  installed: Set<string>;
  asked: string[];
  /** The open app changes after the answer has gone out. */
  change(app: string): void;
}

/** B0 01: format 1, then name, version and flags with their lengths. */
export function appAndVersion(system: System): Uint8Array {
  const name = system.app();
  const version = name === "BOLOS" ? system.firmware : system.appVersion(name);
  return concat([1], prefixed(ascii(name)), prefixed(ascii(version)), prefixed(Uint8Array.of(0)));
}

/**
 * What the operating system answers on its dashboard: E0 01 version (target id, version of the secure element, flags,
 * MCU version, …), E0 D8 open an app (the person is asked; 6807 where it is not installed, 5501 where they refuse).
 */
export async function dashboard(apdu: Apdu, system: System): Promise<Uint8Array> {
  if (apdu.cla !== 0xe0) throw new StatusError(status.unknownClass);
  switch (apdu.ins) {
    case 0x01: {
      const target = new Uint8Array(4);
      new DataView(target.buffer).setUint32(0, system.targetId);
      const flags = Uint8Array.of(0xe6, 0, 0, 0);
      const parts = [ascii(system.firmware), flags, ascii("4.03"), ascii("3.12"), [0], [0], [0]];
      return concat(target, ...parts.map((part) => prefixed(Uint8Array.from(part))));
    }
    case 0xd8: {
      const name = new TextDecoder().decode(apdu.data);
      if (name === "") throw new StatusError(status.noAppName);
      if (!system.installed.has(name)) throw new StatusError(status.unknownApp);
      system.asked.push(name);
      if ((await system.person.ask(["Open app", name])) === "refuse")
        throw new StatusError(status.refusedByOs);
      system.change(name);
      return new Uint8Array();
    }
    default:
      throw new StatusError(status.unknownInstruction);
  }
}
