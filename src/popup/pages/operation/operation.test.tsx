// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { Operation } from "../../../core/operation/operation.ts";
import { toWire } from "../../../core/wire/wire.ts";
import { button, fakePlatform, renderPage, settle } from "../../app/fake-platform.test-kit.tsx";
import { click } from "../../ui/render.test-kit.tsx";
import ActivityPage from "../activity/index.tsx";
import { operationAt, sentStep, storedLocal, wei } from "../portfolio/stored-records.test-kit.ts";
import OperationPage from "./index.tsx";

const now = 1_700_000_000;
const text = (): string => (document.body.textContent ?? "").replaceAll("\u00a0", " ");
const buttons = (): string[] =>
  [...document.querySelectorAll("button")].map((each) => each.textContent ?? "");
const landed: Partial<Operation> = {
  state: "confirmed",
  steps: [
    sentStep(now, {
      state: "confirmed",
      confirmedHash: `0x${"a".repeat(64)}`,
      confirmedBlock: 123,
      gasUsedWei: wei("0.001"),
      final: true,
    }),
  ],
};

async function show(operation: Operation, script = {}) {
  const local = storedLocal({ operations: [operation] });
  const fake = fakePlatform(script, { local });
  await renderPage(<OperationPage id={operation.id} />, fake.platform);
  await settle(() => text().includes("Progress"));
  return fake;
}

describe("an operation's page", () => {
  it("offers to speed up or cancel a sent transaction, after saying what it costs", async () => {
    const operation = operationAt(now);
    const { sent } = await show(operation, { "operations.speedUp": () => toWire(operation) });
    click(button("Speed up"));
    expect(text()).toContain("30 gwei per gas");
    expect(text()).toContain("33.75 gwei per gas");
    expect(sent.some((each) => each.name.startsWith("operations."))).toBe(false);
    const confirm = [...document.querySelectorAll<HTMLElement>("dialog button")].at(-1);
    if (!confirm) throw new Error("no way to confirm");
    click(confirm);
    await settle(() => document.querySelector("dialog") === null);
    expect(sent.filter((each) => each.name === "operations.speedUp").map((each) => each.input)).toEqual([
      { id: "op1" },
    ]);
  });

  it("offers neither once the network has decided", async () => {
    await show(operationAt(now, landed));
    expect(buttons()).not.toContain("Speed up");
    expect(text()).toContain("Confirmed in block 123");
    expect(text()).toContain("Fee paid: 0.001 ETH");
    expect(text()).toContain("Your stake earns from now on");
  });

  it("offers neither before anything was signed", async () => {
    await show(operationAt(now, { state: "planned", steps: [{ state: "waiting", attempts: [] }] }));
    expect(buttons()).not.toContain("Speed up");
    expect(text()).toContain("You have not confirmed this yet");
  });

  it("still offers it for a dropped transaction that may yet land, with the doubt", async () => {
    const error = { code: "operation/dropped", params: {} };
    await show(
      operationAt(now, { state: "failed", error, steps: [sentStep(now, { doubts: { refusals: 3 } })] }),
    );
    expect(text()).toContain("No node knows this transaction any more");
    expect(buttons()).toContain("Speed up");
  });

  it("follows the record and links the explorer without telling where one came from", async () => {
    const { platform } = await show(operationAt(now));
    const link = document.querySelector("a");
    expect(link?.getAttribute("href")).toBe(`https://etherscan.io/tx/0x${"a".repeat(64)}`);
    expect(link?.getAttribute("rel")).toContain("noreferrer");
    await platform.localStore.set("operation:op1", toWire(operationAt(now, landed)));
    await settle(() => text().includes("Confirmed in block 123"));
    expect(document.querySelector("[aria-live=polite]")?.textContent).toContain("Confirmed");
  });
});

describe("the activity", () => {
  it("lists the newest first, filters by state and tells of a damaged record", async () => {
    const failed = operationAt(now - 100, {
      id: "op2",
      state: "failed",
      steps: [{ state: "failed", attempts: [] }],
    });
    const local = { ...storedLocal({ operations: [failed, operationAt(now)] }), "operation:bad": { id: 1 } };
    const fake = fakePlatform({}, { local });
    await renderPage(<ActivityPage />, fake.platform);
    await settle(() => text().includes("Sent"));
    expect(text().indexOf("Sent")).toBeLessThan(text().lastIndexOf("Failed"));
    expect(text()).toContain("1 stored operation cannot be read");
    const tab = [...document.querySelectorAll<HTMLElement>("[role=tab]")].find(
      (each) => each.textContent === "Waiting",
    );
    if (tab) click(tab);
    expect(document.querySelectorAll("[role=tabpanel] li")).toHaveLength(1);
  });
});
