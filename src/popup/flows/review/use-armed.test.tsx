// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { click, find, render } from "../../ui/render.test-kit.tsx";
import { useArmed } from "./use-armed.ts";

const pressed = vi.fn();

function Confirm({ content }: { readonly content: string }) {
  const armed = useArmed(content);
  return (
    <button type="button" aria-disabled={!armed} onClick={() => armed && pressed(content)}>
      {content}
    </button>
  );
}

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds));
const press = () => click(find("button"));
const tell = (target: EventTarget, event: string) => act(() => void target.dispatchEvent(new Event(event)));

const place = {
  innerWidth: 380,
  innerHeight: 660,
  outerWidth: 380,
  outerHeight: 690,
  screenX: 100,
  screenY: 50,
};
const set = (target: object, values: Record<string, unknown>): void => {
  for (const [key, value] of Object.entries(values)) {
    Object.defineProperty(target, key, { value, configurable: true, writable: true });
  }
};

beforeEach(() => {
  vi.useFakeTimers();
  pressed.mockClear();
  set(window, place);
  set(window.screen, { availWidth: 1280, availHeight: 800, availLeft: 0, availTop: 0 });
  set(document, { visibilityState: "visible" });
});
afterEach(() => void vi.useRealTimers());

describe("36: a press within half a second", () => {
  it("of the window's showing is ignored, and one after it counts", () => {
    render(<Confirm content="a" />);
    pass(499);
    press();
    expect(pressed).not.toHaveBeenCalled();
    pass(1);
    press();
    expect(pressed).toHaveBeenCalledWith("a");
  });

  it("of another request in the place of the first is ignored", () => {
    const show = render(<Confirm content="a" />);
    pass(600);
    show(<Confirm content="b" />);
    press();
    pass(499);
    press();
    expect(pressed).not.toHaveBeenCalled();
    pass(1);
    press();
    expect(pressed.mock.calls).toEqual([["b"]]);
  });

  it.each([
    ["being focused again", () => window, "focus"],
    ["being resized", () => window, "resize"],
    ["being seen again", () => document, "visibilitychange"],
  ] as const)("of %s is ignored", (_, target, event) => {
    render(<Confirm content="a" />);
    pass(600);
    tell(target(), event);
    press();
    pass(499);
    press();
    expect(pressed).not.toHaveBeenCalled();
    pass(1);
    press();
    expect(pressed).toHaveBeenCalledTimes(1);
  });

  it("of an event that comes again and again is ignored for as long as it does", () => {
    render(<Confirm content="a" />);
    for (let round = 0; round < 20; round += 1) {
      pass(400);
      tell(window, "resize");
      press();
    }
    expect(pressed).not.toHaveBeenCalled();
  });
});

describe("37: a window that nobody can see takes no press", () => {
  it.each<[string, Record<string, number>]>([
    ["of one pixel", { innerWidth: 1, innerHeight: 1, outerWidth: 1, outerHeight: 1 }],
    ["of one line", { innerHeight: 20, outerHeight: 60 }],
    ["mostly left of the screen", { screenX: -300 }],
    ["mostly right of the screen", { screenX: 1200 }],
    ["mostly below the screen", { screenY: 700 }],
    ["mostly above the screen", { screenY: -500 }],
    ["far away", { screenX: 100_000, screenY: 100_000 }],
  ])("%s", (_, where) => {
    set(window, where);
    render(<Confirm content="a" />);
    pass(5_000);
    press();
    expect(pressed).not.toHaveBeenCalled();
    set(window, place);
    pass(500);
    press();
    expect(pressed).toHaveBeenCalledTimes(1);
  });

  it("that was moved away after it was armed", () => {
    render(<Confirm content="a" />);
    pass(600);
    set(window, { screenX: -370 });
    pass(500);
    press();
    expect(pressed).not.toHaveBeenCalled();
  });

  it("that is hidden", () => {
    set(document, { visibilityState: "hidden" });
    render(<Confirm content="a" />);
    pass(5_000);
    press();
    expect(pressed).not.toHaveBeenCalled();
  });

  it("on a second screen to the left is seen", () => {
    set(window.screen, { availLeft: -1280 });
    set(window, { screenX: -900 });
    render(<Confirm content="a" />);
    pass(500);
    press();
    expect(pressed).toHaveBeenCalledTimes(1);
  });
});
