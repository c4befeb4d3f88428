// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { button, field, refuse, settle } from "../../app/fake-platform.test-kit.tsx";
import { browserWithDesk, pageText, vera, withLedger } from "../../device/desk.test-kit.tsx";
import { storedLocal } from "../../flows/world.test-kit.ts";
import { click, type } from "../../ui/render.test-kit.tsx";
import SecondFactor from "./SecondFactor.tsx";

const says = (text: string) => () => pageText().includes(text);
const second = { ...vera, id: "wanda", label: "Wanda", path: "m/44'/60'/1'/0/0" };

async function open(script = {}, list = {}, changes = {}) {
  const world = browserWithDesk(undefined, script);
  const known = withLedger().accounts as { accounts: unknown[] };
  await world.platform.localStore.set("accounts", {
    ...known,
    accounts: [...known.accounts, second],
    ...list,
  });
  await world.open(<SecondFactor />, {}, changes);
  await settle();
  return world;
}

const disabled = (name: string): boolean => {
  const found = button(name);
  return found.disabled || found.getAttribute("aria-disabled") === "true";
};

describe("the second factor's page", () => {
  it("makes an account of the Ledger the second factor, with the password", async () => {
    const { sent } = await open({ "devices.setSecondFactor": () => ({}) });
    expect(pageText()).toContain("If you lose the device");
    expect(disabled("Make it the second factor")).toBe(true);
    const wanda = document.querySelector<HTMLElement>("input[value=wanda]");
    if (wanda) click(wanda);
    type(field("Password"), "long password");
    click(button("Make it the second factor"));
    await settle(says("Wanda now confirms what is critical"));
    expect(sent.filter(({ name }) => name === "devices.setSecondFactor").map(({ input }) => input)).toEqual([
      { accountId: "wanda", password: "long password" },
    ]);
    expect(field("Password").value).toBe("");
  });

  it("wants the phrase written down first", async () => {
    const phrases = [{ id: "p", words: 12, backedUp: false, createdAt: 1, label: "Phrase 1" }];
    await open({}, { phrases });
    expect(pageText()).toContain("Write your recovery phrase down first");
    expect(document.querySelector("[data-testid=second-factor-form]")).toBeNull();
  });

  it("is switched off with the password, and says when the device said no", async () => {
    const { inputOf } = await open(
      { "devices.setSecondFactor": () => refuse("device/refused") },
      { secondFactorId: vera.id },
    );
    expect(pageText()).toContain("Vera is your second factor");
    expect(disabled("Switch it off")).toBe(true);
    type(field("Password"), "long password");
    expect(disabled("Change the second factor")).toBe(true);
    click(button("Switch it off"));
    await settle(says("Refused on the Ledger"));
    expect(inputOf("devices.setSecondFactor")).toEqual({ accountId: null, password: "long password" });
    expect(pageText()).toContain("Vera is your second factor");
  });

  it("says that the password is wrong", async () => {
    await open({ "devices.setSecondFactor": () => refuse("vault/wrong-password", { waitSeconds: 0 }) });
    type(field("Password"), "wrong");
    click(button("Make it the second factor"));
    await settle(says("This is not the password"));
  });

  it("leads to pairing where there is no Ledger, and is out of reach in Firefox", async () => {
    await open({}, storedLocal().accounts as object);
    expect(pageText()).toContain("Pair a Ledger");
    expect(() => field("Password")).toThrow();
    await open({}, {}, { browserName: "firefox" });
    expect(pageText()).toContain("it has no WebHID");
    expect(() => field("Password")).toThrow();
  });
});
