import { secp256k1 } from "@noble/curves/secp256k1.js";
import { hexToBytes } from "@noble/hashes/utils.js";
import * as v from "valibot";
import { addressOfPublicKey } from "../../core/account/address.ts";
import { messageDigest } from "../../core/account/message-digest.ts";
import { WeirError } from "../../core/errors/index.ts";
import { siteMethod } from "../method.ts";
import { messageBytes } from "./site-message.ts";

/** r, s and v; v as 0, 1, 27 or 28. */
const signature = v.pipe(v.string(), v.regex(/^0x[0-9a-fA-F]{128}(?:0[01]|1[bBcC])$/));

/** Whose personal_sign a signature is, written as eth_accounts writes it. Reckoned here; nothing is asked of anybody. */
export const personalEcRecover = siteMethod(
  "personal_ecRecover",
  v.tuple([v.string(), signature]),
  (_call, [data, given]) => {
    const digest = hexToBytes(messageDigest(messageBytes(data)).slice(2));
    const bytes = hexToBytes(given.slice(2));
    // noble's recovered form is one byte of recovery, then r and s.
    const recovered = new Uint8Array([(bytes[64] ?? 0) % 27, ...bytes.subarray(0, 64)]);
    try {
      const publicKey = secp256k1.recoverPublicKey(recovered, digest, { prehash: false });
      const address = addressOfPublicKey(secp256k1.Point.fromBytes(publicKey).toBytes(false));
      return { result: address };
    } catch (cause) {
      throw new WeirError("site/params-invalid", { detail: "at 1" }, { cause });
    }
  },
  { limited: true },
);
