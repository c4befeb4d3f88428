import { describe, expect, it } from "vitest";
import { addressOfKey } from "./address.ts";
import { accountPath, keyAtPath, pathIndex } from "./derivation.ts";
import { parsePhrase, seedOfPhrase } from "./phrase.ts";
import { parsePrivateKey } from "./private-key.ts";

const phrase = "test test test test test test test test test test test junk";
const fullWidth = (text: string) =>
  text
    .replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
    .replaceAll(" ", "\u3000");

describe("a recovery phrase", () => {
  it.each([
    ["double spaces, tabs and line breaks", `\n ${phrase.replaceAll(" ", " \t\r\n ")} `],
    ["upper case", phrase.toUpperCase()],
    ["full-width letters and ideographic spaces", fullWidth(phrase)],
    ["no-break spaces", phrase.replaceAll(" ", "\u00a0")],
    ["invisible characters", `\ufeff${phrase.replace("junk", "ju\u200bnk")}`],
  ])("is read in %s", (_, text) => {
    expect(parsePhrase(text)).toBe(phrase);
  });

  it.each([
    ["", 0],
    [phrase.slice(5), 11],
    [`${phrase} test`, 13],
  ])("%j has the wrong number of words", (text, words) => {
    expect(() => parsePhrase(text)).toThrow(
      expect.objectContaining({ code: "account/phrase-length", params: { words } }),
    );
  });

  it.each([
    ["misspelt", phrase.replace("junk", "jnuk"), 12],
    ["Spanish", phrase.replace("test", "árbol"), 1],
    ["numbered", phrase.replace("test", "1.test"), 1],
  ])("with a %s word names its position and never the word", (_, text, position) => {
    try {
      parsePhrase(text);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: "account/phrase-unknown-word", params: { position } });
      expect(JSON.stringify(error) + String(error)).not.toMatch(/jnuk|rbol/);
    }
  });

  it("with words that do not belong together is refused", () => {
    expect(() => parsePhrase(phrase.replace("junk", "test"))).toThrow("account/phrase-checksum");
  });

  it("has another seed for each passphrase, the same however that is composed", async () => {
    const seeds = await Promise.all(["", " ", "é", "e\u0301"].map((words) => seedOfPhrase(phrase, words)));
    const texts = seeds.map((seed) => Buffer.from(seed).toString("hex"));
    expect(new Set(texts).size).toBe(3);
    expect(texts[2]).toBe(texts[3]);
  });
});

describe("derivation", () => {
  it("finds the published accounts of the development phrase", async () => {
    const seed = await seedOfPhrase(phrase, "");
    expect([0, 1, 9].map((index) => addressOfKey(keyAtPath(seed, accountPath(index))))).toEqual([
      "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
      "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
      "0xa0Ee7A142d267C1f36714E4a8F75612F20a79720",
    ]);
  });

  it("reads the index out of its own paths alone", () => {
    expect(pathIndex(accountPath(12))).toBe(12);
    for (const other of ["m/44'/60'/0'/0/", "m/44'/60'/0'/0/01", "m/44'/60'/1'/0/1", "m/44'/60'/0'/0/1/2"]) {
      expect(pathIndex(other)).toBeUndefined();
    }
  });
});

describe("a private key", () => {
  const key = `${"0".repeat(63)}1`;
  const order = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";

  it("is read with or without 0x, in any case, with white space around", () => {
    for (const text of [key, `0x${key}`, ` 0X${key}\n`]) expect(parsePrivateKey(text)[31]).toBe(1);
    expect(parsePrivateKey(order.replace(/1$/, "0").toUpperCase())).toHaveLength(32);
  });

  it.each(["", "0x", key.slice(1), `${key}0`, key.replace("1", "g"), `${key.slice(0, 32)} ${key.slice(32)}`])(
    "%j is malformed",
    (text) => {
      expect(() => parsePrivateKey(text)).toThrow("account/key-malformed");
    },
  );

  it.each(["0".repeat(64), order, "f".repeat(64)])("%s is out of range", (text) => {
    expect(() => parsePrivateKey(text)).toThrow("account/key-out-of-range");
  });
});
