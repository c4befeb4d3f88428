// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Operation } from "../../../core/operation/operation.ts";
import { toWire } from "../../../core/wire/wire.ts";
import {
  button,
  fakePlatform,
  field,
  refuse,
  renderPage,
  type Script,
  settle,
} from "../../app/fake-platform.test-kit.tsx";
import { click, description } from "../../ui/render.test-kit.tsx";
import { ether, lidoFacts, now, operation, preview, stEth, storedLocal } from "../world.test-kit.ts";
import { ReviewScreen } from "./ReviewScreen.tsx";

async function review(record: Operation, script: Script = {}) {
  const world = fakePlatform(
    { "portfolio.protocols": () => lidoFacts, ...script },
    { local: storedLocal(record) },
  );
  await renderPage(<ReviewScreen id={record.id} title="Review" back="#/stake" />, world.platform);
  await settle(() => document.body.textContent?.includes("What happens") ?? false);
  const store = (next: Operation) =>
    act(async () => {
      await world.platform.localStore.set(`operation:${next.id}`, toWire(next));
    });
  return { ...world, store };
}

const armed = (): boolean => button("Confirm").getAttribute("aria-disabled") === null;
const says = (text: string) => () => document.body.textContent?.includes(text) ?? false;

beforeEach(() => {
  location.hash = "#/stake?review=op1";
});

describe("reviewing an operation", () => {
  afterEach(() => {
    Object.defineProperty(document, "visibilityState", { value: "visible", configurable: true });
  });

  it("shows the steps, the changes and the fees, and asks with the preview that was shown", async () => {
    const { sent, store } = await review(operation({ preview: preview() }), {
      "operations.approve": async () => {
        await store(operation({ state: "running" }));
        return toWire(operation({ state: "running" }));
      },
    });
    await settle(armed);
    const text = document.body.textContent;
    expect(text).toContain("Stake 1 ETH for stETH");
    expect(text).toContain("1 transaction");
    expect(text).toContain("+1\u00a0stETH");
    expect(text).toContain("Normal0.0002\u00a0ETH");
    click(button("Confirm"));
    await settle(() => location.hash === "#/operation/op1");
    expect(sent.find((each) => each.name === "operations.approve")?.input).toEqual({
      id: "op1",
      feeLevel: "normal",
      previewMadeAt: now,
      // The digest of what was on the screen.
      seen: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it("leaves who went elsewhere there, when the cancelling takes its time", async () => {
    let done: (() => void) | undefined;
    await review(operation({ preview: preview() }), {
      "operations.reject": () =>
        new Promise((resolve) => {
          done = () => resolve({});
        }),
    });
    click(button("Cancel"));
    await settle(() => done !== undefined && button("Cancel").getAttribute("aria-busy") === "true");
    location.hash = "#/activity";
    await act(async () => done?.());
    await settle(() => button("Cancel").getAttribute("aria-busy") === null);
    expect(location.hash).toBe("#/activity");
  });

  it("cannot be confirmed before there is a preview; it arrives in the record", async () => {
    const { sent, store } = await review(operation());
    expect(description(button("Confirm"))).toContain("still trying out");
    click(button("Confirm"));
    await store(operation({ preview: preview() }));
    expect(armed()).toBe(false);
    await settle(armed);
    expect(sent.some((each) => each.name === "operations.approve")).toBe(false);
  });

  it("is not armed by content that has just changed, by a resize, nor in a hidden window", async () => {
    const { store } = await review(operation({ preview: preview() }));
    await settle(armed);
    await store(operation({ preview: preview({ madeAt: now + 1 }) }));
    expect(armed()).toBe(false);
    await settle(armed);
    act(() => void window.dispatchEvent(new Event("resize")));
    expect(armed()).toBe(false);
    await settle(armed);
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    act(() => void document.dispatchEvent(new Event("visibilitychange")));
    expect(armed()).toBe(false);
  });

  it("wants a tick under warnings, and none is kept when they change", async () => {
    const warning = (reason: string) => ({
      level: "warn" as const,
      words: { key: "remark.stale-block", params: { behindSeconds: Number(reason) } },
    });
    const { store } = await review(operation({ preview: preview({ remarks: [warning("300")] }) }));
    expect(description(button("Confirm"))).toContain("Tick that you have read");
    click(field("I have read this"));
    await settle(armed);
    await store(operation({ preview: preview({ madeAt: now + 1, remarks: [warning("900")] }) }));
    expect(field("I have read this").checked).toBe(false);
  });

  it("says why it is blocked and offers no way round", async () => {
    await review(
      operation({
        preview: preview({
          blocked: { code: "operation/insufficient-gas", params: { missing: "0.01", unit: "ETH" } },
        }),
      }),
    );
    expect(document.body.textContent).toContain("0.01 ETH are missing for the network fee");
    expect(description(button("Confirm"))).toContain("cannot be confirmed");
  });

  it("says that the result has changed and shows the new one", async () => {
    const { store } = await review(operation({ preview: preview() }), {
      "operations.approve": () => refuse("operation/changed-since-preview"),
    });
    await settle(armed);
    click(button("Confirm"));
    await settle(says("The result has changed"));
    await store(
      operation({
        preview: preview({ madeAt: now + 9, effects: [{ asset: stEth, change: ether / 2n }] }),
        before: preview(),
      }),
    );
    const rows = [...document.querySelectorAll("[data-testid=changed-since] tbody tr")];
    expect(rows.map((row) => row.textContent)).toEqual(["ETH-1No change", "stETH+1+0.5"]);
    expect(document.body.textContent).toContain("+0.5\u00a0stETH");
    expect(armed()).toBe(false);
  });
});
