import { runInNewContext } from "node:vm";
import { beforeEach, describe, expect, it } from "vitest";
import { pageReadyEvent, relayReadyEvent } from "../messages/page/page-message.ts";
import { startPageScript } from "./page-script.ts";
import type { Provider } from "./provider.ts";

type Page = globalThis.Window & typeof globalThis;

interface Announced {
  info: { uuid: string; name: string; icon: string; rdns: string };
  provider: Provider;
}

const pageErrors: unknown[] = [];

/** A window whose built-ins are its own, so that a test may spoil them without spoiling itself. */
function newPage(): Page {
  const builtins = runInNewContext("({ Object, Array, Map, Set, JSON, Promise, Error, Reflect })");
  return Object.assign(new EventTarget(), builtins, {
    EventTarget,
    CustomEvent,
    crypto: globalThis.crypto,
    // The browser reports what a task throws; here it is kept.
    queueMicrotask: (act: () => void) =>
      queueMicrotask(() => {
        try {
          act();
        } catch (error) {
          pageErrors.push(error);
        }
      }),
  });
}

/** The relay's side, as far as the page script can tell. */
function fakeRelay(window: Page, answer: (id: number, method: string, params: string) => unknown) {
  const names: string[] = [];
  const asked: [number, string, string][] = [];
  window.addEventListener(pageReadyEvent, (event) => {
    const name = (event as CustomEvent).detail as string;
    if (names.length > 0) return;
    names.push(name);
    event.preventDefault();
    window.addEventListener(`${name}:ask`, (ask) => {
      ask.preventDefault();
      const parts = JSON.parse((ask as CustomEvent).detail) as [number, string, string];
      asked.push(parts);
      const reply = answer(...parts);
      if (reply !== undefined) say(reply);
    });
  });
  const say = (reply: unknown): void => {
    // The relay's world has its own wrappers, which the page cannot spoil.
    const event = new CustomEvent(`${names[0]}:reply`, { detail: JSON.stringify(reply) });
    EventTarget.prototype.dispatchEvent.call(window, event);
  };
  return { names, asked, say };
}

function announced(window: Page): Announced[] {
  const found: Announced[] = [];
  window.addEventListener("eip6963:announceProvider", (event) => {
    found.push((event as CustomEvent).detail as Announced);
  });
  return found;
}

let window: Page;
beforeEach(() => {
  window = newPage();
  pageErrors.length = 0;
});

function start(answer: Parameters<typeof fakeRelay>[1] = (id) => [id, true, "0x1"]) {
  const found = announced(window);
  const relay = fakeRelay(window, answer);
  startPageScript(window);
  const first = found[0];
  if (!first) throw new Error("not announced");
  return { found, relay, provider: first.provider };
}

describe("EIP-6963", () => {
  it("announces at once and whenever asked, one frozen detail with a uuid of this page", () => {
    const { found } = start();
    window.dispatchEvent(new window.CustomEvent("eip6963:requestProvider"));
    expect(found.length).toBe(2);
    expect(found[1]).toBe(found[0]);
    expect(Object.isFrozen(found[0]) && Object.isFrozen(found[0]?.info)).toBe(true);
    expect(found[0]?.info.uuid).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(found[0]?.info.icon).toMatch(/^data:image\/svg\+xml,/);
    expect(found[0]?.info.rdns).toMatch(/^[a-z.-]+$/);
    const other = newPage();
    const elsewhere = announced(other);
    startPageScript(other);
    expect(elsewhere[0]?.info.uuid).not.toBe(found[0]?.info.uuid);
  });

  it("31: leaves window.ethereum alone, frozen or not, and is announced beside one with the same name", () => {
    const theirs = Object.freeze({ isOther: true });
    Object.defineProperty(window, "ethereum", { value: theirs, writable: false, configurable: false });
    const { found } = start();
    window.dispatchEvent(
      new window.CustomEvent("eip6963:announceProvider", {
        detail: { info: { ...found[0]?.info }, provider: {} },
      }),
    );
    window.dispatchEvent(new window.CustomEvent("eip6963:requestProvider"));
    expect(found.at(-1)).toBe(found[0]);
    expect((window as unknown as { ethereum: unknown }).ethereum).toBe(theirs);
  });
});

