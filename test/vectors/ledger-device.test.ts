import { secp256k1 } from "@noble/curves/secp256k1.js";
import { keccak_256 } from "@noble/hashes/sha3.js";
import { describe, expect, it } from "vitest";
import { concat, fromHex, toHex } from "../ledger-device/apdu.ts";
import { host } from "../ledger-device/host.ts";
import { createSoftwareLedger } from "../ledger-device/software-ledger.ts";

const phrase =
  "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";
const path = "058000002c8000003c800000000000000000000000";

describe("the software Ledger", () => {
  it("tells its app and version", async () => {
    const ledger = createSoftwareLedger({ phrase });
    expect(await host(ledger).exchange("b001000000")).toBe("0108457468657265756d06312e31332e3001009000");
  });

  it("signs a personal message with the key of the path, after showing it", async () => {
    const ledger = createSoftwareLedger({ phrase });
    const message = new TextEncoder().encode("Hello");
    const answer = fromHex(await host(ledger).exchange(`e00800001e${path}00000005${toHex(message)}`));
    const digest = keccak_256(concat(new TextEncoder().encode("\x19Ethereum Signed Message:\n5"), message));
    const recovered = secp256k1.recoverPublicKey(concat([answer[0]! - 27], answer.slice(1, 65)), digest, {
      prehash: false,
    });
    const key = secp256k1.Point.fromBytes(recovered).toBytes(false).slice(1);
    expect(toHex(keccak_256(key).slice(12))).toBe("9858effd232b4033e47d90003d41ec34ecaeda94");
    expect(ledger.shown()).toEqual([["Review message", "Message Hello", "Sign message"]]);
  });
});
