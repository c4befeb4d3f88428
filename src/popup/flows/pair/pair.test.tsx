// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { button, refuse, settle } from "../../app/fake-platform.test-kit.tsx";
import { click, description, find } from "../../ui/render.test-kit.tsx";
import { addressOf, device, fakeDevice, first, renderBeside } from "./fake-ledger.test-kit.tsx";
import PairFlow from "./index.tsx";
import { box, boxes, inRow, live, rows, script, text } from "./pairing.test-kit.tsx";

beforeEach(() => {
  location.hash = "#/pair";
});

describe("pairing a Ledger", () => {
  it("says what is needed and learnt before anything is plugged in, and asks nothing of a device", async () => {
    const fake = fakeDevice({ granted: false });
    await renderBeside(<PairFlow />, fake, { script });
    await settle(() => button("Choose your Ledger").getAttribute("aria-busy") === null);
    for (const name of ["Nano S Plus", "Nano X", "Stax", "Flex", "Nano Gen5", "Ethereum app"]) {
      expect(text()).toContain(name);
    }
    expect(text()).toContain("Never the key or the recovery phrase");
    expect(fake.seen).toEqual([]);
  });

  it("goes from the browser's dialog to accounts in the portfolio", async () => {
    const fake = fakeDevice({ granted: false });
    const { sent } = await renderBeside(<PairFlow />, fake, { script });
    await settle(() => button("Choose your Ledger").getAttribute("aria-busy") === null);
    click(button("Choose your Ledger"));
    await settle(() => rows().length === 5 && text().includes("Nothing on Ethereum"));
    expect(fake.seen.slice(0, 2)).toEqual(["choose", "open"]);
    expect(sent[0]).toEqual({
      name: "devices.pair",
      input: { model: "nanoX", firstAddress: first, firmware: "2.2.3", appVersion: "1.10.4" },
    });
    expect(text()).toContain("Ledger Nano X");
    expect(text()).toContain("2.2.3");
    expect(text()).toContain("1.10.4");
    expect(text()).toContain("Ethereum: 1 ETH · 2.5 stETH · 0.3 ETH ready to claim");
    expect(rows()[1]?.textContent).toContain("Nothing on Ethereum");
    expect(inRow(1, "[role=img]").getAttribute("aria-label")).toBe(addressOf(live(1)));
    expect(description(button("Add accounts"))).toBe("Choose at least one address.");

    click(box(0));
    click(button("Next"));
    await settle(() => rows().length === 5 && text().includes(live(5)));
    expect(text()).toContain("1 more address is chosen that is not shown here.");
    click(box(1));
    click(button("Previous"));
    await settle(() => text().includes(live(1)));
    expect(boxes().map((each) => each.checked)).toEqual([true, false, false, false, false]);
    // Each address was read once, over one session.
    expect(fake.seen.filter((each) => each === "open")).toHaveLength(1);
    expect(fake.seen.filter((each) => each === `read ${live(1)}`)).toHaveLength(1);

    click(button("Add 2 accounts"));
    await settle(() => location.hash === "#/portfolio");
    expect(sent.filter(({ name }) => name === "devices.add")).toEqual([
      {
        name: "devices.add",
        input: {
          deviceId: "d1",
          accounts: [
            { path: live(0), address: first },
            { path: live(6), address: addressOf(live(6)) },
          ],
        },
      },
    ]);
    expect(sent.at(-1)).toEqual({ name: "accounts.select", input: { id: "new0" } });
  });

  it("says when nothing was chosen in the browser's dialog", async () => {
    const fake = fakeDevice({ granted: false, chosen: false });
    await renderBeside(<PairFlow />, fake, { script });
    await settle(() => button("Choose your Ledger").getAttribute("aria-busy") === null);
    click(button("Choose your Ledger"));
    await settle(() => text().includes("No Ledger was chosen"));
    fake.chosen = true;
    click(button("Choose your Ledger"));
    await settle(() => rows().length === 5);
  });

  it.each([
    ["device/not-found", "No Ledger is plugged in"],
    ["device/locked", "The Ledger is locked"],
    ["device/app-missing", "is not installed"],
    ["device/busy", "Another program or browser tab"],
    ["device/refused", "Refused on the Ledger"],
    ["device/unplugged", "was unplugged"],
    ["device/silent", "does not answer"],
    ["device/answer-invalid", "makes no sense"],
  ] as const)("tells %s and connects at the next try", async (code, sentence) => {
    const fake = fakeDevice({ openFails: { code } });
    await renderBeside(<PairFlow />, fake, { script });
    await settle(() => text().includes("Connect the Ledger"));
    click(button("Connect the Ledger"));
    await settle(() => text().includes(sentence));
    expect(find("[role=alert]").textContent).toContain(sentence);
    click(button("Try again"));
    await settle(() => rows().length === 5);
  });

  it("opens the browser's dialog where its permission is gone", async () => {
    const fake = fakeDevice({ openFails: { code: "device/no-grant" } });
    await renderBeside(<PairFlow />, fake, { script });
    await settle(() => text().includes("Connect the Ledger"));
    click(button("Connect the Ledger"));
    await settle(() => text().includes("has not been told which Ledger"));
    click(button("Choose the device again"));
    await settle(() => rows().length === 5);
    expect(fake.seen).toContain("choose");
  });

  it("waits for the PIN in words, and can be cancelled", async () => {
    const fake = fakeDevice({ waitsAt: { kind: "unlock" } });
    await renderBeside(<PairFlow />, fake, { script });
    await settle(() => text().includes("Connect the Ledger"));
    click(button("Connect the Ledger"));
    await settle(() => text().includes("Unlock your Ledger"));
    click(button("Cancel"));
    await settle(() => text().includes("Connect the Ledger"));
    fake.waitsAt = undefined;
    click(button("Connect the Ledger"));
    await settle(() => rows().length === 5);
  });

  it("tells why the wallet did not take the device, and tries again", async () => {
    const answers = [refuse("vault/locked"), device];
    await renderBeside(<PairFlow />, fakeDevice(), {
      script: { ...script, "devices.pair": () => answers.shift() },
    });
    await settle(() => text().includes("Connect the Ledger"));
    click(button("Connect the Ledger"));
    await settle(() => document.querySelector("[role=alert]") !== null);
    click(button("Connect the Ledger"));
    await settle(() => rows().length === 5);
  });
});

