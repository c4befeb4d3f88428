// @vitest-environment happy-dom
import { act } from "react";
import { describe, expect, it, vi } from "vitest";
import { defaultSettings, type Settings } from "../../../core/settings/settings.ts";
import {
  button,
  fakePlatform,
  field,
  renderPage,
  type Script,
  settle,
} from "../../app/fake-platform.test-kit.tsx";
import { anna, berta, now, storedLocal } from "../../flows/world.test-kit.ts";
import { click, description } from "../../ui/render.test-kit.tsx";
import ConfirmPage from "./index.tsx";
import { exactOrigin } from "./Origin.tsx";

const request = (id: string, changes: Record<string, unknown> = {}) => ({
  id,
  origin: `https://${id}.example`,
  tabId: 1,
  frameId: 0,
  ask: { kind: "connect" },
  state: "waiting",
  createdAt: now,
  expiresAt: now + 600,
  ...changes,
});

const added = {
  chainId: 560_048,
  name: "Testnet",
  native: { name: "Ether", symbol: "ETH", decimals: 18 as const },
  multicall: true,
  blockSeconds: 12,
  addedAt: now,
};

async function open(
  requests: ReturnType<typeof request>[],
  script: Script = {},
  preferences: Partial<Settings> = {},
) {
  const session = Object.fromEntries(requests.map((each) => [`request:${each.id}`, each]));
  const world = fakePlatform(
    {
      "sites.approveConnect": () => ({}),
      "sites.approve": () => ({}),
      "sites.reject": () => ({}),
      "portfolio.protocols": () => [],
      ...script,
    },
    { local: storedLocal(), session },
  );
  const close = vi.fn();
  await world.platform.preferences.write({ ...defaultSettings(), language: "en", ...preferences });
  await renderPage(<ConfirmPage />, { ...world.platform, closeThisWindow: close });
  await settle();
  const store = (next: ReturnType<typeof request>) =>
    act(async () => {
      await world.platform.sessionStore.set(`request:${next.id}`, next);
    });
  return { ...world, close, store };
}

