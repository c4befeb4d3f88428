/**
 * What a channel remembers to take each message once and in order. Small and plain, so that it can be kept in
 * storage.session and outlive the worker.
 */
export interface ReplayWindow {
  /** The highest sequence number accepted so far; 0 before the first. */
  lastSequence: number;
  /** Nonces accepted lately, oldest first, at most `ReplayLimits.nonces`. */
  spent: readonly string[];
}

/** The part of an envelope that replay protection looks at. `time` in milliseconds since 1970. */
export interface Stamp {
  sequence: number;
  nonce: string;
  time: number;
}

export interface ReplayLimits {
  /** How far a stamp's time may be from the receiver's clock, either way. */
  validityMs: number;
  /** How many spent nonces are remembered. */
  nonces: number;
}

export const replayLimits: ReplayLimits = { validityMs: 60_000, nonces: 64 };

export const emptyWindow: ReplayWindow = { lastSequence: 0, spent: [] };

/** duplicate: this very message again. out-of-order: an older number. late: outside the validity, either way. */
export type ReplayRefusal = "duplicate" | "out-of-order" | "late";

export type ReplayVerdict =
  | { accepted: true; window: ReplayWindow }
  | { accepted: false; why: ReplayRefusal };

/**
 * Judges one message at `nowMs` (same epoch as the stamp). Gaps in the numbering are fine, since what was posted to a
 * worker that just ended is lost; going back never is. A refused message leaves the window as it was.
 */
export function judge(
  window: ReplayWindow,
  stamp: Stamp,
  nowMs: number,
  limits: ReplayLimits = replayLimits,
): ReplayVerdict {
  if (window.spent.includes(stamp.nonce)) return { accepted: false, why: "duplicate" };
  if (stamp.sequence <= window.lastSequence) return { accepted: false, why: "out-of-order" };
  if (Math.abs(nowMs - stamp.time) > limits.validityMs) return { accepted: false, why: "late" };
  const spent = [...window.spent, stamp.nonce].slice(-limits.nonces);
  return { accepted: true, window: { lastSequence: stamp.sequence, spent } };
}
