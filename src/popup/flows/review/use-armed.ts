import { useEffect, useState } from "react";

const stillMs = 500;

/**
 * Whether a confirm button may be pressed: what it confirms (`content`) has stood unchanged, in a visible window of
 * unchanged size, for half a second. So nothing is confirmed by a click that was meant for what was there before.
 */
export function useArmed(content: string): boolean {
  const [armedFor, setArmedFor] = useState<string>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const begin = (): void => {
      clearTimeout(timer);
      setArmedFor(undefined);
      if (document.visibilityState === "visible") timer = setTimeout(() => setArmedFor(content), stillMs);
    };
    begin();
    document.addEventListener("visibilitychange", begin);
    window.addEventListener("resize", begin);
    window.addEventListener("focus", begin);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", begin);
      window.removeEventListener("resize", begin);
      window.removeEventListener("focus", begin);
    };
  }, [content]);
  return armedFor === content;
}
