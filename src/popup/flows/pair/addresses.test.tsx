// @vitest-environment happy-dom
import { act } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import type { Account } from "../../../core/account/account.ts";
import { formatAddress } from "../../../core/account/address.ts";
import { button, field, refuse, settle } from "../../app/fake-platform.test-kit.tsx";
import { click, description, find, type } from "../../ui/render.test-kit.tsx";
import {
  addressOf,
  device,
  type FakeDevice,
  fakeDevice,
  first,
  ledgerAccount,
  renderBeside,
} from "./fake-ledger.test-kit.tsx";
import PairFlow from "./index.tsx";
import { box, boxes, choose, inRow, live, looks, paired, rows, script, text } from "./pairing.test-kit.tsx";

beforeEach(() => {
  location.hash = "#/pair";
});

describe("choosing addresses", () => {
  it("looks in every family; the address that two have in common counts once", async () => {
    const { sent } = await paired(fakeDevice());
    click(box(0));
    choose("bip44");
    await settle(() => rows().length === 5 && text().includes("m/44'/60'/0'/0/4"));
    expect(rows()[0]?.textContent).toContain("The same address as Ledger Live’s first");
    expect(boxes()[0]?.checked).toBe(true);
    click(box(2));
    choose("legacy");
    await settle(() => rows().length === 5 && text().includes("m/44'/60'/0'/4"));
    expect(inRow(4, "[role=img]").getAttribute("aria-label")).toBe(addressOf("m/44'/60'/0'/4"));
    expect(text()).toContain("2 more addresses are chosen");
    click(button("Add 2 accounts"));
    await settle(() => location.hash === "#/portfolio");
    const added = sent.find(({ name }) => name === "devices.add")?.input.accounts;
    expect((added as { path: string }[]).map(({ path }) => path)).toEqual([live(0), "m/44'/60'/0'/0/2"]);
  });

  it("marks what Weir has already, and offers what is only watched", async () => {
    const own: Account = { ...ledgerAccount, address: first, label: "Vera" };
    const watched: Account = {
      id: "w",
      kind: "watch",
      address: addressOf(live(1)),
      label: "Cold store",
      hidden: false,
      createdAt: 1,
    };
    await paired(fakeDevice(), { accounts: [own, watched], devices: [device] });
    expect(rows()[0]?.textContent).toContain("Already in Weir as “Vera”");
    expect(rows()[0]?.querySelector("input")).toBeNull();
    expect(description(box(1))).toContain("Watched as “Cold store”");
    click(box(1));
    expect(button("Add 1 account").getAttribute("aria-disabled")).toBeNull();
  });

  it("refuses a path that is none and reads one that is", async () => {
    const fake = fakeDevice();
    await paired(fake);
    choose("custom");
    type(field("Path"), "m/49'/0'/0'");
    click(button("Read this address"));
    await settle(() => text().includes("This is no path for Ethereum"));
    expect(field("Path").getAttribute("aria-invalid")).toBe("true");
    expect(fake.seen.some((each) => each.includes("49'"))).toBe(false);
    type(field("Path"), "44h/60h/7h/0/3");
    click(button("Read this address"));
    await settle(() => rows().length === 1);
    expect(text()).not.toContain("This is no path");
    expect(inRow(0, "[role=img]").getAttribute("aria-label")).toBe(addressOf("m/44'/60'/7'/0/3"));
  });

  it("says which network failed and reads it again", async () => {
    let fails = true;
    const look = looks(first);
    await paired(fakeDevice(), {
      script: {
        ...script,
        "devices.look": (input) =>
          fails
            ? { read: [], failed: [{ chainId: 1, error: { code: "chain/unreachable", params: {} } }] }
            : look?.(input),
      },
    });
    await settle(() => text().includes("Ethereum could not be read."));
    expect(rows()[0]?.textContent).toContain("Not read: Ethereum");
    // The choice does not wait for the network.
    click(box(0));
    expect(button("Add 1 account").getAttribute("aria-disabled")).toBeNull();
    fails = false;
    click(button("Try again"));
    await settle(() => text().includes("2.5 stETH"));
    expect(text()).not.toContain("could not be read");
  });

  it("says when nothing could be asked at all", async () => {
    const answers = [refuse("vault/locked")];
    const look = looks(first);
    await paired(fakeDevice(), {
      script: { ...script, "devices.look": (input) => answers.shift() ?? look?.(input) },
    });
    await settle(() => text().includes("What these addresses hold could not be read."));
    click(button("Try again"));
    await settle(() => text().includes("2.5 stETH"));
  });

  it("goes on after the cable was pulled between two pages", async () => {
    const fake = fakeDevice();
    await paired(fake);
    fake.readFails = "device/unplugged";
    click(button("Next"));
    await settle(() => text().includes("was unplugged"));
    click(button("Try again"));
    await settle(() => rows().length === 5 && text().includes(live(5)));
    expect(fake.seen.filter((each) => each === "open")).toHaveLength(2);
  });

  it("refuses another phrase behind the same cable", async () => {
    const fake = fakeDevice();
    await paired(fake);
    fake.phrase = "second";
    click(button("Next"));
    await settle(() => text().includes("This is another Ledger"));
    expect(rows()).toHaveLength(0);
    fake.phrase = "first";
    click(button("Try again"));
    await settle(() => rows().length === 5);
  });

  it("gives the device away when something is to be signed", async () => {
    const fake = fakeDevice();
    const { platform } = await paired(fake);
    await settle(() => fake.seen.includes(`read ${live(4)}`));
    expect(fake.seen).not.toContain("close");
    const job = {
      id: "j1",
      kind: "message",
      deviceId: "d1",
      address: first,
      path: live(0),
      createdAt: 1,
      bytes: "0x00",
    };
    await act(() => platform.sessionStore.set("device-job", job));
    await settle(() => fake.seen.includes("close"));
  });
});

