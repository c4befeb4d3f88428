import { useEffect, useState } from "react";

const stillMs = 500;
/** CSS pixels below which a window shows too little of what is confirmed. */
const leastWidth = 240;
const leastHeight = 240;

/** How much of a stretch from `start` lies between `low` and `high`, as a share of it. */
function shareWithin(start: number, length: number, low: number, high: number): number {
  return length <= 0 ? 1 : (Math.min(start + length, high) - Math.max(start, low)) / length;
}

/** Whether somebody can see this window: not hidden, not tiny, and not mostly moved off the screen. */
function windowIsSeen(): boolean {
  if (document.visibilityState !== "visible") return false;
  if (window.innerWidth < leastWidth || window.innerHeight < leastHeight) return false;
  const { availWidth, availHeight } = window.screen;
  // Browsers that hide the screen from pages give no size of it.
  if (availWidth === 0 || availHeight === 0) return true;
  const left = "availLeft" in window.screen ? Number(window.screen.availLeft) : 0;
  const top = "availTop" in window.screen ? Number(window.screen.availTop) : 0;
  return (
    shareWithin(window.screenX, window.outerWidth, left, left + availWidth) > 0.5 &&
    shareWithin(window.screenY, window.outerHeight, top, top + availHeight) > 0.5
  );
}

/**
 * Whether a confirm button may be pressed: what it confirms (`content`) has stood unchanged, in a window that is
 * seen and of unchanged size, for half a second. So nothing is confirmed by a click that was meant for what was there
 * before.
 */
export function useArmed(content: string): boolean {
  const [armedFor, setArmedFor] = useState<string>();
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    // Moving a window tells nobody, so that it is looked at again and again.
    const look = (): void => setArmedFor(windowIsSeen() ? content : undefined);
    const begin = (): void => {
      clearInterval(timer);
      setArmedFor(undefined);
      timer = setInterval(look, stillMs);
    };
    begin();
    document.addEventListener("visibilitychange", begin);
    window.addEventListener("resize", begin);
    window.addEventListener("focus", begin);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", begin);
      window.removeEventListener("resize", begin);
      window.removeEventListener("focus", begin);
    };
  }, [content]);
  return armedFor === content;
}
