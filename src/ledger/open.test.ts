import { describe, expect, it } from "vitest";
import {
  deviceWorld,
  firstAddress,
  outcome,
  path,
  patience,
  putNavigator,
  until,
} from "./device.test-kit.ts";
import { createLedger } from "./index.ts";

const kinds = (stages: readonly { kind: string }[]) => stages.map(({ kind }) => kind);

describe("opening a Ledger", () => {
  it("gives a session of the open Ethereum app, and gives the device back", async () => {
    const { open, options, stages, hid } = deviceWorld({ blindSigning: true });
    const session = await open();
    expect(session.facts).toEqual({ model: "nanoSP", appVersion: "1.13.0", blindSigning: true });
    expect(kinds(stages)).toEqual(["connecting", "checking"]);
    expect(await session.addressAt(path, { ...options(), show: false })).toBe(firstAddress);
    const [opened] = await hid.hid.getDevices();
    expect(opened?.opened).toBe(true);
    await session.close();
    expect(opened?.opened).toBe(false);
    expect(await outcome(session.addressAt(path, { ...options(), show: false }))).toBe("device/cancelled");
  });

  it.each(["nanoS", "nanoX", "nanoSP", "stax", "flex", "apex"] as const)("knows a %s", async (model) => {
    const { open } = deviceWorld({ model });
    expect((await open()).facts.model).toBe(model);
  });

  it("tells that none was ever chosen, and goes on in the same page once one is", async () => {
    const { ledger, open, hid } = deviceWorld({}, {});
    expect(await ledger.hasGrant()).toBe(false);
    expect(await outcome(open())).toBe("device/no-grant");
    hid.userChooses = "none";
    expect(await ledger.choose()).toBe(false);
    hid.userChooses = 0;
    expect(await ledger.choose()).toBe(true);
    expect(await ledger.hasGrant()).toBe(true);
    await open();
  });

  it("tells a device that was used before and is away from one that was never chosen", async () => {
    const paired = deviceWorld({}, { granted: true }, { pairedBefore: () => true });
    let plugs = 0;
    const stop = paired.ledger.onPlugged(() => plugs++);
    paired.device.unplug();
    expect(await outcome(paired.open())).toBe("device/not-found");
    paired.device.plugIn();
    await paired.open();
    expect(plugs).toBe(2);
    stop();
    paired.device.unplug();
    expect(plugs).toBe(2);
  });

  it("says that a browser without WebHID cannot reach one", async () => {
    putNavigator({});
    const ledger = createLedger();
    const options = { signal: new AbortController().signal, onStage: () => undefined };
    expect(await outcome(ledger.open(options))).toBe("device/unsupported-browser");
    expect(await outcome(ledger.choose())).toBe("device/unsupported-browser");
  });

  it("says that another program has it, and opens it when that is over", async () => {
    const { open, hid } = deviceWorld({}, { granted: true, busy: true });
    expect(await outcome(open())).toBe("device/busy");
    hid.busy = false;
    await open();
  });

  it("has one session in a page", async () => {
    const { open } = deviceWorld();
    const [first, second] = await Promise.all([open(), outcome(open())]);
    expect(second).toBe("device/busy");
    expect(await outcome(open())).toBe("device/busy");
    void first.close();
    await open();
  });

  it("has one session among all pages of the browser", async () => {
    const { open, options, hid } = deviceWorld();
    putNavigator({ hid: hid.hid, locks: fakeLocks() });
    const [one, other] = [createLedger({ patience }), createLedger({ patience })];
    const session = await one.open(options());
    expect(await outcome(other.open(options()))).toBe("device/busy");
    void session.close();
    const again = await one.open(options());
    await again.close();
    await (await other.open(options())).close();
    await open();
  });

  it("waits for the PIN and goes on by itself", async () => {
    const { open, stages, device } = deviceWorld({ locked: true });
    const opening = open();
    await until(() => stages.some(({ kind }) => kind === "unlock"));
    device.unlock();
    await opening;
    expect(kinds(stages)).toEqual(["connecting", "unlock", "checking"]);
  });

  it("asks the dashboard to open the app, over the change of the product id", async () => {
    const { open, stages, device, options } = deviceWorld({ app: "BOLOS", firmware: "1.1.1" });
    const before = device.productId;
    const session = await open();
    expect(device.productId).not.toBe(before);
    expect(device.askedToOpen).toEqual(["Ethereum"]);
    expect(session.facts.firmware).toBe("1.1.1");
    expect(stages).toEqual([
      { kind: "connecting" },
      { kind: "open-app", app: "" },
      { kind: "reconnecting" },
      { kind: "checking" },
    ]);
    expect(await session.addressAt(path, { ...options(), show: false })).toBe(firstAddress);
  });

  it("leaves another app by way of the dashboard, and names it", async () => {
    const { open, stages } = deviceWorld({ app: "Bitcoin" });
    await open();
    expect(stages.filter(({ kind }) => kind === "open-app")).toEqual([
      { kind: "open-app", app: "Bitcoin" },
      { kind: "open-app", app: "" },
    ]);
  });

  it("names the app that cannot be left", async () => {
    const { open, device } = deviceWorld({ app: "Bitcoin" });
    device.fault({ kind: "status", word: 0x6d00 }, { instruction: 0xa7 });
    const error = await open().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "device/wrong-app", params: { app: "Bitcoin" } });
  });

  it("tells that the app is not installed", async () => {
    const { open, device } = deviceWorld({ app: "BOLOS", installed: [] });
    expect(await outcome(open())).toBe("device/app-missing");
    device.install("Ethereum");
    await open();
  });

  it("tells that the person did not want the app opened", async () => {
    const { open, device } = deviceWorld({ app: "BOLOS", answerWith: "refuse" });
    expect(await outcome(open())).toBe("device/refused");
    device.answerWith = "approve";
    await open();
  });

  it.each([
    ["1.9.19", "device/app-outdated"],
    ["1.8.8", "device/app-outdated"],
    ["0.99.99", "device/app-outdated"],
  ])("refuses app %s and says what is needed", async (ethereumVersion, code) => {
    const { open } = deviceWorld({ ethereumVersion });
    const error = await open().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code, params: { version: ethereumVersion, needed: "1.9.20" } });
  });

  it.each(["1.9.20", "1.10.4", "1.23.0-dev", "2.0.0"])("takes app %s", async (ethereumVersion) => {
    const { open } = deviceWorld({ ethereumVersion });
    expect((await open()).facts.appVersion).toBe(ethereumVersion);
  });

  it("asks to choose again when the grant does not cover the product id of the app", async () => {
    const { open, ledger, hid } = deviceWorld({ app: "BOLOS" }, { granted: true, grantByProductId: true });
    expect(await outcome(open())).toBe("device/no-grant");
    expect(await ledger.choose()).toBe(true);
    await open();
    expect(hid.dialogs).toBe(1);
  });

  it("does not wait for ever for one that says nothing, and tries again without a new page", async () => {
    const { open, device } = deviceWorld({}, { granted: true }, { patience: { ...patience, answer: 400 } });
    device.fault({ kind: "silent" }, { times: Number.POSITIVE_INFINITY });
    expect(await outcome(open())).toBe("device/silent");
    device.clearFaults();
    // The machine may be slow, the device is not: what is asserted is that it answers again.
    while ((await outcome(open())) === "device/silent");
  });

  it.each([
    ["a locked one", { locked: true }, "unlock"],
    ["one that asks about the app", { app: "BOLOS", answerWith: "wait" }, "open-app"],
  ] as const)("tells at once that %s was pulled out", async (_, setup, stage) => {
    const { open, stages, device } = deviceWorld(setup);
    const opening = outcome(open());
    await until(() => stages.some(({ kind }) => kind === stage));
    if (stage === "open-app") await until(() => device.screen() !== undefined);
    device.unplug();
    expect(await opening).toBe("device/unplugged");
    device.plugIn();
    device.unlock();
    device.answerWith = "approve";
    await open();
  });
});

/** Web Locks as far as they are used: one holder, nobody waits. */
function fakeLocks() {
  let held = false;
  return {
    async request(_: string, __: object, callback: (lock: object | null) => Promise<void> | undefined) {
      await undefined;
      if (held) return callback(null);
      held = true;
      try {
        return await callback({});
      } finally {
        // As in a browser, the lock is free somewhat later than its promise.
        await new Promise((resolve) => setTimeout(resolve, 5));
        held = false;
      }
    },
  };
}
