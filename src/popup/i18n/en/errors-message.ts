import type { MessageErrors } from "../../../core/errors/message.ts";
import type { ErrorSentences } from "../catalogue.ts";

/** What is wrong and what to do, for each code of core/errors/message.ts. */
export const messageErrors = {
  "message/unknown": "This page and the extension do not match ({name}). Close Weir and open it again.",
  "message/invalid":
    "This page sent something the extension does not understand ({name}). Close Weir and open it again.",
  "message/forbidden": "This page may not ask for that ({name}).",
  "message/timeout":
    "The extension did not answer in time ({name}). Check your latest activity before you try again.",
  "message/internal":
    "Something failed inside Weir ({name}). Check your latest activity before you try again.",
  "message/worker-gone":
    "The extension restarted in the middle of this ({name}). Check your latest activity before you try again.",
} as const satisfies ErrorSentences<MessageErrors>;
