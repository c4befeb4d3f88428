import { type Apdu, StatusError, status } from "./apdu.ts";
import type { AppContext } from "./ethereum-app.ts";

/** To follow: E0 1A, E0 1C, E0 1E and E0 0C with P2 01. */
export class TypedData {
  constructor(_context: AppContext) {}

  define(_apdu: Apdu): Uint8Array {
    throw new StatusError(status.unknownInstruction);
  }
  fill(_apdu: Apdu): Uint8Array {
    throw new StatusError(status.unknownInstruction);
  }
  filter(_apdu: Apdu): Uint8Array {
    throw new StatusError(status.unknownInstruction);
  }
  async sign(_apdu: Apdu): Promise<Uint8Array> {
    throw new StatusError(status.unknownInstruction);
  }
}
