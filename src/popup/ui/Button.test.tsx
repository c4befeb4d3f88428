// @vitest-environment happy-dom
import type { FormEvent } from "react";
import { describe, expect, it, vi } from "vitest";
import { Button } from "./Button.tsx";
import { click, description, find, render } from "./render.test-kit.tsx";

function inForm(button: React.ReactNode): { onSubmit: ReturnType<typeof vi.fn> } {
  const onSubmit = vi.fn((event: FormEvent) => event.preventDefault());
  render(<form onSubmit={onSubmit}>{button}</form>);
  return { onSubmit };
}

describe("a button", () => {
  it("submits its form", () => {
    const { onSubmit } = inForm(<Button type="submit">Review</Button>);
    click(find("button"));
    expect(onSubmit).toHaveBeenCalledOnce();
  });

  it("that is busy says so, keeps the focus and does nothing", () => {
    const { onSubmit } = inForm(
      <Button type="submit" busy>
        Review
      </Button>,
    );
    const button = find<HTMLButtonElement>("button");
    button.focus();
    click(button);
    expect(button.getAttribute("aria-busy")).toBe("true");
    expect(document.activeElement).toBe(button);
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it("that cannot be used can be reached to hear why", () => {
    const onClick = vi.fn();
    const { onSubmit } = inForm(
      <Button type="submit" disabledReason="Enter an amount." onClick={onClick}>
        Review
      </Button>,
    );
    const button = find<HTMLButtonElement>("button");
    click(button);
    expect(button.disabled).toBe(false);
    expect(button.getAttribute("aria-disabled")).toBe("true");
    expect(description(button)).toBe("Enter an amount.");
    expect(onClick).not.toHaveBeenCalled();
    expect(onSubmit).not.toHaveBeenCalled();
  });
});
