// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { Operation } from "../../../core/operation/operation.ts";
import { toWire } from "../../../core/wire/wire.ts";
import { button, settle } from "../../app/fake-platform.test-kit.tsx";
import { browserWithDesk, ofVera, pageText, vera, withLedger } from "../../device/desk.test-kit.tsx";
import { operation, preview } from "../world.test-kit.ts";
import { ReviewScreen } from "./ReviewScreen.tsx";

const says = (text: string) => () => pageText().includes(text);

async function review(record: Operation, script = {}, changes = {}, list = {}) {
  const world = browserWithDesk(undefined, script, [record]);
  const { accounts } = withLedger();
  await world.platform.localStore.set("accounts", { ...(accounts as object), ...list });
  await world.open(<ReviewScreen id={record.id} title="Review" back="#/stake" />, {}, changes);
  await settle(says("Raw data"));
  return world;
}

const [call] = operation().plan.steps;
if (!call) throw new Error("no step");

describe("reviewing what a Ledger signs", () => {
  it("says how often the device asks, and confirms on it", async () => {
    await review(
      ofVera({
        plan: { steps: [call, call, call], effects: [], remarks: [] },
        steps: [1, 2, 3].map(() => ({ state: "waiting" as const, attempts: [] })),
      }),
    );
    expect(pageText()).toContain("It asks you 3 times, once for each step");
    expect(pageText()).not.toContain("two at a time");
    await settle(() => button("Confirm on Ledger").getAttribute("aria-disabled") === null);
  });

  it("says of claims that they go two at a time, and counts only what is left", async () => {
    const hash = `0x${"a".repeat(64)}` as const;
    const fee = { maxFeePerGas: 1n, maxPriorityFeePerGas: 1n };
    await review(
      ofVera({
        intent: { kind: "claim", protocol: "lido", ids: ["1", "2", "3"] },
        plan: { steps: [call, call], effects: [], remarks: [] },
        steps: [
          {
            state: "confirmed",
            attempts: [{ purpose: "original", hash, raw: "0x00", nonce: 0, fee, signedAt: 1 }],
            confirmedHash: hash,
          },
          { state: "waiting", attempts: [] },
        ],
      }),
    );
    expect(pageText()).toContain("It asks you once");
    expect(pageText()).toContain("two at a time");
    expect(pageText()).toContain("1 step is done already and stays done");
  });

  it("tries out what is left by itself after the device said no, and still says why it stopped", async () => {
    const { preview: _none, ...unpreviewed } = ofVera();
    const stopped = { ...unpreviewed, error: { code: "device/refused", params: {} } };
    const { store, count } = await review(stopped, { "operations.preview": () => toWire(ofVera()) });
    await settle(() => count("operations.preview") === 1);
    await store(ofVera());
    expect(pageText()).toContain("Refused on the Ledger");
    await settle(() => button("Confirm on Ledger").getAttribute("aria-disabled") === null);
  });

  it("says before anything is confirmed that Firefox cannot reach it, and offers no way round", async () => {
    await review(ofVera(), {}, { browserName: "firefox" });
    expect(pageText()).toContain("it has no WebHID");
    expect(() => button("Confirm")).toThrow();
  });

  const factor = { secondFactorId: vera.id };
  const sending = operation({
    preview: preview(),
    intent: { kind: "send", assetId: "native", to: vera.address, amount: 1n, max: false },
  });

  it("says that the second factor is asked for what is critical, in the button too", async () => {
    await review(sending, {}, {}, factor);
    expect(pageText()).toContain("Vera on your Ledger has to confirm it too");
    await settle(() => button("Confirm, then on Ledger").getAttribute("aria-disabled") === null);
  });

  it("asks no second factor for what stays one's own", async () => {
    await review(operation({ preview: preview() }), {}, {}, factor);
    expect(pageText()).not.toContain("Ledger");
    await settle(() => button("Confirm").textContent === "Confirm");
  });

  it("holds what is critical back in Firefox, where the second factor cannot be asked", async () => {
    await review(sending, {}, { browserName: "firefox" }, factor);
    expect(pageText()).toContain("it has no WebHID");
    expect(() => button("Confirm")).toThrow();
  });

  it("says nothing of a Ledger where none has a part", async () => {
    await review(operation({ preview: preview() }));
    expect(pageText()).not.toContain("Ledger");
  });
});
