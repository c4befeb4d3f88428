import type { StorageErrors } from "../../../core/errors/storage.ts";
import type { ErrorSentences } from "../catalogue.ts";

/** What is wrong and what to do, for each code of core/errors/storage.ts. */
export const storageErrors = {
  "storage/read-failed": "The browser could not read its storage ({key}). Restart the browser and try again.",
  "storage/write-failed":
    "The browser could not write to its storage ({key}). Nothing was changed; try again.",
  "storage/quota": "The browser’s storage is full ({key}). Free some disk space and try again.",
  "storage/damaged": "A stored record is damaged ({key}). Refresh; figures are read from the network again.",
} as const satisfies ErrorSentences<StorageErrors>;
