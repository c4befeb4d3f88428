// @vitest-environment happy-dom
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";
import { click, find, render } from "./render.test-kit.tsx";

function Opener() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Remove</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Sure?" closeLabel="Close">
        <p>It cannot be undone.</p>
      </Dialog>
    </>
  );
}

function cancel(dialog: HTMLElement): Event {
  const event = new Event("cancel", { cancelable: true });
  dialog.dispatchEvent(event);
  return event;
}

describe("a dialog", () => {
  it("opens modally under its title and gives the focus back to the button that opened it", () => {
    render(<Opener />);
    const opener = find<HTMLButtonElement>("button");
    opener.focus();
    click(opener);
    const dialog = find<HTMLDialogElement>("dialog");
    expect(dialog.open).toBe(true);
    expect(document.getElementById(dialog.getAttribute("aria-labelledby") ?? "")?.textContent).toBe("Sure?");
    expect(dialog.contains(document.activeElement)).toBe(true);
    click(find("[aria-label=Close]"));
    expect(document.querySelector("dialog")).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  it("puts the focus on the control that asks for it", () => {
    render(
      <Dialog
        open
        onClose={() => {}}
        title="Sure?"
        closeLabel="Close"
        actions={<Button autoFocus>Cancel</Button>}
      >
        Text
      </Dialog>,
    );
    expect(document.activeElement?.textContent).toBe("Cancel");
  });

  it("asks its owner to close it on Escape, and does not close by itself", () => {
    const onClose = vi.fn();
    render(
      <Dialog open onClose={onClose} title="Sure?" closeLabel="Close">
        Text
      </Dialog>,
    );
    expect(cancel(find("dialog")).defaultPrevented).toBe(true);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it("stays while it is persistent", () => {
    const onClose = vi.fn();
    render(
      <Dialog open onClose={onClose} title="Working" closeLabel="Close" persistent>
        Text
      </Dialog>,
    );
    cancel(find("dialog"));
    click(find("dialog"));
    expect(onClose).not.toHaveBeenCalled();
    expect(document.querySelector("[aria-label=Close]")).toBeNull();
  });
});
