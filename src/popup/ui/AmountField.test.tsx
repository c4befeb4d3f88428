// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { AmountField } from "./AmountField.tsx";
import { click, description, find, render, type } from "./render.test-kit.tsx";

describe("an amount field", () => {
  it("hands on what was typed, untouched, and asks for a decimal keyboard", () => {
    const onChange = vi.fn();
    render(<AmountField label="Amount" value="" onChange={onChange} unit="ETH" />);
    const input = find<HTMLInputElement>("input");
    expect(find<HTMLLabelElement>("label").htmlFor).toBe(input.id);
    expect(input.inputMode).toBe("decimal");
    type(input, " 1.000,50e");
    expect(onChange).toHaveBeenCalledWith(" 1.000,50e");
  });

  it("is described by its error and its hint", () => {
    const show = render(
      <AmountField label="Amount" value="9" onChange={() => {}} unit="ETH" hint="0.002 ETH stays" />,
    );
    expect(description(find("input"))).toBe("0.002 ETH stays");
    expect(find("input").getAttribute("aria-invalid")).toBeNull();
    show(
      <AmountField
        label="Amount"
        value="9"
        onChange={() => {}}
        unit="ETH"
        hint="0.002 ETH stays"
        error="Too much."
      />,
    );
    expect(description(find("input"))).toBe("Too much. 0.002 ETH stays");
    expect(find("input").getAttribute("aria-invalid")).toBe("true");
    expect(find("[role=alert]").textContent).toBe("Too much.");
  });

  it("offers everything with Max without submitting the form around it", () => {
    const onMax = vi.fn();
    const onSubmit = vi.fn();
    render(
      <form onSubmit={onSubmit}>
        <AmountField label="Amount" value="" onChange={() => {}} unit="ETH" onMax={onMax} maxLabel="Max" />
      </form>,
    );
    click(find("button"));
    expect(onMax).toHaveBeenCalledOnce();
    expect(onSubmit).not.toHaveBeenCalled();
  });
});
