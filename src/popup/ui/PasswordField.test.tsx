// @vitest-environment happy-dom
import { act } from "react";
import { describe, expect, it } from "vitest";
import { PasswordField } from "./PasswordField.tsx";
import { click, description, find, render } from "./render.test-kit.tsx";

function show(): HTMLInputElement {
  render(
    <PasswordField
      label="Password"
      value="hidden from view"
      onChange={() => {}}
      showLabel="Show password"
      hideLabel="Hide password"
      capsLockText="Caps Lock is on"
      autoComplete="current-password"
    />,
  );
  return find<HTMLInputElement>("input");
}

describe("a password field", () => {
  it("hides what is typed until it is asked to show it, and back", () => {
    const input = show();
    expect(input.type).toBe("password");
    click(find("[aria-label='Show password']"));
    expect(input.type).toBe("text");
    click(find("[aria-label='Hide password']"));
    expect(input.type).toBe("password");
  });

  it("tells the browser which password it is and never has it spell-checked", () => {
    const input = show();
    expect(input.getAttribute("autocomplete")).toBe("current-password");
    expect(input.getAttribute("spellcheck")).toBe("false");
  });

  it("warns while Caps Lock is on", () => {
    const input = show();
    const event = new KeyboardEvent("keyup", { key: "A", bubbles: true });
    Object.defineProperty(event, "getModifierState", { value: (key: string) => key === "CapsLock" });
    act(() => {
      input.dispatchEvent(event);
    });
    expect(description(input)).toContain("Caps Lock is on");
  });
});
