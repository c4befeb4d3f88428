// @vitest-environment happy-dom
import { act } from "react";
import { describe, expect, it, vi } from "vitest";
import { button, fakePlatform, renderPage, type Script, settle } from "../../app/fake-platform.test-kit.tsx";
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

async function open(requests: ReturnType<typeof request>[], script: Script = {}) {
  const session = Object.fromEntries(requests.map((each) => [`request:${each.id}`, each]));
  const world = fakePlatform(
    {
      "sites.approveConnect": () => ({}),
      "sites.reject": () => ({}),
      "portfolio.protocols": () => [],
      ...script,
    },
    { local: storedLocal(), session },
  );
  const close = vi.fn();
  await renderPage(<ConfirmPage />, { ...world.platform, closeThisWindow: close });
  await settle();
  const store = (next: ReturnType<typeof request>) =>
    act(async () => {
      await world.platform.sessionStore.set(`request:${next.id}`, next);
    });
  return { ...world, close, store };
}

const host = () => document.querySelector("[data-testid=origin-host]")?.textContent;
const boxes = () => [...document.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];

describe("the confirm window", () => {
  it("connects a site to the accounts chosen, then closes", async () => {
    const { sent, close } = await open([request("first")]);
    expect(host()).toBe("first.example");
    expect(boxes().map((box) => box.checked)).toEqual([true, false]);
    for (const box of boxes()) click(box);
    await settle(() => button("Connect").getAttribute("aria-disabled") === null);
    click(button("Connect"));
    await settle(() => close.mock.calls.length > 0);
    expect(sent.find((each) => each.name === "sites.approveConnect")?.input).toEqual({
      id: "first",
      accounts: [berta.address],
    });
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
