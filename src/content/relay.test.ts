import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { readEnvelope } from "../messages/page/envelope.ts";
import { relayReadyEvent } from "../messages/page/page-message.ts";
import { startPageScript } from "./page-script.ts";
import type { Provider } from "./provider.ts";

/*
 * The page script and the relay together, as in one document: only the window is a bare event target, and the browser
 * behind the relay a runtime whose ports keep what is posted.
 */
type Page = Parameters<typeof startPageScript>[0];

interface Port {
  posted: unknown[];
  answer(message: unknown): void;
  end(): void;
}

let page: Page;
let drawn: EventTarget & { prerendering: boolean; hidden: boolean };
let ports: Port[];
let runtime: { id: string | undefined; connect(): unknown; onMessage: { addListener(): void } };

beforeEach(() => {
  ports = [];
  runtime = {
    id: "weir",
    connect() {
      const heard: ((message: unknown) => void)[] = [];
      const ended: (() => void)[] = [];
      const port: Port = {
        posted: [],
        answer: (message) => heard.forEach((hear) => void hear(message)),
        end: () => ended.forEach((end) => void end()),
      };
      ports.push(port);
      return {
        postMessage: (message: unknown) => void port.posted.push(message),
        onMessage: { addListener: (listener: (message: unknown) => void) => void heard.push(listener) },
        onDisconnect: { addListener: (listener: () => void) => void ended.push(listener) },
      };
    },
    onMessage: { addListener: () => undefined },
  };
  page = Object.assign(new EventTarget(), {
    ...{ Object, Array, Map, Set, JSON, Promise, Error, Reflect, EventTarget, CustomEvent, queueMicrotask },
    crypto: globalThis.crypto,
  }) as unknown as Page;
  drawn = Object.assign(new EventTarget(), { prerendering: false, hidden: false });
  vi.stubGlobal("chrome", { runtime });
  vi.stubGlobal("window", page);
  vi.stubGlobal("document", drawn);
  vi.stubGlobal("location", {});
});
afterAll(() => void vi.unstubAllGlobals());

/** A page whose relay runs first, as it does in half of all documents. */
async function openPage(): Promise<Provider> {
  let provider: Provider | undefined;
  const hear = (event: Event): void => {
    provider = (event as CustomEvent).detail.provider;
  };
  vi.resetModules();
  await import("./relay.ts");
  page.addEventListener("eip6963:announceProvider", hear);
  startPageScript(page);
  if (!provider) throw new Error("not announced");
  return provider;
}

const bodies = (): unknown[] =>
  ports.flatMap(({ posted }) => posted.map((message) => readEnvelope(message)?.body));

describe("24: a page that the browser draws ahead", () => {
  it("reaches the worker only once the person sees it, and then with each request once", async () => {
    drawn.prerendering = true;
    const provider = await openPage();
    const accounts = provider.request({ method: "eth_requestAccounts" });
    const chain = provider.request({ method: "eth_chainId" });
    await Promise.resolve();
    expect(ports).toEqual([]);
    drawn.prerendering = false;
    drawn.dispatchEvent(new Event("prerenderingchange"));
    drawn.dispatchEvent(new Event("prerenderingchange"));
    expect(bodies()).toEqual([
      { kind: "request", id: 1, method: "eth_requestAccounts", params: "[]" },
      { kind: "request", id: 2, method: "eth_chainId", params: "[]" },
    ]);
    ports[0]?.answer({ id: 1, result: ["0xa"] });
    ports[0]?.answer({ id: 2, result: "0x1" });
    expect(await Promise.all([accounts, chain])).toEqual([["0xa"], "0x1"]);
  });

  it("that is never visited never reaches it", async () => {
    drawn.prerendering = true;
    const provider = await openPage();
    void provider.request({ method: "eth_requestAccounts" });
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(ports).toEqual([]);
  });
});

describe("41: the extension is updated under a page", () => {
  it("what waits ends with 4900, the page is told once, and what is asked later ends at once", async () => {
    vi.useFakeTimers();
    const provider = await openPage();
    const told: unknown[] = [];
    provider.on("disconnect", (error) => told.push((error as { code: number }).code));
    const waiting = [1, 2].map(() =>
      provider.request({ method: "eth_requestAccounts" }).catch((error: { code: number }) => error.code),
    );
    expect(ports.length).toBe(1);
    // Chrome takes the id away from scripts that outlive their extension, and its port with it.
    runtime.id = undefined;
    ports[0]?.end();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await Promise.all(waiting)).toEqual([4900, 4900]);
    await expect(provider.request({ method: "eth_chainId" })).rejects.toMatchObject({ code: 4900 });
    expect(told).toEqual([4900]);
    expect(provider.isConnected()).toBe(false);
    expect(ports.length).toBe(1);
    vi.useRealTimers();
  });

  it("also in Firefox, which ends the relay before it can say so and starts the newer one", async () => {
    // What the relay listens with ends with its extension.
    const ending = new AbortController();
    const { addEventListener } = page;
    page.addEventListener = (type: string, listener: unknown) =>
      addEventListener.call(page, type, listener as EventListener, { signal: ending.signal });
    const provider = await openPage();
    page.addEventListener = addEventListener;
    const told: unknown[] = [];
    provider.on("disconnect", (error) => told.push((error as { code: number }).code));
    const waiting = [1, 2].map(() =>
      provider.request({ method: "eth_requestAccounts" }).catch((error: { code: number }) => error.code),
    );
    page.dispatchEvent(new CustomEvent(relayReadyEvent));
    await Promise.resolve();
    expect(provider.isConnected()).toBe(true);
    ending.abort();
    vi.resetModules();
    await import("./relay.ts");
    expect(await Promise.all(waiting)).toEqual([4900, 4900]);
    await expect(provider.request({ method: "eth_chainId" })).rejects.toMatchObject({ code: 4900 });
    expect(told).toEqual([4900]);
  });

  it("and where none comes after it, with the next request", async () => {
    const ending = new AbortController();
    const { addEventListener } = page;
    page.addEventListener = (type: string, listener: unknown) =>
      addEventListener.call(page, type, listener as EventListener, { signal: ending.signal });
    const provider = await openPage();
    const waiting = provider.request({ method: "eth_requestAccounts" }).catch(({ code }) => code);
    ending.abort();
    await expect(provider.request({ method: "eth_chainId" })).rejects.toMatchObject({ code: 4900 });
    expect(await waiting).toBe(4900);
    expect(provider.isConnected()).toBe(false);
  });
});

describe("20: a page that speaks to the relay itself", () => {
  it.each(["getVault", "approve", "vault.unlock", "sites.approveConnect", "weir/wake", "__proto__"])(
    "gets %s no further than here",
    async (method) => {
      const provider = await openPage();
      await expect(provider.request({ method })).rejects.toMatchObject({ code: 4200 });
      expect(ports).toEqual([]);
    },
  );

  it("by window messages is not heard", async () => {
    await openPage();
    for (const data of [
      { to: "weir/popup", name: "vault.status", input: {} },
      { target: "weir", method: "getVault" },
      "weir/wake",
    ]) {
      page.dispatchEvent(new MessageEvent("message", { data, origin: "https://app.example" }));
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(ports).toEqual([]);
  });
});
