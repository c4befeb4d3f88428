import { describe, expect, it, vi } from "vitest";
import { openKeystore } from "./keystore.ts";
import { parseKeystoreFile } from "./keystore-file.ts";

// The published "30_byte_key" file of go-ethereum: cheap parameters, password "foo".
const file = {
  crypto: {
    cipher: "aes-128-ctr",
    cipherparams: { iv: "3ca92af36ad7c2cd92454c59cea5ef00" },
    ciphertext: "108b7d34f3442fc26ab1ab90ca91476ba6bfa8c00975a49ef9051dc675aa",
    kdf: "scrypt",
    kdfparams: {
      dklen: 32,
      n: 2,
      r: 8,
      p: 1,
      salt: "d0769e608fb86cda848065642a9c6fa046845c928175662b8e356c77f914cd3b",
    },
    mac: "75d0e6759f7b3cefa319c3be41680ab6beea7d8328653474bd06706d4cc67420",
  },
  id: "a37e1559-5955-450d-8075-7b8931b392b2",
  version: 3,
};
const cipher = vi.fn(async (_key: Uint8Array, _iv: Uint8Array, data: Uint8Array) => Uint8Array.from(data));
const withParams = (kdfparams: object, kdf = "scrypt") =>
  JSON.stringify({
    ...file,
    crypto: { ...file.crypto, kdf, kdfparams: { ...file.crypto.kdfparams, ...kdfparams } },
  });

describe("a key file", () => {
  it.each([
    ["text", "not json"],
    ["null", "null"],
    ["a list", "[]"],
    ["version 1", JSON.stringify({ ...file, version: 1 })],
    ["no cipher text", JSON.stringify({ ...file, crypto: { ...file.crypto, ciphertext: "" } })],
    ["another cipher", JSON.stringify({ ...file, crypto: { ...file.crypto, cipher: "aes-256-gcm" } })],
    ["odd hex", JSON.stringify({ ...file, crypto: { ...file.crypto, mac: "abc" } })],
    ["another function", withParams({}, "argon2id")],
    ["another digest", withParams({ c: 1000, prf: "hmac-md5" }, "pbkdf2")],
    ["a cost that is no number", withParams({ n: "262144" })],
  ])("with %s is malformed", (_, json) => {
    expect(() => parseKeystoreFile(json)).toThrow("account/keystore-malformed");
  });

  it.each([
    ["N of 2^40", withParams({ n: 2 ** 40 })],
    ["N that is no power of two", withParams({ n: 262_143 })],
    ["N of 1", withParams({ n: 1 })],
    ["more than 512 MiB", withParams({ n: 2 ** 19, r: 16 })],
    ["an endless p", withParams({ p: 10 ** 9 })],
    ["10^12 rounds", withParams({ c: 10 ** 12, prf: "hmac-sha256" }, "pbkdf2")],
    ["a key of a gigabyte", withParams({ dklen: 2 ** 30 })],
    ["a key too short for its check", withParams({ dklen: 16 })],
  ])("with %s is refused before anything is computed", async (_, json) => {
    await expect(openKeystore(json, "foo", cipher)).rejects.toMatchObject({
      code: "account/keystore-parameters",
    });
    expect(cipher).not.toHaveBeenCalled();
  });

  it("with 0x, upper case and the old spelling of its keys is read", () => {
    const { crypto, ...rest } = file;
    const old = { ...rest, Crypto: { ...crypto, mac: `0x${crypto.mac.toUpperCase()}` } };
    expect(parseKeystoreFile(JSON.stringify(old)).crypto.mac).toBe(crypto.mac);
  });

  it("tells a wrong password from a key that is not the named address's", async () => {
    await expect(openKeystore(JSON.stringify(file), "bar", cipher)).rejects.toMatchObject({
      code: "account/keystore-password",
    });
    const named = JSON.stringify({ ...file, address: "11".repeat(20) });
    await expect(openKeystore(named, "foo", cipher)).rejects.toMatchObject({
      code: "account/keystore-malformed",
    });
  });

  it("fills up a key that was stored without its leading zeros", async () => {
    const key = await openKeystore(JSON.stringify(file), "foo", cipher);
    expect([...key.subarray(0, 3)]).toEqual([0, 0, 0x10]);
  });
});
