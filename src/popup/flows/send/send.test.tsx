// @vitest-environment happy-dom

import { act } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import { button, fakePlatform, renderPage, settle } from "../../app/fake-platform.test-kit.tsx";
import { click, description } from "../../ui/render.test-kit.tsx";
import { berta, lidoFacts, storedLocal } from "../world.test-kit.ts";
import SendFlow from "./index.tsx";

const lookAlike = `${berta.address.slice(0, 6)}${"0".repeat(32)}${berta.address.slice(-4)}`.toLowerCase();

function enterRecipient(text: string): void {
  const area = document.querySelector("textarea");
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(area, text);
    area?.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

beforeEach(async () => {
  location.hash = "#/send";
  const { platform } = fakePlatform({ "portfolio.protocols": () => lidoFacts }, { local: storedLocal() });
  await renderPage(<SendFlow />, platform);
  await settle(() => document.body.textContent?.includes("wstETH") ?? false);
});

describe("the recipient of a sending", () => {
  it("that imitates somebody known is shown beside them, and nothing goes on", () => {
    enterRecipient(lookAlike);
    const alert = document.querySelector("[role=alert]");
    expect(alert?.textContent).toContain("begins and ends like “Berta”");
    const compared = [...(alert?.querySelectorAll("[role=img]") ?? [])];
    expect(compared.map((each) => each.getAttribute("aria-label")?.toLowerCase())).toEqual([
      lookAlike,
      berta.address.toLowerCase(),
    ]);
    expect(description(button("Review"))).toContain("imitates one you know");
  });

  it("is named when it is known", () => {
    enterRecipient(berta.address);
    expect(document.body.textContent).toContain("Berta");
    expect(document.querySelector("[role=alert]")).toBeNull();
  });

  it("with a wrong checksum is refused", () => {
    enterRecipient(berta.address.replace("Fac4", "fac4"));
    expect(document.querySelector("[role=alert]")?.textContent).toMatch(
      /upper and lower case|checksum|typing/i,
    );
  });

  it("can be taken from the address book", async () => {
    click(button("Address book"));
    const rows = [...document.querySelectorAll<HTMLButtonElement>("dialog li button")];
    expect(rows).toHaveLength(1);
    if (rows[0]) click(rows[0]);
    expect(document.querySelector("textarea")?.value).toBe(berta.address);
  });
});
