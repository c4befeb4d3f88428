// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { toWire } from "../../../core/wire/wire.ts";
import { button, fakePlatform, field, renderPage, settle } from "../../app/fake-platform.test-kit.tsx";
import { click, description, type } from "../../ui/render.test-kit.tsx";
import { ether, lidoFacts, now, operation, stEth, storedLocal } from "../world.test-kit.ts";
import StakeFlow from "./index.tsx";

const quote = (changes: Record<string, unknown> = {}) =>
  toWire({
    receives: { asset: stEth, change: 2n * ether },
    rewardFeeBasisPoints: 1000,
    amountFee: 0n,
    parts: [],
    yield: { ratePpm: 31_000, from: now - 7 * 86_400, to: now, method: "reports", observations: 7 },
    breakEvenDays: 12,
    remarks: [],
    gasWei: ether / 1000n,
    ...changes,
  });

beforeEach(() => {
  location.hash = "#/stake";
});

describe("staking", () => {
  it("says what arrives, at what yield and fee, while the amount is typed", async () => {
    const { platform, sent } = fakePlatform(
      { "portfolio.protocols": () => lidoFacts, "portfolio.quote": () => quote() },
      { local: storedLocal() },
    );
    await renderPage(<StakeFlow />, platform);
    await settle(() => document.body.textContent?.includes("Risks of Lido") ?? false);
    type(field("Amount"), "2");
    await settle(() => document.body.textContent?.includes("You receive") ?? false);
    const text = document.body.textContent;
    expect(text).toContain("2\u00a0stETH");
    expect(text).toContain("3.1% a year");
    expect(text).toContain("Measured over 7 days, from 7 reports");
    expect(text).toContain("10% of rewards");
    expect(text).toContain("12 days");
    expect(sent.filter((each) => each.name === "portfolio.quote")).toHaveLength(1);
  });

  it("does not go on while the protocol is paused, nor with more than there is", async () => {
    const remarks = [{ level: "block", words: { key: "remark.rate-disagreement", params: {} } }];
    const { platform, sent } = fakePlatform(
      { "portfolio.protocols": () => lidoFacts, "portfolio.quote": () => quote({ remarks }) },
      { local: storedLocal() },
    );
    await renderPage(<StakeFlow />, platform);
    await settle(() => document.body.textContent?.includes("Risks of Lido") ?? false);
    expect(description(button("Review"))).toContain("Enter an amount");
    type(field("Amount"), "2");
    await settle(() => document.body.textContent?.includes("Two endpoints report different") ?? false);
    expect(description(button("Review"))).toContain("cannot be done now");
    type(field("Amount"), "11");
    await settle(() => document.body.textContent?.includes("You have 10 ETH") ?? false);
    click(button("Review"));
    await settle();
    expect(sent.some((each) => each.name === "operations.plan")).toBe(false);
  });

  it("enters the most and says what stays for the fee", async () => {
    const { platform } = fakePlatform(
      {
        "portfolio.protocols": () => lidoFacts,
        "portfolio.quote": () => quote(),
        "portfolio.max": () => toWire({ amount: 10n * ether - 5n, reservedGasWei: ether / 100n }),
      },
      { local: storedLocal() },
    );
    await renderPage(<StakeFlow />, platform);
    click(button("Max"));
    await settle(() => field("Amount").value !== "");
    expect(field("Amount").value).toBe("9.999999999999999995");
    expect(document.body.textContent).toContain("0.01\u00a0ETH stay in the account");
  });

  it("opens the review of what was planned", async () => {
    const { platform, sent } = fakePlatform(
      {
        "portfolio.protocols": () => lidoFacts,
        "portfolio.quote": () => quote(),
        "operations.plan": () => toWire(operation()),
      },
      { local: storedLocal() },
    );
    await renderPage(<StakeFlow />, platform);
    await settle(() => document.body.textContent?.includes("Risks of Lido") ?? false);
    type(field("Amount"), "1");
    await settle(() => button("Review").getAttribute("aria-disabled") === null);
    click(button("Review"));
    await settle(() => location.hash === "#/stake?review=op1");
    expect(sent.find((each) => each.name === "operations.plan")?.input).toEqual({
      chainId: 1,
      accountId: "anna",
      intent: { kind: "stake", protocol: "lido", amount: String(ether), receive: stEth.id },
    });
  });
});