describe("the provider", () => {
  it("asks the relay and gives its answer or its error", async () => {
    const { provider, relay } = start((id, method) =>
      method === "eth_chainId" ? [id, true, "0x1"] : [id, false, { code: 4001, message: "no" }],
    );
    await expect(provider.request({ method: "eth_chainId" })).resolves.toBe("0x1");
    await expect(provider.request({ method: "eth_x", params: [1] })).rejects.toMatchObject({
      code: 4001,
      message: "no",
    });
    expect(relay.asked).toEqual([
      [1, "eth_chainId", "[]"],
      [2, "eth_x", "[1]"],
    ]);
  });

  it.each([
    [undefined, -32600],
    [null, -32600],
    ["eth_chainId", -32600],
    [[{ method: "eth_chainId" }], -32600],
    [{}, -32600],
    [{ method: 7 }, -32600],
    [{ method: "" }, -32600],
    [{ method: "x".repeat(65) }, -32600],
    [{ method: "eth_call", params: "x" }, -32602],
    [{ method: "eth_call", params: [10n] }, -32602],
    [{ method: "eth_call", params: ["x".repeat(600_000)] }, -32600],
  ])("28: refuses %o itself", async (args, code) => {
    const { provider, relay } = start();
    await expect(provider.request(args as never)).rejects.toMatchObject({ code });
    expect(relay.asked).toEqual([]);
  });

  it("fails at once when nobody hears", async () => {
    const found = announced(window);
    startPageScript(window);
    await expect(found[0]?.provider.request({ method: "eth_chainId" })).rejects.toMatchObject({ code: 4900 });
  });

  it("finds a relay that starts later", async () => {
    const found = announced(window);
    startPageScript(window);
    fakeRelay(window, (id) => [id, true, 1]);
    window.dispatchEvent(new window.CustomEvent(relayReadyEvent));
    await expect(found[0]?.provider.request({ method: "eth_chainId" })).resolves.toBe(1);
  });

  it("tells its name to nobody once it has its relay", () => {
    const { relay } = start();
    const heard: unknown[] = [];
    window.addEventListener(pageReadyEvent, (event) => heard.push((event as CustomEvent).detail));
    window.dispatchEvent(new window.CustomEvent(relayReadyEvent));
    expect(heard).toEqual([]);
    expect(relay.names.length).toBe(1);
  });

  it("emits changes once, to every listener, until removed", async () => {
    const { provider, relay } = start();
    const heard: unknown[] = [];
    const listener = (accounts: unknown): void => void heard.push(accounts);
    provider.on("accountsChanged", () => {
      throw new Error("the page's own");
    });
    provider.removeListener("accountsChanged", listener);
    const chained = provider.on("accountsChanged", listener);
    expect(chained).toBe(provider);
    const once: unknown[] = [];
    provider.once("chainChanged", (chain) => once.push(chain));
    for (const accounts of [[], ["0xa"], ["0xa"], []]) relay.say([0, "accountsChanged", accounts]);
    for (const chain of ["0x1", "0x1", "0x5"]) relay.say([0, "chainChanged", chain]);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(heard).toEqual([["0xa"], []]);
    expect(pageErrors.length).toBe(2);
    expect(once).toEqual(["0x1"]);
    provider.removeListener("accountsChanged", listener);
    relay.say([0, "accountsChanged", ["0xb"]]);
    await Promise.resolve();
    expect(heard.length).toBe(2);
  });

  it("41: says once that the extension is gone", async () => {
    const { provider, relay } = start();
    const heard: unknown[] = [];
    provider.on("disconnect", (error) => heard.push((error as { code: number }).code));
    expect(provider.isConnected()).toBe(true);
    relay.say([0, "disconnect", { code: 4900, message: "" }]);
    relay.say([0, "disconnect", { code: 4900, message: "" }]);
    await Promise.resolve();
    expect(heard).toEqual([4900]);
    expect(provider.isConnected()).toBe(false);
  });

  it("cannot have its methods replaced", () => {
    const { provider } = start();
    expect(() => {
      (provider as { request: unknown }).request = () => "stolen";
    }).toThrow(TypeError);
  });
});

describe("30: a page that replaces built-ins", () => {
  it("after the start changes nothing for the provider and learns nothing by them", async () => {
    const { provider, relay } = start((id, method) => [id, true, method]);
    const seen: unknown[] = [];
    const spy = (...args: unknown[]): never => {
      seen.push(args);
      throw new Error("spoiled");
    };
    const w = window as unknown as Record<
      string,
      { prototype: Record<string, unknown> } & Record<string, unknown>
    >;
    for (const [name, keys] of Object.entries({
      Map: ["get", "set", "delete", "forEach"],
      Set: ["add", "delete", "forEach"],
      Promise: ["then", "catch"],
      Array: ["push", "forEach", "map", "join", "slice"],
    })) {
      for (const key of keys) (w[name] as { prototype: Record<string, unknown> }).prototype[key] = spy;
    }
    const { stringify } = JSON;
    (w.JSON as Record<string, unknown>).stringify = spy;
    (w.JSON as Record<string, unknown>).parse = spy;
    (w.Reflect as Record<string, unknown>).apply = spy;
    (w.Array as Record<string, unknown>).isArray = spy;
    (w.Object as Record<string, unknown>).defineProperty = spy;
    (window as unknown as Record<string, unknown>).postMessage = spy;
    (window as unknown as Record<string, unknown>).dispatchEvent = spy;
    (window as unknown as Record<string, unknown>).addEventListener = spy;

    const answered = await new Promise((resolve, reject) => {
      // Native then, since this page's is spoiled.
      Promise.prototype.then.call(provider.request({ method: "eth_chainId", params: [1] }), resolve, reject);
    });
    expect(answered).toBe("eth_chainId");
    expect(relay.asked.at(-1)).toEqual([1, "eth_chainId", stringify([1])]);
    expect(seen).toEqual([]);
  });

  it("before the start makes requests fail, not hang", async () => {
    window.JSON.stringify = () => {
      throw new Error("spoiled");
    };
    const { provider, relay } = start();
    await expect(provider.request({ method: "eth_chainId" })).rejects.toMatchObject({ code: -32602 });
    expect(relay.asked).toEqual([]);
  });
});
