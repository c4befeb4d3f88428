// @vitest-environment happy-dom
import { act } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import { button, fakePlatform, field, renderPage, settle } from "../../app/fake-platform.test-kit.tsx";
import { click, find, type } from "../../ui/render.test-kit.tsx";
import { fakeDevice, renderBeside } from "../pair/fake-ledger.test-kit.tsx";
import Onboarding from "./index.tsx";

const words = "legal winner thank year wave sausage worth useful legal winner thank yellow".split(" ");
const password = "seven quiet otters paddle north";
const text = (): string => document.body.textContent ?? "";

const script = {
  "vault.create": () => ({ accountId: "a1", secretId: "s1" }),
  "vault.openReveal": () => ({ token: "t1", words: 12, hasPassphrase: false }),
  "vault.revealWord": (input: Record<string, unknown>) => ({ word: words[Number(input.index)] }),
  "vault.backupChallenge": () => ({ positions: [7, 1, 10] }),
  "vault.verifyBackup": () => ({}),
};

async function typePassword(chosen: string): Promise<void> {
  type(field("New password"), chosen);
  type(field("The same password again"), chosen);
  click(find<HTMLInputElement>("input[type=checkbox]"));
  await settle(() => document.querySelector("[role=meter]") !== null);
}

async function choosePassword(chosen: string): Promise<void> {
  click(button("Create a new wallet"));
  click(button("Continue"));
  await typePassword(chosen);
  click(button("Create wallet"));
}

beforeEach(() => {
  location.hash = "#/onboard";
});

describe("creating a wallet", () => {
  it("shows the phrase word by word, asks for three, and keeps the password out of the page", async () => {
    const { platform, sent } = fakePlatform(script);
    await renderPage(<Onboarding />, platform);
    await choosePassword(password);
    await settle(() => text().includes("Start"));
    expect(sent[0]).toEqual({
      name: "vault.create",
      input: { password, secret: { kind: "new-phrase", words: 12 }, label: "Account 1" },
    });

    click(button("Start"));
    await settle(() => text().includes("Show word 1"));
    expect(words.some((word) => find("[data-testid=reveal-word]").textContent?.includes(word))).toBe(false);
    click(button("Show word 1"));
    await settle(() => text().includes("Hide word 1"));
    for (const [index, word] of words.entries()) {
      expect(find("[data-testid=reveal-word]").textContent).toBe(word);
      if (index + 1 === words.length) break;
      click(button("Next word"));
      await settle(() => text().includes(`Hide word ${index + 2}`));
    }
    expect(document.body.innerHTML).not.toContain(password);

    click(button("I have written all words down"));
    await settle(() => text().includes("Word 11"));
    for (const position of [2, 8, 11]) type(field(`Word ${position}`), words[position - 1] ?? "");
    click(button("Check"));
    await settle(() => text().includes("Your phrase is backed up"));
    expect(sent.at(-1)?.input.words).toEqual([
      { position: 1, word: "winner" },
      { position: 7, word: "useful" },
      { position: 10, word: "thank" },
    ]);
  });

  it("hides the word when the window is left", async () => {
    const { platform } = fakePlatform(script);
    await renderPage(<Onboarding />, platform);
    await choosePassword(password);
    await settle(() => text().includes("Start"));
    click(button("Start"));
    await settle(() => text().includes("Show word 1"));
    click(button("Show word 1"));
    await settle(() => text().includes("legal"));
    act(() => {
      window.dispatchEvent(new Event("blur"));
    });
    expect(text()).not.toContain("legal");
  });

  it("does not take a password that is easy to guess, and says what would help", async () => {
    const { platform, sent } = fakePlatform(script);
    await renderPage(<Onboarding />, platform);
    await choosePassword("monkey12");
    await settle(() => text().includes("Too easy to guess"));
    expect(sent).toEqual([]);
  });

  it("lets the backup wait", async () => {
    const { platform } = fakePlatform(script);
    await renderPage(<Onboarding />, platform);
    await choosePassword(password);
    await settle(() => text().includes("Start"));
    click(button("Later"));
    expect(location.hash).toBe("#/portfolio");
  });
});

describe("a wallet without a phrase", () => {
  it("takes a password and goes on to pairing", async () => {
    const { sent } = await renderBeside(<Onboarding />, fakeDevice(), {
      script: { "vault.create": () => ({ accountId: null, secretId: null }) },
    });
    click(button("Use a Ledger"));
    expect(text()).toContain("What Weir learns");
    click(button("Continue"));
    expect(text()).toContain("no key");
    await typePassword(password);
    click(button("Create wallet"));
    await settle(() => location.hash === "#/pair");
    expect(sent).toEqual([{ name: "vault.create", input: { password, secret: { kind: "none" } } }]);
  });

  it("offers to watch where the browser reaches no Ledger", async () => {
    const { sent } = await renderBeside(<Onboarding />, undefined, {
      browserName: "firefox",
      script: { "vault.create": () => ({ accountId: null, secretId: null }) },
    });
    click(button("Use a Ledger"));
    expect(text()).toContain("A Ledger cannot be used in this browser");
    click(button("Watch an address"));
    await typePassword(password);
    click(button("Create wallet"));
    await settle(() => location.hash === "#/accounts/add?way=watch");
    expect(sent[0]?.input.secret).toEqual({ kind: "none" });
  });
});
