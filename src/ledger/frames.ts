/**
 * Ledger's framing of an answer in HID reports: channel (2 bytes), tag 05, sequence from 0 (2 bytes), in the first frame
 * the length (2 bytes), then data. Source: hid-framing in LedgerHQ/ledger-live. The Device Management Kit 1.10 joins
 * frames without looking at channel, tag or sequence, so they are looked at here before it sees them.
 */
const TAG = 0x05;
const REPORT_LENGTH = 64;
/** No answer is longer: at most 256 bytes of data and the status word. */
const LONGEST_ANSWER = 258;

/** "part": more is to come. "foreign": of another conversation with the device. */
export type FrameVerdict = "part" | "complete" | "foreign" | "malformed";

export interface FrameReader {
  /** A new answer begins. */
  reset(): void;
  read(report: Uint8Array): FrameVerdict;
}

/** The channel of a report; undefined: it is too short to have one. */
export function channelOf(report: Uint8Array): number | undefined {
  const [high, low] = report;
  return high === undefined || low === undefined ? undefined : high * 256 + low;
}

/** Whether it looks like a frame of any conversation, not like noise. */
export function isFrame(report: Uint8Array): boolean {
  return report.length === REPORT_LENGTH && report[2] === TAG;
}

/** Whether it looks like a first frame of any conversation. */
export function beginsAnswer(report: Uint8Array): boolean {
  return isFrame(report) && report[3] === 0 && report[4] === 0;
}

/** Reads the answers on one channel, frame by frame. */
export function frameReader(channel: number): FrameReader {
  let sequence = 0;
  let missing = 0;
  return {
    reset() {
      sequence = 0;
    },
    read(report) {
      if (channelOf(report) !== channel) return "foreign";
      const [, , tag, high = 0, low = 0, lengthHigh = 0, lengthLow = 0] = report;
      if (report.length !== REPORT_LENGTH || tag !== TAG || high * 256 + low !== sequence) return "malformed";
      if (sequence === 0) {
        missing = lengthHigh * 256 + lengthLow;
        if (missing < 2 || missing > LONGEST_ANSWER) return "malformed";
      }
      missing -= REPORT_LENGTH - (sequence === 0 ? 7 : 5);
      if (missing > 0) {
        sequence++;
        return "part";
      }
      sequence = 0;
      return "complete";
    },
  };
}
