// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { AddressText, addressGroups } from "./AddressText.tsx";
import { find, render } from "./render.test-kit.tsx";

const STETH = "0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84";

it("an address is grouped in fours after its prefix, and copies without gaps", () => {
  expect(addressGroups(STETH).groups).toHaveLength(10);
  expect(addressGroups("alice.near")).toEqual({ prefix: "", groups: ["alic", "e.ne", "ar"] });
  render(<AddressText address={STETH} />);
  expect(document.body.textContent).toBe(STETH);
});

it("a shortened address still has its whole as name", () => {
  render(<AddressText address={STETH} short />);
  expect(document.body.textContent).toBe("0xae7a…fE84");
  expect(find("[role=img]").getAttribute("aria-label")).toBe(STETH);
});
