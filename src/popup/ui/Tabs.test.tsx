// @vitest-environment happy-dom
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { click, find, press, render } from "./render.test-kit.tsx";
import { Tabs } from "./Tabs.tsx";

const TABS = [
  { id: "open", label: "Open" },
  { id: "ready", label: "Ready" },
  { id: "done", label: "Done" },
] as const;

function Requests() {
  const [selected, setSelected] = useState<(typeof TABS)[number]["id"]>("open");
  return (
    <Tabs label="Requests" tabs={TABS} selected={selected} onSelect={setSelected}>
      Content of {selected}
    </Tabs>
  );
}

const focused = () => document.activeElement?.textContent;

describe("tabs", () => {
  it("have one tab stop and name their panel", () => {
    render(<Requests />);
    expect(find("[role=tablist]").getAttribute("aria-label")).toBe("Requests");
    expect(Array.from(document.querySelectorAll<HTMLElement>("[role=tab]"), (tab) => tab.tabIndex)).toEqual([
      0, -1, -1,
    ]);
    const panel = find("[role=tabpanel]");
    expect(document.getElementById(panel.getAttribute("aria-labelledby") ?? "")?.textContent).toBe("Open");
    expect(find("[aria-selected=true]").getAttribute("aria-controls")).toBe(panel.id);
  });

  it("move and select with the arrow keys, around both ends", () => {
    render(<Requests />);
    find("[aria-selected=true]").focus();
    press("ArrowRight");
    expect(focused()).toBe("Ready");
    expect(find("[role=tabpanel]").textContent).toBe("Content of ready");
    press("End");
    press("ArrowRight");
    expect(focused()).toBe("Open");
    press("ArrowLeft");
    expect(focused()).toBe("Done");
    press("Home");
    expect(find("[aria-selected=true]").textContent).toBe("Open");
  });

  it("select on a click", () => {
    render(<Requests />);
    click(find("[data-tab=done]"));
    expect(find("[role=tabpanel]").textContent).toBe("Content of done");
  });
});
