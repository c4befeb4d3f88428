import { useNow } from "../../data/use-now.ts";

/** Wall clock in whole seconds. */
export const wallClock = (): number => Math.floor(Date.now() / 1000);

/** The same, looked at anew every half minute: ages on one screen then never contradict each other. */
export function usePresent(): number {
  useNow();
  return wallClock();
}
