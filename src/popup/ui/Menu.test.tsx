// @vitest-environment happy-dom
import { act } from "react";
import { describe, expect, it, vi } from "vitest";
import { Menu } from "./Menu.tsx";
import { click, find, press, render } from "./render.test-kit.tsx";

function open(onSelect = vi.fn()): typeof onSelect {
  render(
    <Menu
      label="Account"
      items={[
        { id: "rename", label: "Rename", onSelect: () => onSelect("rename") },
        { id: "export", label: "Export", disabled: true, onSelect: () => onSelect("export") },
        { id: "hide", label: "Hide", onSelect: () => onSelect("hide") },
      ]}
    />,
  );
  click(find("[aria-haspopup=menu]"));
  return onSelect;
}

const focused = () => document.activeElement?.textContent;

describe("a menu", () => {
  it("opens under its button's name with the focus on the first item", () => {
    open();
    expect(find("[aria-haspopup=menu]").getAttribute("aria-expanded")).toBe("true");
    expect(find("[role=menu]").getAttribute("aria-label")).toBe("Account");
    expect(focused()).toBe("Rename");
  });

  it("moves with arrows past what cannot be used, and by first letter", () => {
    open();
    press("ArrowDown");
    expect(focused()).toBe("Hide");
    press("ArrowDown");
    expect(focused()).toBe("Rename");
    press("ArrowUp");
    expect(focused()).toBe("Hide");
    press("r");
    expect(focused()).toBe("Rename");
  });

  it("closes on Escape and gives the focus back", () => {
    open();
    press("Escape");
    expect(document.querySelector("[role=menu]")).toBeNull();
    expect(document.activeElement).toBe(find("[aria-haspopup=menu]"));
  });

  it("closes on a press elsewhere and on its own button", () => {
    open();
    act(() => {
      document.body.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
    });
    expect(document.querySelector("[role=menu]")).toBeNull();
    click(find("[aria-haspopup=menu]"));
    click(find("[aria-haspopup=menu]"));
    expect(document.querySelector("[role=menu]")).toBeNull();
  });

  it("does the chosen thing once and closes", () => {
    const onSelect = open();
    press("End");
    click(document.activeElement as HTMLElement);
    expect(onSelect.mock.calls).toEqual([["hide"]]);
    expect(document.querySelector("[role=menu]")).toBeNull();
  });
});
