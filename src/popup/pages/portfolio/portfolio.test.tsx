// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { button, fakePlatform, refuse, renderPage, settle } from "../../app/fake-platform.test-kit.tsx";
import { click } from "../../ui/render.test-kit.tsx";
import PortfolioPage from "./index.tsx";
import {
  anna,
  day,
  operationAt,
  position,
  redemption,
  type StoredRecords,
  snapshotAt,
  storedLocal,
  watched,
  wei,
} from "./stored-records.test-kit.ts";

const now = Math.floor(Date.now() / 1000);
const text = (): string => (document.body.textContent ?? "").replaceAll("\u00a0", " ");

async function show(records: StoredRecords, script = {}) {
  location.hash = "#/portfolio";
  const fake = fakePlatform(script, { local: storedLocal(records) });
  await renderPage(<PortfolioPage />, fake.platform);
  return fake;
}

describe("the portfolio", () => {
  it("paints the stored figures with block, host and age, without asking anybody", async () => {
    const { sent } = await show({ snapshot: snapshotAt(now - 200) });
    expect(text()).toContain("12.5 ETH");
    expect(text()).toContain("Block 21,345,678 from ethereum-rpc.publicnode.com, 3 min. ago");
    expect(sent).toEqual([]);
  });

  it("says over which window and from what the yield was measured", async () => {
    const measured = {
      ratePpm: 28_400,
      from: now - 7 * day,
      to: now - 3600,
      method: "reports" as const,
      observations: 7,
    };
    const protocols = [{ protocol: "lido", state: {}, yield: measured, readAt: now }];
    await show({ snapshot: snapshotAt(now, { protocols }) });
    expect(text()).toContain("2.84%Measured over the last 7 days from 7 reports on the chain");
  });

  it("keeps the old figures under a failed refresh and says how old they are", async () => {
    const failure = {
      error: { code: "chain/unreachable", params: { endpoint: "eth.drpc.org" } },
      at: now - 60,
    };
    await show({ snapshot: snapshotAt(now - 3 * 3600, { failure }) });
    expect(text()).toContain("eth.drpc.org");
    expect(text()).toContain("read 3 hr. ago, last tried");
    expect(text()).toContain("12.5 ETH");
    click(button("Check the endpoints"));
    expect(location.hash).toBe("#/settings/networks");
  });

  it("warns when two endpoints disagree", async () => {
    await show({ snapshot: snapshotAt(now, { secondOpinion: "disagreed" }) });
    expect(text()).toContain("Your endpoints disagree");
  });

  it("still lists what can be claimed when nothing is staked any more", async () => {
    const ready = redemption({ state: "ready", claimable: wei("2"), expected: { basis: "ready" } });
    await show({
      snapshot: snapshotAt(now, {
        native: [],
        positions: [position({ balance: 0n, worth: 0n })],
        redemptions: [ready],
      }),
    });
    expect(text()).toContain("Request 4711");
    expect(text()).not.toContain("This account is empty");
    expect(button("Claim 2").getAttribute("aria-disabled")).toBeNull();
  });

  it("offers one claim for several ready requests of an account", async () => {
    const ready = (id: string) =>
      redemption({ id, state: "ready", claimable: wei("2"), expected: { basis: "ready" } });
    await show(
      { snapshot: snapshotAt(now, { redemptions: [ready("1"), ready("2"), redemption({ id: "3" })] }) },
      { "accounts.select": () => ({}) },
    );
    click(button("Claim all 2"));
    await settle(() => location.hash.startsWith("#/claim"));
    expect(location.hash).toBe("#/claim?protocol=lido&ids=1%2C2");
  });

  it("sums over all accounts when asked", async () => {
    location.hash = "#/portfolio";
    const other = position({ account: watched.address, balance: wei("0.5"), worth: wei("0.5") });
    await show({ accounts: [anna, watched], snapshot: snapshotAt(now, { positions: [position(), other] }) });
    expect(text()).toContain("12.5 stETH");
    const all = [...document.querySelectorAll<HTMLElement>("[role=tab]")].find(
      (tab) => tab.textContent === "All accounts",
    );
    if (all) click(all);
    await settle(() => text().includes("13 stETH"));
  });

  it("explains staking to an account that has none, and how to receive to one that has nothing", async () => {
    await show({ snapshot: snapshotAt(now, { positions: [] }) });
    expect(text()).toContain("Nothing staked yet");
  });

  it("shows an empty account its address", async () => {
    await show({ snapshot: snapshotAt(now, { positions: [], native: [] }) });
    await settle(
      () => document.querySelector(`[aria-label="QR code of the address ${anna.address}"]`) !== null,
    );
  });

  it("says why a watch-only account cannot stake", async () => {
    await show({ accounts: [{ ...watched, address: anna.address }], snapshot: snapshotAt(now) });
    expect(text()).toContain("You watch this account");
    expect(button("Stake").getAttribute("aria-disabled")).toBe("true");
  });

  it("shows what is under way", async () => {
    await show({ snapshot: snapshotAt(now), operations: [operationAt(now)] });
    await settle(() => text().includes("Under way"));
    expect(text()).toContain("Sent");
  });

  it("reads for the first time on a press, and says why that failed", async () => {
    const { sent } = await show(
      {},
      { "portfolio.refresh": () => refuse("chain/timeout", { endpoint: "eth.drpc.org" }) },
    );
    click(button("Refresh"));
    await settle(() => document.querySelector("[role=alert]") !== null);
    expect(text()).toContain("eth.drpc.org");
    expect(sent.map((each) => each.name)).toEqual(["portfolio.refresh"]);
  });
});