describe("verifying on the device", () => {
  const verify = async (fake: FakeDevice): Promise<void> => {
    await paired(fake);
    await settle(() => !(inRow(1, "button") as HTMLButtonElement).disabled);
    click(inRow(1, "button"));
  };

  it("shows the address here and there and says that they are the same", async () => {
    const fake = fakeDevice();
    await verify(fake);
    await settle(() => text().includes("You agreed on the device"));
    expect(fake.seen.slice(-2)).toEqual([`read ${live(1)}`, `show ${live(1)}`]);
    expect(find("dialog").textContent).toContain(addressOf(live(1)));
    click(button("Done"));
    expect(document.querySelector("dialog")).toBeNull();
  });

  it("can be tried again after a refusal", async () => {
    const fake = fakeDevice({ answer: "refuses" });
    await verify(fake);
    await settle(() => text().includes("Refused on the Ledger"));
    expect(text()).not.toContain("You agreed");
    fake.answer = "agrees";
    click(button("Try again"));
    await settle(() => text().includes("You agreed on the device"));
  });

  it("does not take another address for the same", async () => {
    const other = formatAddress(`0x${"9".repeat(40)}`);
    await verify(fakeDevice({ shows: other }));
    await settle(() => text().includes("This is another Ledger"));
    expect(text()).not.toContain("You agreed");
  });

  it("verifies an account by itself, and not on a device with another phrase", async () => {
    location.hash = "#/pair/verify?account=vera";
    const fake = fakeDevice({ phrase: "second" });
    await renderBeside(<PairFlow />, fake, { accounts: [ledgerAccount], devices: [device] });
    await settle(() => text().includes("Verify on the device"));
    expect(text()).toContain("Vera, on Ledger Nano X");
    click(button("Verify on the device"));
    await settle(() => text().includes("This is another Ledger"));
    expect(fake.seen.some((each) => each.startsWith("show"))).toBe(false);
    fake.phrase = "first";
    click(button("Try again"));
    await settle(() => text().includes("You agreed on the device"));
    // A screen that needs the device once gives it back.
    expect(fake.seen.at(-1)).toBe("close");
  });
});
