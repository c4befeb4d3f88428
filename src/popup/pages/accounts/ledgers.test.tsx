// @vitest-environment happy-dom
import { act } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import type { Account } from "../../../core/account/account.ts";
import { button, field, refuse, type Script, settle } from "../../app/fake-platform.test-kit.tsx";
import { Routes } from "../../app/Routes.tsx";
import {
  addressOf,
  device,
  fakeDevice,
  ledgerAccount,
  renderBeside,
  type Shown,
} from "../../flows/pair/fake-ledger.test-kit.tsx";
import { click, find, type } from "../../ui/render.test-kit.tsx";
import AccountsPage from "./index.tsx";

const derived: Account = {
  id: "anna",
  kind: "derived",
  address: addressOf("anna"),
  label: "Anna",
  hidden: false,
  createdAt: 1_700_000_000,
};
const watched: Account = { ...derived, id: "cold", kind: "watch", address: addressOf("cold"), label: "Cold" };

const text = (): string => document.body.textContent ?? "";
const names = (): string[] => [...document.querySelectorAll("button")].map((each) => each.textContent ?? "");
const done: Script = {
  "accounts.remove": () => ({}),
  "devices.remove": () => ({}),
  "devices.rename": () => ({}),
  "accounts.watch": () => watched,
};

/** The accounts' pages at a route, with one account of each kind. */
function show(route: string, shown: Shown = {}) {
  location.hash = route;
  return renderBeside(<AccountsPage />, fakeDevice(), {
    accounts: [derived, ledgerAccount, watched],
    devices: [device],
    script: done,
    ...shown,
  });
}

/** The button of the dialog that asks, not the one that opened it. */
const confirm = (): void => {
  const [, last] = [...find("dialog").querySelectorAll("button")].filter(
    (each) => !each.getAttribute("aria-label"),
  );
  if (last) click(last);
};

beforeEach(() => {
  location.hash = "";
});

describe("a Ledger's account", () => {
  it("says on which device and path it is, in the list and on its page", async () => {
    await show("#/accounts");
    expect(text()).toContain("Ledger Nano X · m/44'/60'/0'/0/0");
    click(button("Vera"));
    await settle(() => text().includes("Derivation path"));
    expect(text()).toContain("Device");
    expect(text()).toContain("Ledger Nano X");
  });

  it("is verified in this tab, or from the popup in the full one; its key is nowhere to be exported", async () => {
    const { opened } = await show("#/accounts/vera", { surface: "popup" });
    expect(names().some((name) => name.includes("Export"))).toBe(false);
    click(button("Verify the address on the device"));
    expect(opened).toEqual(["#/pair/verify?account=vera"]);
  });

  it("has no page that exports a key", async () => {
    await show("#/accounts/vera/export");
    expect(text()).not.toContain("Whoever has the private key");
  });

  it("is removed after asking, with what stays", async () => {
    const { sent } = await show("#/accounts/vera");
    click(button("Remove from Weir"));
    expect(find("dialog").textContent).toContain("Nothing on the Ledger changes");
    expect(sent).toEqual([]);
    confirm();
    await settle(() => location.hash === "#/accounts");
    expect(sent).toEqual([{ name: "accounts.remove", input: { id: "vera" } }]);
  });
});

describe("accounts of other kinds", () => {
  it("a watched one is removed in other words", async () => {
    const { sent } = await show("#/accounts/cold");
    click(button("Remove from Weir"));
    expect(find("dialog").textContent).toContain("you can watch it again");
    click(button("Cancel"));
    expect(document.querySelector("dialog")).toBeNull();
    expect(sent).toEqual([]);
  });

  it("one whose key is here is exported and hidden, not removed", async () => {
    await show("#/accounts/anna");
    expect(names().some((name) => name.includes("Export the private key"))).toBe(true);
    expect(names().some((name) => name.includes("Remove"))).toBe(false);
  });
});

