// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { button, settle } from "../../app/fake-platform.test-kit.tsx";
import { description } from "../../ui/render.test-kit.tsx";
import { anna, berta, now, operation } from "../world.test-kit.ts";
import { isArmed, pageText, showReview } from "./review-page.test-kit.tsx";
import {
  asksForApproval,
  asksForData,
  asksForSignOnly,
  asksForText,
  permitData,
  signIn,
  site,
  unknownData,
  warning,
} from "./site-operations.test-kit.ts";

const shownText = (): string | undefined =>
  document.querySelector("[data-testid=signed-text]")?.textContent ?? undefined;
const textIsThere = () => shownText() !== undefined;

/** Makes every element as high as if its text needed `scrollHeight` pixels of which 100 are on the screen. */
function textsAreHigh(scrollHeight: number): void {
  Object.defineProperty(HTMLElement.prototype, "scrollHeight", { value: scrollHeight, configurable: true });
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { value: 100, configurable: true });
}

describe("a text to sign", () => {
  afterEach(() => textsAreHigh(0));

  it("is shown exactly, with what hides in it written out", async () => {
    await showReview(asksForText("Transfer\u202e 1 ETH\nto nobody"));
    await settle(textIsThere);
    expect(shownText()).toBe("Transfer⟨U+202E⟩ 1 ETH\nto nobody");
    expect(pageText()).toContain("1 invisible character is written out");
    expect(pageText()).not.toContain("Network fee, at most");
    await settle(isArmed);
  });

  it("cannot be signed before a long one was read to its end", async () => {
    textsAreHigh(4_000);
    await showReview(asksForText("line\n".repeat(400)));
    await settle(textIsThere);
    await settle(() => description(button("Confirm")).includes("Read the text to its end first"));
    const box = document.querySelector<HTMLElement>("[data-testid=signed-text]");
    if (!box) throw new Error("no text");
    const scrollTo = (top: number): void =>
      act(() => {
        Object.defineProperty(box, "scrollTop", { value: top, configurable: true });
        box.dispatchEvent(new Event("scroll"));
      });
    scrollTo(2_000);
    expect(isArmed()).toBe(false);
    expect(description(button("Confirm"))).toContain("Read the text to its end first");
    scrollTo(3_900);
    await settle(isArmed);
  });

  it("is hex where it is no text, and a fingerprint is called one", async () => {
    await showReview(asksForText(`0x${"f1".repeat(32)}`));
    await settle(textIsThere);
    expect(shownText()).toBe(`0x${"f1".repeat(32)}`);
    expect(pageText()).toContain("These bytes are no text");
    expect(pageText()).toContain("could be the fingerprint of anything");
  });
});

describe("a sign-in", () => {
  it("is a table of its parts", async () => {
    await showReview(asksForText(signIn("pool.example")));
    await settle(textIsThere);
    await settle(() => pageText().includes("Sign in"));
    expect(pageText()).toContain("I accept the terms of the pool.");
    expect(pageText()).toContain("Ethereum (1)");
    expect(pageText()).toContain("32891756abcd");
    expect(pageText()).not.toContain("another site");
  });

  it("says at each part what is wrong with it, a word used before included", async () => {
    const entries = [{ nonce: "32891756abcd", address: anna.address, chainId: 1, at: now }];
    await showReview(asksForText(signIn("other.example", berta.address)), {
      local: { [`sign-in:${site}`]: { origin: site, entries } },
    });
    await settle(textIsThere);
    expect(pageText()).toContain("This is another site than the one that asks");
    expect(pageText()).toContain("This is another account than the one that signs");
    expect(pageText()).toContain("You have signed in to this site with it before");
  });

  it("that is not written as one is told from one that is", async () => {
    await showReview(asksForText(signIn("pool.example").replace("Version: 1", "Version: one")));
    await settle(textIsThere);
    expect(pageText()).toContain("wants to pass for a sign-in but is not written as one");
  });
});

describe("data to sign", () => {
  it("that nobody decodes is said to be unknown, with all of it below and its fingerprint", async () => {
    await showReview(asksForData(unknownData));
    await settle(() => pageText().includes("Meant for"));
    expect(pageText()).toContain("Weir does not know what “Vote” means");
    expect(document.querySelector("[data-testid=typed-data-rows] tbody")?.textContent).toContain(
      "all⟨U+200B⟩ow",
    );
    await settle(() => pageText().includes("Fingerprint (EIP-712)"));
    expect(pageText()).toMatch(/0x[0-9a-f]{64}/);
  });

  it("that cannot be read says so", async () => {
    await showReview(asksForData({ ...permitData, primaryType: "Nothing" }));
    await settle(() => pageText().includes("This data cannot be read"));
  });
});

describe("what is said of the site", () => {
  it("stands with what is said of the request, must be read too, and re-arms when it comes late", async () => {
    await showReview(asksForApproval(1n), { remarks: [warning(300)] });
    expect(description(button("Confirm"))).toContain("Tick that you have read");
  });

  it("blocks, whatever the preview says", async () => {
    await showReview(asksForApproval(1n), { remarks: [warning(300, "block")] });
    expect(description(button("Confirm"))).toContain("cannot be confirmed");
  });
});

it("says that a transaction is signed and not sent", async () => {
  await showReview(asksForSignOnly());
  expect(pageText()).toContain("Signed, not sent");
  expect(pageText()).toContain("can send it at any time");
});

it("says that a site’s call was not checked, and shows no result of it", async () => {
  const unchecked = asksForSignOnly();
  const { effects: _, ...rest } = unchecked.preview ?? {};
  await showReview({ ...unchecked, preview: { ...operation().preview, ...rest } as never });
  expect(pageText()).toContain("Not checked");
  expect(pageText()).not.toContain("No balance changes");
});
