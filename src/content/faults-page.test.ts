import { runInNewContext } from "node:vm";
import { beforeEach, describe, expect, it } from "vitest";
import { pageReadyEvent, readPageRequest } from "../messages/page/page-message.ts";
import { becomeDefault } from "./default-wallet.ts";
import { startPageScript } from "./page-script.ts";
import type { Provider } from "./provider.ts";

type Page = globalThis.Window & typeof globalThis & { ethereum?: unknown };
type Spoilt = Record<string, Record<string, unknown> & { prototype: Record<string, unknown> }>;

let page: Page;
let asked: [number, string, string][];

/** A window with built-ins of its own, and a relay that answers everything with the accounts given. */
beforeEach(() => {
  const builtins = runInNewContext("({ Object, Array, Map, Set, JSON, Promise, Error, Reflect })");
  page = Object.assign(new EventTarget(), builtins, {
    EventTarget: class extends EventTarget {},
    CustomEvent,
    crypto: globalThis.crypto,
    queueMicrotask,
    document: { readyState: "loading" },
    postMessage: () => undefined,
  });
  asked = [];
  const say = (name: string, reply: unknown) =>
    EventTarget.prototype.dispatchEvent.call(
      page,
      new CustomEvent(`${name}:reply`, { detail: JSON.stringify(reply) }),
    );
  page.addEventListener(pageReadyEvent, (event) => {
    const name = (event as CustomEvent).detail as string;
    event.preventDefault();
    page.addEventListener(`${name}:alive`, (alive) => alive.preventDefault());
    page.addEventListener(`${name}:ask`, (ask) => {
      const request = readPageRequest((ask as CustomEvent).detail);
      if (!request) return;
      ask.preventDefault();
      asked.push([request.id, request.method, request.params]);
      say(name, [request.id, true, ["0xa"]]);
    });
  });
});

/** Puts `stand` at the place of the built-ins that scripts of pages are known to replace. */
function spoil(stand: (...given: unknown[]) => unknown): void {
  const w = page as unknown as Spoilt;
  for (const [name, keys] of Object.entries({
    Promise: ["then", "catch", "finally"],
    Array: ["push", "concat", "forEach", "map", "join", "slice", "indexOf", "includes"],
    Map: ["get", "set", "delete", "forEach"],
    Set: ["add", "delete", "forEach"],
    Object: ["toString", "valueOf"],
  })) {
    for (const key of keys) (w[name] as Spoilt[string]).prototype[key] = stand;
  }
  (w.JSON as Spoilt[string]).stringify = stand;
  (w.JSON as Spoilt[string]).parse = stand;
  (page as unknown as Record<string, unknown>).postMessage = stand;
}

function announced(): { info: { rdns: string }; provider: Provider } | undefined {
  let found: { info: { rdns: string }; provider: Provider } | undefined;
  page.addEventListener("eip6963:announceProvider", (event) => {
    found ??= (event as CustomEvent).detail;
  });
  page.dispatchEvent(new CustomEvent("eip6963:requestProvider"));
  return found;
}

const answer = (provider: Provider | undefined) =>
  new Promise((resolve) => {
    if (!provider) return resolve("none");
    const then = Promise.prototype.then;
    then.call(
      provider.request({ method: "eth_accounts" }),
      (value: unknown) => resolve(value),
      (error: { code: number }) => resolve(error.code),
    );
  });

describe("30: window.ethereum on a page that replaces built-ins", () => {
  it("after the scripts ran works as before, and the page's stand-ins hear of nothing", async () => {
    startPageScript(page);
    becomeDefault(page);
    const seen: unknown[] = [];
    spoil((...given) => {
      seen.push(given);
      throw new Error("spoiled");
    });
    expect(await answer(page.ethereum as Provider)).toEqual(["0xa"]);
    expect(asked).toEqual([[1, "eth_accounts", "[]"]]);
    expect(seen).toEqual([]);
    page.ethereum = { isOther: true };
    expect(seen).toEqual([]);
  });

  it.each<[string, (...given: unknown[]) => unknown]>([
    [
      "that throw",
      () => {
        throw new Error("spoiled");
      },
    ],
    ["that give nothing", () => undefined],
    ["that give a text", () => "spoiled"],
    ["that give their own object", () => ({ polluted: true })],
  ])(
    "before the scripts run by stand-ins %s: an answer, an error, or no wallet, at once",
    async (_, stand) => {
      spoil(stand);
      for (const run of [() => startPageScript(page), () => becomeDefault(page)]) {
        try {
          run();
        } catch (error) {
          // A page that keeps the wallet from starting has none: closed, and with nothing told.
          expect(asked).toEqual([]);
          expect(String(error)).not.toContain("0xa");
        }
      }
      const got = await Promise.race([
        answer(announced()?.provider),
        new Promise((resolve) => setTimeout(() => resolve("hangs"), 200)),
      ]);
      expect(["none", -32602, -32600, 4900]).toContain(got);
      expect(asked.every(([, method]) => method === "eth_accounts")).toBe(true);
    },
  );
});

describe("31: two wallets", () => {
  it("each announce themselves to one that listens, though one has our name and number", () => {
    startPageScript(page);
    const ours = announced();
    const seen: unknown[] = [];
    page.addEventListener("eip6963:announceProvider", (event) => {
      seen.push((event as CustomEvent).detail.provider);
    });
    const twin = Object.freeze({ info: ours?.info, provider: { isTwin: true } });
    const tellTwin = () => page.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail: twin }));
    page.addEventListener("eip6963:requestProvider", tellTwin);
    for (let round = 0; round < 3; round += 1) page.dispatchEvent(new CustomEvent("eip6963:requestProvider"));
    // Each once for each question: an answer to another's announcement would go round for ever.
    expect(seen.filter((each) => each === ours?.provider).length).toBe(3);
    expect(seen.filter((each) => each === twin.provider).length).toBe(3);
  });

  it("that both want window.ethereum end with one of them, whoever defines last", () => {
    startPageScript(page);
    becomeDefault(page);
    let writes = 0;
    const other = { isOther: true };
    // One that writes whenever it does not find itself there, as some do.
    for (let round = 0; round < 10; round += 1) {
      if (page.ethereum !== other) {
        writes += 1;
        page.ethereum = other;
      }
    }
    expect(writes).toBe(10);
    expect((page.ethereum as Provider).isWeir).toBe(true);
    const { providers } = page.ethereum as unknown as { providers: unknown[] };
    expect(providers).toEqual([page.ethereum, other]);
    Object.defineProperty(page, "ethereum", { value: other, writable: false, configurable: false });
    page.dispatchEvent(new CustomEvent("eip6963:requestProvider"));
    expect(page.ethereum).toBe(other);
  });

  it("leave one that froze window.ethereum before alone, and are found by their announcement", async () => {
    const theirs = Object.freeze({ isOther: true, request: () => "theirs" });
    Object.defineProperty(page, "ethereum", { value: theirs, writable: false, configurable: false });
    startPageScript(page);
    expect(() => becomeDefault(page)).not.toThrow();
    expect(page.ethereum).toBe(theirs);
    expect(await answer(announced()?.provider)).toEqual(["0xa"]);
  });
});
