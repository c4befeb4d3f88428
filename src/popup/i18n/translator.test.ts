import { describe, expect, it } from "vitest";
import { WeirError } from "../../core/errors/index.ts";
import { de } from "./de/index.ts";
import { en } from "./en/index.ts";
import { matchLanguage, matchLocale } from "./languages.ts";
import { createTranslator } from "./translator.ts";

const english = createTranslator("en", "en", en, en);
const german = createTranslator("de", "de", de, en);

describe("words", () => {
  it("are filled with their parameters", () => {
    expect(german.t("common.available", { amount: "1,5 ETH" })).toBe("Verfügbar: 1,5 ETH");
    expect(german.t("common.cancel")).toBe("Abbrechen");
  });

  it("follow the number by the language's plural rules, and write it by locale", () => {
    expect(english.t("count.accounts", { count: 1 })).toBe("1 account");
    expect(english.t("count.accounts", { count: 0 })).toBe("0 accounts");
    expect(german.t("count.accounts", { count: 1234n })).toBe("1.234 Konten");
  });

  it("do not let a parameter bring in another placeholder", () => {
    expect(english.t("age.block", { block: "{age}", age: "now" })).toBe("Block {age}, now");
  });

  it("check key and parameters at compile time", () => {
    // @ts-expect-error no such key
    expect(english.t("common.nonsense")).toBe("common.nonsense");
    // @ts-expect-error the amount is missing
    expect(english.t("common.available")).toBe("Available: {amount}");
  });
});

describe("error sentences", () => {
  it("write seconds as a duration", () => {
    const error = new WeirError("vault/wait", { waitSeconds: 90 });
    expect(english.errorText(error)).toContain("1 min, 30 sec");
  });

  it("write amounts beside a unit by locale and keep identifiers as they are", () => {
    expect(
      german.errorText({ code: "staking/below-minimum", params: { minimum: "0.0001", unit: "stETH" } }),
    ).toContain("0,0001 stETH");
    expect(german.errorText({ code: "chain/unknown", params: { chainId: 11155111 } })).toContain("11155111");
  });

  it("say so honestly when there is none for a code, and name the code", () => {
    expect(english.errorText({ code: "later/thing" })).toContain("(later/thing)");
    expect(english.errorText({ code: "constructor" })).toContain("(constructor)");
    expect(german.errorText({ code: "later/thing" })).toContain("keine Erklärung");
  });
});

describe("the language", () => {
  it("is the first of the browser's that there is, in its regional form", () => {
    expect(matchLanguage(["fr-FR", "de-CH", "en"])).toBe("de");
    expect(matchLanguage(["fr"])).toBe("en");
    expect(matchLanguage(["constructor"])).toBe("en");
    expect(matchLocale("de", ["en", "de-AT"])).toBe("de-AT");
    expect(matchLocale("de", ["en"])).toBe("de");
  });
});
