// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, describe, expect, it } from "vitest";
import type { ErrorCode } from "../../core/errors/index.ts";
import { button, settle } from "../app/fake-platform.test-kit.tsx";
import { operation } from "../flows/world.test-kit.ts";
import { click, press } from "../ui/render.test-kit.tsx";
import {
  browserWithDesk,
  fakeLedger,
  ofVera,
  pageText,
  signature,
  transactionJob,
  unsigned,
} from "./desk.test-kit.tsx";
import { LedgerAtWork } from "./LedgerAtWork.tsx";

const says = (text: string) => () => pageText().includes(text);
const dialogs = (): number => document.querySelectorAll("dialog").length;
const see = (state: "visible" | "hidden"): void => {
  Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
  act(() => void document.dispatchEvent(new Event("visibilitychange")));
};

afterEach(() => see("visible"));

describe("the full tab's desk", () => {
  it("takes a job, says what is signed and what the device shows, and brings the signature", async () => {
    const device = fakeLedger(["waits"]);
    const world = browserWithDesk(transactionJob());
    await world.open(<LedgerAtWork />, { ledger: device.ledger });
    await settle(says("Look at your Ledger"));
    const { owner } = world.inputOf("devices.take") ?? {};
    expect(pageText()).toContain("Stake 1 ETH for stETH");
    expect(pageText()).toContain("Vera · Nano S Plus");
    expect(pageText()).toContain("Amount1.5 ETH");
    expect(pageText()).toContain("Fee, at most0.0002 ETH");
    expect(pageText()).toContain("NetworkEthereum");
    expect(pageText()).not.toContain("Blind signing");
    device.agree();
    await settle(() => dialogs() === 0);
    expect(world.inputOf("devices.answer")).toEqual({ jobId: "j1", owner, signature });
    await settle(() => device.seen.includes("close"));
    expect(device.seen).toEqual(["open", "sign j1", "close"]);
    expect(world.count("devices.cancel")).toBe(0);
  });

  it("names blind signing and the contract for a call, and the step in a sequence", async () => {
    const [call] = operation().plan.steps;
    if (!call) throw new Error("no step");
    const two = ofVera({
      plan: { steps: [call, { ...call, words: { key: "other", params: {} } }], effects: [], remarks: [] },
      steps: [
        { state: "signing", attempts: [] },
        { state: "waiting", attempts: [] },
      ],
    });
    const data = unsigned("0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84", 10n ** 18n, "0xa1903eab");
    const world = browserWithDesk(transactionJob({ unsigned: data } as never), {}, [two]);
    await world.open(<LedgerAtWork />, { ledger: fakeLedger(["waits"]).ledger });
    await settle(says("Step 1 of 2: Stake 1 ETH for stETH"));
    expect(pageText()).toContain("Blind signing");
    expect(pageText()).toContain("Contract");
    expect(pageText()).toContain("Transaction hash");
  });

  it.each<[ErrorCode, Record<string, string>, string]>([
    ["device/not-found", {}, "No Ledger is plugged in"],
    ["device/locked", {}, "is locked"],
    ["device/busy", {}, "Another program or browser tab"],
    ["device/unplugged", {}, "was unplugged"],
    ["device/wrong-app", { app: "Bitcoin" }, "The app “Bitcoin” is open"],
    ["device/app-missing", {}, "is not installed"],
    ["device/app-outdated", { version: "1.2.0", needed: "1.9.0" }, "is version 1.2.0"],
    ["device/blind-signing-off", {}, "blind signing is off"],
    ["device/silent", {}, "does not answer"],
    ["device/answer-invalid", {}, "makes no sense"],
    ["device/data-refused", { status: "6a80" }, "6a80"],
    ["device/wrong-device", { expected: "0xaa", found: "0xbb" }, "it gives 0xbb"],
  ])("says what %s means, and trying again works without a reload", async (code, params, sentence) => {
    const device = fakeLedger([{ code, params }, "signs"]);
    const world = browserWithDesk(transactionJob());
    await world.open(<LedgerAtWork />, { ledger: device.ledger });
    await settle(says(sentence));
    expect(world.count("devices.fail") + world.count("devices.answer")).toBe(0);
    click(button("Try again"));
    await settle(() => dialogs() === 0);
    expect(world.inputOf("devices.answer")).toMatchObject({ jobId: "j1", signature });
    expect(device.seen).toEqual(["open", "sign j1", "close", "open", "sign j1", "close"]);
  });

  it("lets the person choose the device again when the browser has forgotten it", async () => {
    const device = fakeLedger([{ code: "device/no-grant", at: "open" }, "signs"]);
    const world = browserWithDesk(transactionJob());
    await world.open(<LedgerAtWork />, { ledger: device.ledger });
    await settle(says("which Ledger Weir may use"));
    expect(() => button("Try again")).toThrow();
    click(button("Choose the device again"));
    await settle(() => world.count("devices.answer") === 1);
    expect(device.seen).toEqual(["open", "choose", "open", "sign j1", "close"]);
  });

  it("ends the job when the person refuses on the device", async () => {
    const world = browserWithDesk(transactionJob());
    await world.open(<LedgerAtWork />, { ledger: fakeLedger([{ code: "device/refused" }]).ledger });
    await settle(() => world.count("devices.fail") === 1);
    expect(world.inputOf("devices.fail")).toMatchObject({
      jobId: "j1",
      error: { code: "device/refused", params: {} },
    });
    await settle(() => dialogs() === 0);
  });

  it.each(["Cancel", "Escape"])("%s ends it at once, whatever the device does", async (way) => {
    const device = fakeLedger(["waits"]);
    const world = browserWithDesk(transactionJob());
    await world.open(<LedgerAtWork />, { ledger: device.ledger });
    await settle(says("Look at your Ledger"));
    const dialog = document.querySelector("dialog");
    // A click beside it is no answer.
    if (dialog) click(dialog);
    expect(world.count("devices.cancel")).toBe(0);
    if (way === "Cancel") click(button("Cancel"));
    else press("Escape");
    expect(dialogs()).toBe(0);
    await settle(() => world.count("devices.cancel") === 1 && device.seen.includes("close"));
    expect(world.inputOf("devices.cancel")).toEqual({ jobId: "j1" });
    expect(world.count("devices.answer") + world.count("devices.fail")).toBe(0);
  });

  it("brings the answer again when the worker was ended meanwhile", async () => {
    let tries = 0;
    const world = browserWithDesk(transactionJob(), {
      "devices.answer": () => {
        tries += 1;
        return tries === 1 ? undefined : {};
      },
    });
    const device = fakeLedger(["signs"]);
    await world.open(<LedgerAtWork />, { ledger: device.ledger });
    await settle(() => dialogs() === 0 && tries === 2);
    expect(device.seen.filter((each) => each.startsWith("sign"))).toHaveLength(1);
  });

  it("goes when the job is gone, and takes the next one", async () => {
    const device = fakeLedger(["waits"]);
    const world = browserWithDesk(transactionJob());
    await world.open(<LedgerAtWork />, { ledger: device.ledger });
    await settle(says("Look at your Ledger"));
    await act(() => world.platform.sessionStore.remove("device-job"));
    expect(dialogs()).toBe(0);
    await settle(() => device.seen.includes("close"));
    await world.put(transactionJob({ id: "j2" }));
    await settle(() => device.seen.includes("sign j2"));
  });

  it("is one tab's: of two that are seen, one takes it", async () => {
    const first = fakeLedger(["waits"]);
    const second = fakeLedger(["waits"]);
    const world = browserWithDesk(transactionJob());
    await world.open(<LedgerAtWork />, { ledger: first.ledger });
    await world.open(<LedgerAtWork />, { ledger: second.ledger });
    await settle(says("Look at your Ledger"));
    expect(dialogs()).toBe(1);
    expect([...first.seen, ...second.seen]).toEqual(["open", "sign j1"]);
  });

  it("is not a hidden tab's until it is seen; hiding it later changes nothing", async () => {
    see("hidden");
    const device = fakeLedger(["waits"]);
    const world = browserWithDesk(transactionJob());
    await world.open(<LedgerAtWork />, { ledger: device.ledger });
    await settle();
    expect(world.count("devices.take")).toBe(0);
    see("visible");
    await settle(says("Look at your Ledger"));
    see("hidden");
    device.agree();
    await settle(() => world.count("devices.answer") === 1);
  });

  it("shows both hashes once the device says that it will", async () => {
    const job = {
      ...transactionJob(),
      kind: "typed-data",
      json: JSON.stringify({
        types: { EIP712Domain: [{ name: "name", type: "string" }], Mail: [{ name: "text", type: "string" }] },
        domain: { name: "Post" },
        primaryType: "Mail",
        message: { text: "hi" },
      }),
      domainHash: `0x${"ab".repeat(32)}`,
      messageHash: `0x${"cd".repeat(32)}`,
    };
    const world = browserWithDesk(job as never);
    await world.open(<LedgerAtWork />, { ledger: fakeLedger(["waits"], "hashes").ledger });
    await settle(says("Domain hash"));
    expect(pageText()).not.toContain("message.text");
    expect(pageText()).toContain(`0x${"ab".repeat(32)}`);
    expect(pageText()).toContain(`0x${"cd".repeat(32)}`);
  });

  it("says what a second factor confirms", async () => {
    const text = "Weir: Anna sends 1 ETH";
    const bytes = `0x${[...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
    const job = { ...transactionJob(), kind: "second-factor", bytes };
    const world = browserWithDesk(job as never);
    await world.open(<LedgerAtWork />, { ledger: fakeLedger(["waits"]).ledger });
    await settle(says("Your second factor is asked"));
    expect(pageText()).toContain(text);
  });
});
