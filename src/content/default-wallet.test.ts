import { beforeEach, describe, expect, it } from "vitest";
import { becomeDefault } from "./default-wallet.ts";
import { startPageScript } from "./page-script.ts";

type Page = globalThis.Window & typeof globalThis & { ethereum?: unknown };

let page: Page;
let initialized: number;
beforeEach(() => {
  page = Object.assign(new EventTarget(), {
    ...{ Object, Array, Map, Set, JSON, Promise, Error, Reflect, EventTarget, CustomEvent, queueMicrotask },
    crypto: globalThis.crypto,
    document: { readyState: "loading" },
  }) as unknown as Page;
  initialized = 0;
  page.addEventListener("ethereum#initialized", () => {
    initialized += 1;
  });
});

function announced(): { provider?: unknown } {
  const found: { provider?: unknown } = {};
  page.addEventListener("eip6963:announceProvider", (event) => {
    found.provider ??= (event as CustomEvent).detail.provider;
  });
  page.dispatchEvent(new CustomEvent("eip6963:requestProvider"));
  return found;
}
const provider = () => announced().provider as { providers?: unknown[]; isWeir: true };

describe("Weir as window.ethereum", () => {
  it("is the announced provider, whichever of the two scripts runs first", () => {
    startPageScript(page);
    becomeDefault(page);
    expect(page.ethereum).toBe(provider());
    expect(initialized).toBe(1);
  });

  it("also when the page script comes second", () => {
    becomeDefault(page);
    expect("ethereum" in page).toBe(false);
    startPageScript(page);
    expect(page.ethereum).toBe(provider());
    expect(initialized).toBe(1);
  });

  it("is not there without the person's wish", () => {
    startPageScript(page);
    expect("ethereum" in page).toBe(false);
  });

  it.each([
    ["not frozen", { info: { rdns: "io.github.weir-wallet", uuid: "u" }, provider: { isWeir: true } }],
    [
      "of other rdns",
      Object.freeze({ info: Object.freeze({ rdns: "io.other", uuid: "u" }), provider: { isWeir: true } }),
    ],
    [
      "with a request that can be replaced",
      Object.freeze({
        info: Object.freeze({ rdns: "io.github.weir-wallet", uuid: "u" }),
        provider: { isWeir: true, request: () => undefined },
      }),
    ],
    ["of nothing", null],
  ])("31: is not an announcement %s", (_, detail) => {
    becomeDefault(page);
    page.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
    expect("ethereum" in page).toBe(false);
    startPageScript(page);
    expect(page.ethereum).toBe(provider());
  });

  it("31: leaves a wallet alone that holds window.ethereum for good, and never throws", () => {
    const other = { isOther: true };
    Object.defineProperty(page, "ethereum", { value: other, configurable: false });
    startPageScript(page);
    becomeDefault(page);
    expect(page.ethereum).toBe(other);
    expect(initialized).toBe(0);
  });

  it("31: lists the wallet that was there and the one that comes later, which writes without an error", () => {
    const before = { isBefore: true };
    const later = { isLater: true };
    page.ethereum = before;
    startPageScript(page);
    becomeDefault(page);
    page.ethereum = later;
    page.ethereum = later;
    expect(page.ethereum).toBe(provider());
    expect(provider().providers).toEqual([provider(), before, later]);
  });

  it("31: gives way to one that redefines it, without a war", () => {
    startPageScript(page);
    becomeDefault(page);
    const other = { isOther: true };
    Object.defineProperty(page, "ethereum", { value: other });
    page.dispatchEvent(new CustomEvent("eip6963:requestProvider"));
    expect(page.ethereum).toBe(other);
    expect(initialized).toBe(1);
  });

  it("stays out when the page reads window.ethereum with an error", () => {
    Object.defineProperty(page, "ethereum", {
      get() {
        throw new Error("spoiled");
      },
      configurable: true,
    });
    startPageScript(page);
    expect(() => becomeDefault(page)).not.toThrow();
  });

  it("is not made of what is announced after the page was read", () => {
    becomeDefault(page);
    page.dispatchEvent(new Event("DOMContentLoaded"));
    startPageScript(page);
    expect("ethereum" in page).toBe(false);
  });
});