describe("a device that is paired already", () => {
  it("gives more addresses, and another Ledger is offered as another", async () => {
    location.hash = "#/pair?device=d1";
    const fake = fakeDevice({ phrase: "second" });
    const { sent } = await renderBeside(<PairFlow />, fake, { script, devices: [device] });
    await settle(() => text().includes("Connect the Ledger"));
    click(button("Connect the Ledger"));
    await settle(() => text().includes("This is another Ledger"));
    expect(sent).toEqual([]);
    click(button("Pair it as another Ledger"));
    await settle(() => text().includes("What you need"));
    expect(location.hash).toBe("#/pair");
  });

  it("goes through the browser's dialog when the device is to be chosen again", async () => {
    location.hash = "#/pair?device=d1&choose=yes";
    const fake = fakeDevice();
    const { sent } = await renderBeside(<PairFlow />, fake, { script, devices: [device] });
    await settle(() => button("Choose your Ledger").getAttribute("aria-busy") === null);
    click(button("Choose your Ledger"));
    await settle(() => rows().length === 5);
    expect(fake.seen[0]).toBe("choose");
    expect(sent[0]?.name).toBe("devices.pair");
  });
});

describe("where no Ledger can be reached", () => {
  it("Firefox says so before anything is plugged in and offers to watch", async () => {
    const fake = fakeDevice();
    await renderBeside(<PairFlow />, fake, { browserName: "firefox" });
    expect(text()).toContain("A Ledger cannot be used in this browser");
    expect(text()).not.toContain("Choose your Ledger");
    click(button("Watch an address"));
    expect(location.hash).toBe("#/accounts/add?way=watch");
    expect(fake.seen).toEqual([]);
  });

  it("a full tab without the way says the same", async () => {
    await renderBeside(<PairFlow />, undefined);
    expect(text()).toContain("A Ledger cannot be used in this browser");
  });

  it("the popup goes on in the tab", async () => {
    const { opened } = await renderBeside(<PairFlow />, undefined, { surface: "popup" });
    expect(text()).toContain("A small window closes at that moment");
    click(button("Go on in a tab"));
    expect(opened).toEqual(["#/pair"]);
  });
});