describe("a paired device", () => {
  it("is listed with its app and its accounts, and leads to its page", async () => {
    await show("#/accounts");
    const row = button("Ledger Nano X");
    expect(row.textContent).toContain("Ethereum app 1.10.4");
    expect(row.textContent).toContain("1 account");
    click(row);
    await settle(() => text().includes("Firmware"));
    expect(location.hash).toBe("#/accounts/devices/d1");
    expect(text()).toContain("2.2.3");
    expect(text()).toContain("Vera");
    expect(text()).not.toContain("Anna");
  });

  it("is renamed", async () => {
    const { sent } = await show("#/accounts/devices/d1");
    type(field("Name"), "Kitchen drawer");
    click(button("Rename"));
    await settle(() => sent.length === 1);
    expect(sent[0]).toEqual({ name: "devices.rename", input: { id: "d1", label: "Kitchen drawer" } });
  });

  it("gives more addresses, and can be chosen again", async () => {
    await show("#/accounts/devices/d1");
    click(button("Add more addresses"));
    expect(location.hash).toBe("#/pair?device=d1");
    location.hash = "#/accounts/devices/d1";
    await settle(() => names().includes("Choose the device again"));
    click(button("Choose the device again"));
    expect(location.hash).toBe("#/pair?device=d1&choose=yes");
  });

  it("is removed with its accounts; where it is the second factor, the reason is said", async () => {
    const answers = [refuse("device/second-factor-in-use"), {}];
    const { sent } = await show("#/accounts/devices/d1", {
      script: { ...done, "devices.remove": () => answers.shift() },
    });
    click(button("Remove from Weir"));
    expect(find("dialog").textContent).toContain("this Ledger and its 1 account.");
    expect(find("dialog").textContent).toContain("Nothing on the device changes");
    confirm();
    await settle(() => text().includes("is your second factor"));
    expect(location.hash).toBe("#/accounts/devices/d1");
    confirm();
    await settle(() => location.hash === "#/accounts");
    expect(sent.map(({ name }) => name)).toEqual(["devices.remove", "devices.remove"]);
  });
});

describe("adding an account", () => {
  const way = (name: string): void => {
    const radio = document.querySelector<HTMLInputElement>(`input[type=radio][value=${name}]`);
    if (radio) click(radio);
  };

  it("of a Ledger leads to pairing", async () => {
    await show("#/accounts/add");
    way("ledger");
    click(button("Pair a Ledger"));
    expect(location.hash).toBe("#/pair");
  });

  it("of a Ledger in Firefox leads to watching", async () => {
    const { sent } = await show("#/accounts/add", { browserName: "firefox" });
    way("ledger");
    expect(text()).toContain("A Ledger cannot be used in this browser");
    click(button("Watch an address"));
    type(field("Address"), watched.address);
    click(button("Add account"));
    await settle(() => sent.length === 1);
    expect(sent[0]?.name).toBe("accounts.watch");
  });

  it("begins with the way that the route names", async () => {
    await show("#/accounts/add?way=watch");
    expect(find<HTMLInputElement>("input[value=watch]").checked).toBe(true);
  });
});

describe("a wallet without accounts", () => {
  it("says so where an account would be shown, and how to get one", async () => {
    location.hash = "#/portfolio";
    await renderBeside(<Routes />, fakeDevice(), {});
    await settle(() => text().includes("There is no account in this wallet yet"));
    click(button("Pair a Ledger"));
    await settle(() => text().includes("What you need"));
    expect(location.hash).toBe("#/pair");
  });

  it("opens pairing in the tab from the popup", async () => {
    location.hash = "#/portfolio";
    const { opened } = await renderBeside(<Routes />, undefined, { surface: "popup" });
    await settle(() => text().includes("There is no account in this wallet yet"));
    click(button("Pair a Ledger"));
    expect(opened).toEqual(["#/pair"]);
  });

  it("whose accounts are all hidden names the list", async () => {
    location.hash = "#/stake";
    const { platform } = await renderBeside(<Routes />, fakeDevice(), {});
    const list = {
      accounts: [{ ...derived, hidden: true }],
      selectedId: null,
      phrases: [],
      devices: [],
    };
    await act(() => platform.localStore.set("accounts", list));
    await settle(() => text().includes("All accounts are hidden"));
    click(button("Show the accounts"));
    expect(location.hash).toBe("#/accounts");
  });
});
