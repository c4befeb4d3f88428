// @vitest-environment happy-dom
import { act } from "react";
import { describe, expect, it, vi } from "vitest";
import { toWire } from "../../core/wire/wire.ts";
import { button, refuse, settle } from "../app/fake-platform.test-kit.tsx";
import { now } from "../flows/world.test-kit.ts";
import ConfirmPage from "../pages/confirm/index.tsx";
import OperationPage from "../pages/operation/index.tsx";
import { click } from "../ui/render.test-kit.tsx";
import { browserWithDesk, ofVera, pageText, transactionJob, vera } from "./desk.test-kit.tsx";
import { LedgerAtWork } from "./LedgerAtWork.tsx";

const says = (text: string) => () => pageText().includes(text);
const dialogs = (): number => document.querySelectorAll("dialog").length;
const armed = (name: string) => () => button(name).getAttribute("aria-disabled") === null;
const refusedOnDevice = { code: "device/refused", params: {} };

describe("the confirm window, when a Ledger has to sign", () => {
  const ofSite = (changes = {}) => ofVera({ origin: "https://shop.example", ...changes });
  const request = {
    id: "shop",
    origin: "https://shop.example",
    tabId: 1,
    frameId: 0,
    ask: { kind: "transaction", from: vera.address, to: vera.address, data: "0x", value: "0" },
    state: "waiting",
    operationId: "op1",
    createdAt: now,
    expiresAt: now + 600,
  };

  async function openConfirm() {
    const world = browserWithDesk(undefined, { "sites.request": () => ({}) }, [ofSite()]);
    await world.platform.sessionStore.set("request:shop", request);
    let answer: (answer: unknown) => void = () => undefined;
    const approving = new Promise<unknown>((resolve) => {
      answer = resolve;
    });
    const showTab = vi.fn(async () => undefined);
    const close = vi.fn();
    await world.open(
      <>
        <ConfirmPage />
        <LedgerAtWork />
      </>,
      { surface: "confirm" },
      {
        showTab,
        closeThisWindow: close,
        // Approving takes as long as the person at the device.
        sendToWorker: (message: { name: string }) =>
          message.name === "operations.approve" ? approving : world.platform.sendToWorker(message),
      },
    );
    await settle(armed("Confirm on Ledger"));
    click(button("Confirm on Ledger"));
    await world.put(transactionJob());
    await settle(says("Your Ledger has to sign"));
    return { ...world, answer, showTab, close };
  }

  it("leads to the tab, and closes with the result", async () => {
    const { showTab, close, answer, platform } = await openConfirm();
    expect(pageText()).toContain("Go on in Weir’s tab");
    click(button("Show the tab"));
    expect(showTab).toHaveBeenCalledOnce();
    expect(close).not.toHaveBeenCalled();
    await act(() => platform.sessionStore.remove("device-job"));
    expect(dialogs()).toBe(0);
    await act(async () => answer({ ok: true, value: toWire(ofSite({ state: "running" })) }));
    await settle(() => close.mock.calls.length > 0);
  });

  it("says that it was refused there, and can be confirmed again", async () => {
    const { answer, platform, store, close } = await openConfirm();
    await act(() => platform.sessionStore.remove("device-job"));
    await store(ofSite({ error: refusedOnDevice }));
    await act(async () => answer({ ok: false, error: refusedOnDevice }));
    await settle(says("Refused on the Ledger"));
    await settle(armed("Confirm on Ledger"));
    expect(close).not.toHaveBeenCalled();
  });

  it("takes it back for the person", async () => {
    const { count, inputOf } = await openConfirm();
    const cancel = [...document.querySelectorAll<HTMLElement>("dialog button")].find(
      (each) => each.textContent === "Cancel",
    );
    if (!cancel) throw new Error("no way to cancel");
    click(cancel);
    await settle(() => dialogs() === 0);
    expect(inputOf("devices.cancel")).toEqual({ jobId: "j1" });
    expect(count("devices.take")).toBe(0);
  });
});

describe("the popup, when a Ledger has to sign", () => {
  const signing = () => ofVera({ state: "approved", steps: [{ state: "signing", attempts: [] }] });
  const open = async (script = {}) => {
    const world = browserWithDesk(transactionJob(), script, [signing()]);
    await world.open(
      <>
        <OperationPage id="op1" />
        <LedgerAtWork />
      </>,
      { surface: "popup" },
    );
    await settle(says("Your Ledger has to sign"));
    return world;
  };

  it("says so after it was opened again, and can be hidden", async () => {
    await open();
    expect(pageText()).toContain("Stake 1 ETH for stETH");
    expect(pageText()).toContain("Your Ledger is asked");
    click(button("Hide"));
    expect(dialogs()).toBe(0);
  });

  it("says why it could not be taken back", async () => {
    await open({ "devices.cancel": () => refuse("vault/locked") });
    click(button("Cancel"));
    await settle(says("locked"));
    expect(dialogs()).toBe(1);
  });

  it("follows the record to a refusal and offers to go on", async () => {
    const world = await open();
    await act(() => world.platform.sessionStore.remove("device-job"));
    await world.store(ofVera({ error: refusedOnDevice }));
    await settle(says("Refused on the Ledger"));
    click(button("Go on"));
    expect(location.hash).toBe("#/stake?review=op1");
  });

  it("keeps what was done of a sequence and goes on with the rest", async () => {
    const [call] = signing().plan.steps;
    if (!call) throw new Error("no step");
    const world = await open();
    await act(() => world.platform.sessionStore.remove("device-job"));
    const hash = `0x${"a".repeat(64)}` as const;
    const fee = { maxFeePerGas: 1n, maxPriorityFeePerGas: 1n };
    await world.store(
      ofVera({
        plan: { steps: [call, call], effects: [], remarks: [] },
        steps: [
          {
            state: "confirmed",
            attempts: [{ purpose: "original", hash, raw: "0x00", nonce: 0, fee, signedAt: now }],
            confirmedHash: hash,
            confirmedBlock: 123,
            final: true,
          },
          { state: "waiting", attempts: [] },
        ],
        error: { code: "device/unplugged", params: {} },
      }),
    );
    await settle(says("was unplugged"));
    expect(pageText()).toContain("Confirmed in block 123");
    expect(pageText()).toContain("The steps that are done stay done");
    button("Go on");
  });
});
