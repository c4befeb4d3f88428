// @vitest-environment happy-dom
import { act } from "react";
import { describe, expect, it } from "vitest";
import { defaultSettings } from "../../../core/settings/settings.ts";
import { toWire } from "../../../core/wire/wire.ts";
import { button, fakePlatform, renderPage, settle } from "../../app/fake-platform.test-kit.tsx";
import { click } from "../../ui/render.test-kit.tsx";
import PortfolioPage from "./index.tsx";
import { anna, eth, snapshotAt, storedLocal, watched, wei } from "./stored-records.test-kit.ts";

const now = Math.floor(Date.now() / 1000);
const text = (): string => (document.body.textContent ?? "").replaceAll("\u00a0", " ");
const shell = {
  id: "0x00000000000000000000000000000000005e11a5",
  symbol: "SHELL\u202e",
  name: "Shell",
  decimals: 18,
  address: "0x00000000000000000000000000000000005e11a5",
} as const;
const base = {
  chainId: 8453,
  name: "Base",
  native: { name: "Ether", symbol: "ETH", decimals: 18 as const },
  multicall: true,
  blockSeconds: 2,
  addedAt: now,
};
const asset = (chainId: number) => ({ chainId, asset: shell, addedAt: now, origin: "https://reef.example" });

async function show(local: Record<string, unknown>, networks = [base].slice(0, 0)) {
  location.hash = "#/portfolio";
  const fake = fakePlatform(
    { "assets.remove": () => ({}), "portfolio.refresh": () => ({ ok: true }) },
    { local },
  );
  await fake.platform.preferences.write({ ...defaultSettings(), language: "en", networks });
  await act(() => renderPage(<PortfolioPage />, fake.platform));
  return fake;
}

describe("watched tokens", () => {
  it("are shown apart from what is verified, by their contract's word and without tricks, until removed", async () => {
    const snapshot = snapshotAt(now, {
      tokens: [
        { account: anna.address, asset: shell, balance: wei("7") },
        { account: watched.address, asset: shell, balance: wei("5") },
      ],
    });
    const { sent, platform } = await show({
      ...storedLocal({ snapshot }),
      [`asset:1:${shell.id}`]: toWire(asset(1)),
    });
    await settle(() => text().includes("Watched tokens"));
    expect(text()).toContain("Weir has not verified them");
    expect(text()).toContain("Proposed by reef.example");
    // This account's alone; the invisible character is written out.
    expect(text()).toContain("7 SHELL⟨U+202E⟩");
    expect(text()).not.toContain("\u202e");
    click(button("More: SHELL"));
    click(button("Stop showing SHELL"));
    await settle(() => sent.length > 0);
    expect(sent).toEqual([{ name: "assets.remove", input: { chainId: 1, token: shell.address } }]);
    await act(() => platform.localStore.remove(`asset:1:${shell.id}`));
    await settle(() => !text().includes("Watched tokens"));
  });

  it("whose contract did not answer have no invented balance", async () => {
    await show({
      ...storedLocal({ snapshot: snapshotAt(now, { tokens: [{ account: anna.address, asset: shell }] }) }),
      [`asset:1:${shell.id}`]: toWire(asset(1)),
    });
    await settle(() => text().includes("Watched tokens"));
    expect(text()).toContain("Not read");
    expect(text()).not.toContain("0 SHELL");
  });
});

describe("a network that the person added", () => {
  it("shows its coin and its tokens, none of another network", async () => {
    const there = snapshotAt(now, {
      chainId: base.chainId,
      native: [{ account: anna.address, balance: wei("0.25") }],
      positions: [],
      tokens: [{ account: anna.address, asset: shell, balance: wei("9") }],
      endpoint: "base.example",
    });
    await show(
      {
        ...storedLocal({ snapshot: snapshotAt(now) }),
        [`snapshot:${base.chainId}`]: toWire(there),
        [`asset:${base.chainId}:${shell.id}`]: toWire(asset(base.chainId)),
      },
      [base],
    );
    await settle(() => text().includes("base.example"));
    expect(text()).toContain(`0.25 ${eth.symbol}`);
    expect(text()).toContain("9 SHELL");
    expect(document.querySelectorAll('[aria-label="Watched tokens"]')).toHaveLength(1);
  });

  it("not read yet says so and can be read", async () => {
    const { sent } = await show(storedLocal({ snapshot: snapshotAt(now) }), [base]);
    await settle(() => text().includes("Base has not been read yet"));
    const all = [...document.querySelectorAll("button")].filter((each) => each.textContent === "Refresh");
    click(all.at(-1) as HTMLButtonElement);
    await settle(() => sent.length > 0);
    expect(sent[0]).toEqual({ name: "portfolio.refresh", input: { chainId: base.chainId } });
  });
});