const host = () => document.querySelector("[data-testid=origin-host]")?.textContent;
const boxes = (name = "account") => [
  ...document.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name=${name}]`),
];
const text = (): string => (document.body.textContent ?? "").replaceAll("\u00a0", " ");
const disabled = (name: string): boolean => button(name).getAttribute("aria-disabled") === "true";

describe("the confirm window", () => {
  it("connects a site to the accounts chosen, then closes", async () => {
    const { sent, close } = await open([request("first")]);
    expect(host()).toBe("first.example");
    expect(boxes().map((box) => box.checked)).toEqual([true, false]);
    for (const box of boxes()) click(box);
    await settle(() => button("Connect").getAttribute("aria-disabled") === null);
    click(button("Connect"));
    await settle(() => close.mock.calls.length > 0);
    const input = sent.find((each) => each.name === "sites.approveConnect")?.input;
    expect(input).toMatchObject({ id: "first", accounts: [berta.address], chainIds: [1] });
    const days = (Number(input?.expiresAt) - Date.now() / 1000) / 86_400;
    expect(Math.round(days)).toBe(defaultSettings().sessionDays);
  });

  it("gives the networks and the time that the person chose", async () => {
    const { sent } = await open([request("first")], {}, { networks: [added] });
    expect(boxes("network").map((box) => box.checked)).toEqual([true, true]);
    const [ethereum] = boxes("network");
    if (ethereum) click(ethereum);
    const select = field<HTMLSelectElement>("The connection ends");
    act(() => {
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")?.set?.call(select, "1");
      select.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await settle(() => !disabled("Connect"));
    click(button("Connect"));
    await settle(() => sent.some((each) => each.name === "sites.approveConnect"));
    const input = sent.find((each) => each.name === "sites.approveConnect")?.input;
    expect(input).toMatchObject({ chainIds: [added.chainId] });
    expect(Math.round((Number(input?.expiresAt) - Date.now() / 1000) / 3_600)).toBe(24);
  });

  it("lets a site that is warned of connect only after a tick, and a blocked one not at all", async () => {
    const remark = (level: string) => ({
      level,
      words: { key: "remark.stale-block", params: { behindSeconds: 300 } },
    });
    const { store } = await open([request("first", { remarks: [remark("warn")] })]);
    expect(description(button("Connect"))).toContain("Tick that you have read");
    click(field("I have read this"));
    await settle(() => !disabled("Connect"));
    await store(request("first", { remarks: [remark("warn"), remark("block")] }));
    expect(disabled("Connect")).toBe(true);
    expect(description(button("Connect"))).toContain("can only be rejected");
    expect(disabled("Reject")).toBe(false);
  });

  it("is armed anew when something is said of the site later", async () => {
    const { store } = await open([request("first")]);
    await settle(() => !disabled("Connect"));
    const words = { key: "remark.rate-single", params: {} };
    await store(request("first", { remarks: [{ level: "note", words }] }));
    expect(disabled("Connect")).toBe(true);
    await settle(() => !disabled("Connect"));
  });

  it("gives no account away unless one is chosen", async () => {
    await open([request("first")]);
    const [own] = boxes();
    if (own) click(own);
    expect(description(button("Connect"))).toContain("Choose at least one account");
  });

  it("stays on its request when another arrives, even an older one, and then shows that", async () => {
    const { store, close } = await open([request("first")]);
    await store(request("second", { createdAt: now - 50 }));
    expect(host()).toBe("first.example");
    expect(document.body.textContent).toContain("1 of 2");
    click(button("Reject"));
    await settle(() => host() === "second.example");
    expect(button("Connect").getAttribute("aria-disabled")).toBe("true");
    expect(close).not.toHaveBeenCalled();
  });

  it("says that a request has ended", async () => {
    const { store } = await open([request("first")]);
    await store(request("first", { state: "gone", error: { code: "site/gone", params: {} } }));
    expect(document.body.textContent).toContain("Nothing to answer here");
    expect(document.body.textContent).not.toContain("Connect to this site");
  });

  it("shows who asks for a transaction before its preview is there, and takes only a no", async () => {
    const ask = { kind: "transaction", from: anna.address, to: berta.address, data: "0x", value: "0" };
    const { sent } = await open([request("shop", { ask, framedBy: "https://frame.example" })]);
    expect(host()).toBe("shop.example");
    expect(document.body.textContent).toContain("inside a page of https://frame.example");
    expect(button("Confirm").getAttribute("aria-disabled")).toBe("true");
    click(button("Reject"));
    await settle(() => sent.some((each) => each.name === "sites.reject"));
  });

  it("shows a network that a site proposes, whole, and adds it on yes", async () => {
    const chain = {
      chainId: 17_000,
      name: "Ethe\u200breum",
      native: { name: "Ether", symbol: "ETH", decimals: 18 },
      rpcUrls: ["https://node.example/rpc"],
      explorerUrls: [],
    };
    const { sent } = await open([request("shop", { ask: { kind: "add-chain", chain } })]);
    expect(text()).toContain("Ethe⟨U+200B⟩reum");
    expect(text()).toContain("17000");
    expect(text()).toContain("https://node.example/rpc");
    await settle(() => !disabled("Add"));
    click(button("Add"));
    await settle(() => sent.some((each) => each.name === "sites.approve"));
    expect(sent.find((each) => each.name === "sites.approve")?.input).toEqual({ id: "shop" });
  });

  it("names the network that a site is on and the one it wants", async () => {
    const ask = { kind: "switch-chain", chainId: added.chainId };
    await open([request("shop", { ask, chainId: 1 })], {}, { networks: [added] });
    expect(text()).toContain("NowEthereum");
    expect(text()).toContain("Asked forTestnet");
  });

  it("shows a token by what its contract says, and where the site says otherwise", async () => {
    const ask = {
      kind: "watch-asset",
      token: berta.address,
      symbol: "SCAM",
      decimals: 6,
      claimed: { symbol: "stETH", decimals: 18 },
    };
    await open([request("shop", { ask, chainId: 1 })]);
    expect(text()).toContain("Its contract calls itSCAM");
    expect(text()).toContain("The site calls itstETH");
    expect(text()).toContain("6; the site says 18");
    expect(text()).toContain("do not say the same");
    expect(text()).toContain("NetworkEthereum");
  });

  it.each([
    ["message", { bytes: "0x00" }, "asks you to sign a text"],
    ["typed-data", { json: "{}" }, "asks you to sign data"],
    ["calls", { bundleId: "b", calls: [{ data: "0x", value: "0" }] }, "asks for several transactions"],
  ])("says what is asked, who asks and on which network: %s", async (kind, rest, title) => {
    await open([request("shop", { ask: { kind, from: anna.address, ...rest }, chainId: 1 })]);
    expect(text()).toContain(title);
    expect(host()).toBe("shop.example");
    expect(text()).toContain("NetworkEthereum");
  });

  it("writes names of other scripts in ASCII and says so", () => {
    expect(exactOrigin("https://аpple.example")).toMatchObject({ foreign: true });
    expect(exactOrigin("https://аpple.example").host).toMatch(/^xn--/);
    expect(exactOrigin("https://apple.example:8443")).toEqual({
      scheme: "https://",
      host: "apple.example:8443",
      foreign: false,
    });
  });
});
