// @vitest-environment happy-dom
import { beforeEach, expect, it } from "vitest";
import { toWire } from "../../../core/wire/wire.ts";
import { button, fakePlatform, field, renderPage, settle } from "../../app/fake-platform.test-kit.tsx";
import { click, type } from "../../ui/render.test-kit.tsx";
import { eth, ether, lidoFacts, now, operation, stEth, storedLocal } from "../world.test-kit.ts";
import RedeemFlow from "./index.tsx";

beforeEach(() => {
  location.hash = "#/redeem";
});

it("shows how a large redemption is split and how long it takes, and plans it by signature", async () => {
  const { platform, sent } = fakePlatform(
    {
      "portfolio.protocols": () => lidoFacts,
      "portfolio.quote": () =>
        toWire({
          receives: { asset: eth, change: 2_500n * ether },
          amountFee: 0n,
          parts: [1_000n * ether, 1_000n * ether, 500n * ether],
          expected: { earliest: now + 4 * 86_400, latest: now + 9 * 86_400, basis: "recent-finalisations" },
          remarks: [{ level: "note", words: { key: "lido.remark.split", params: { parts: 3 } } }],
          gasWei: 1n,
        }),
      "operations.plan": () => toWire(operation({ id: "op2" })),
    },
    { local: storedLocal() },
  );
  await renderPage(<RedeemFlow />, platform);
  await settle(() => document.body.textContent?.includes("How the queue may take it") ?? false);
  type(field("Amount"), "2500");
  await settle(() => document.body.textContent?.includes("3 requests") ?? false);
  const text = document.body.textContent;
  expect(text).toContain("2,500\u00a0ETH");
  expect(text).toContain("Request 3500\u00a0stETH");
  expect(text).toContain("4 to 9 days");
  expect(text).toContain("This becomes 3 requests.");
  click(button("Review"));
  await settle(() => sent.some((each) => each.name === "operations.plan"));
  expect(sent.find((each) => each.name === "operations.plan")?.input).toMatchObject({
    intent: { kind: "redeem", amount: String(2_500n * ether), token: stEth.id, approval: "permit" },
  });
});
