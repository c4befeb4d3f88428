import { WeirError } from "../core/errors/index.ts";
import { asksPerson } from "./commands.ts";
import { beginsAnswer, channelOf, type FrameReader, frameReader, isFrame } from "./frames.ts";
import type { StatusWord } from "./status-words.ts";

/** How long is waited where no person is asked, in milliseconds. */
export interface Patience {
  /** For an answer. */
  answer: number;
  /** For the next frame of an answer that has begun. */
  frame: number;
  /** For the device to come back after its app changed: the library's authors saw up to 6 s. */
  comeBack: number;
  /** Between two looks at a locked device. */
  unlockPoll: number;
}

export const defaultPatience: Patience = { answer: 6_000, frame: 2_000, comeBack: 10_000, unlockPoll: 400 };

/** Looks at what goes over the line while one piece of work is done. */
export interface Watcher {
  /** Before a command goes out. Throws what keeps it from going out. */
  sending(apdu: Uint8Array): void;
  /** An error ends the work: the library is not told of this answer. */
  answered(apdu: Uint8Array, status: StatusWord, data: Uint8Array): WeirError | undefined;
  /** What ended the work. */
  stop(error: unknown): void;
}

/** What the library's transport gives for one command. */
interface Answer {
  statusCode: Uint8Array;
  data: Uint8Array;
}

/** One connection's traffic, watched, so that whatever goes wrong ends it with a named error and within a bounded time. */
export interface Line {
  /** Rejects with what ended the line. Never resolves. */
  readonly over: Promise<never>;
  readonly ended: boolean;
  end(error: WeirError): void;
  /** `work`, or what ends the line before. */
  within<T>(work: Promise<T>): Promise<T>;
  watch(watcher: Watcher): () => void;
  /** The channel that the library drew for this connection. */
  useChannel(channel: number): void;
  /** Whether the library may have this report. */
  admits(report: Uint8Array): boolean;
  /** One command; `send` gives undefined when the transport failed. Once the line is over, or the work is stopped, it never settles: nothing goes on by itself then. */
  exchange<A extends Answer>(apdu: Uint8Array, send: () => Promise<A | undefined>): Promise<A>;
}

const never = new Promise<never>(() => undefined);

/** `ownChannels`: those of earlier connections of this page; an answer to one of them may still come. */
export function openLine(patience: Patience, ownChannels: Set<number>): Line {
  let ended = false;
  let fail: (error: WeirError) => void = () => undefined;
  const over = new Promise<never>((_, reject) => {
    fail = reject;
  });
  over.catch(() => undefined);
  let frames: FrameReader | undefined;
  let waiting = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let watcher: Watcher | undefined;

  const end = (error: WeirError): void => {
    if (ended) return;
    ended = true;
    clearTimeout(timer);
    fail(error);
  };
  const stopTimer = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const endAfter = (milliseconds: number, code: "device/silent" | "device/answer-invalid"): void => {
    clearTimeout(timer);
    timer = setTimeout(() => end(new WeirError(code, {})), milliseconds);
  };

  return {
    over,
    get ended() {
      return ended;
    },
    end,
    within: (work) => Promise.race([over, work]),
    watch(next) {
      watcher = next;
      return () => {
        if (watcher === next) watcher = undefined;
      };
    },
    useChannel(channel) {
      frames = frameReader(channel);
      ownChannels.add(channel);
    },
    admits(report) {
      if (ended || !waiting || frames === undefined) return false;
      switch (frames.read(report)) {
        case "part":
          endAfter(patience.frame, "device/answer-invalid");
          return true;
        case "complete":
          // The library may ask once more by itself before it hands the answer on.
          endAfter(patience.answer, "device/silent");
          return true;
        case "malformed":
          end(new WeirError("device/answer-invalid", {}));
          return false;
        case "foreign": {
          if (ownChannels.has(channelOf(report) ?? -1)) return false;
          // Every program that has the device open gets every report: somebody else is speaking with it.
          if (beginsAnswer(report)) end(new WeirError("device/busy", {}));
          else if (!isFrame(report)) end(new WeirError("device/answer-invalid", {}));
          // The end of what somebody else was told may come late; it is no reason to wait for ever.
          else if (timer === undefined) endAfter(patience.answer, "device/answer-invalid");
          return false;
        }
      }
    },
    async exchange(apdu, send) {
      if (ended) return never;
      const observer = watcher;
      try {
        observer?.sending(apdu);
      } catch (error) {
        observer?.stop(error);
        return never;
      }
      frames?.reset();
      waiting = true;
      stopTimer();
      if (!asksPerson(apdu)) endAfter(patience.answer, "device/silent");
      const answer = await send();
      if (ended) return never;
      waiting = false;
      stopTimer();
      if (answer === undefined) {
        // Reports could not be sent, or the library closed the device.
        end(new WeirError("device/unplugged", {}));
        return never;
      }
      const [high = 0, low = 0] = answer.statusCode;
      const error = observer?.answered(apdu, high * 256 + low, answer.data);
      if (error === undefined) return answer;
      observer?.stop(error);
      return never;
    },
  };
}
