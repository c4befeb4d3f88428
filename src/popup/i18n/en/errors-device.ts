import type { DeviceErrors } from "../../../core/errors/device.ts";
import type { ErrorSentences } from "../catalogue.ts";

/** What is wrong and what to do, for each code of core/errors/device.ts. */
export const deviceErrors = {
  "device/unsupported-browser":
    "This browser cannot reach a Ledger: it has no WebHID. Use Chrome, or watch the same addresses here without signing.",
  "device/no-grant": "The browser has not been told which Ledger Weir may use. Choose the device again.",
  "device/not-found":
    "No Ledger is plugged in. Connect it by cable and unlock it. If it is connected, choose it again: the browser may have forgotten it.",
  "device/locked": "The Ledger is locked. Enter its PIN on the device.",
  "device/wrong-app": "The app “{app}” is open on the Ledger. Leave it and open the Ethereum app.",
  "device/app-missing":
    "The Ethereum app is not installed on this Ledger. Install it with Ledger’s own program.",
  "device/app-outdated":
    "The Ethereum app on the Ledger is version {version}; this needs {needed} or later. Update it with Ledger’s own program.",
  "device/blind-signing-off":
    "The Ledger cannot show this call in words, and blind signing is off. To allow it: Ethereum app → Settings → Blind signing. Then try again.",
  "device/busy":
    "Another program or browser tab is using the Ledger. Close Ledger’s program and other wallets’ tabs, then try again. On Linux, Ledger’s udev rules must be installed too.",
  "device/refused": "Refused on the Ledger. Nothing was signed.",
  "device/unplugged": "The Ledger was unplugged. Nothing was signed. Connect it again and try once more.",
  "device/wrong-device":
    "This is another Ledger, or the same one with another passphrase: it gives {found}, the account is {expected}. If two are plugged in, unplug the other one. Nothing was signed.",
  "device/signature":
    "The Ledger’s answer does not verify for this account and these exact bytes. Nothing was sent. Unplug the device and check it before you sign anything more.",
  "device/answer-invalid":
    "The Ledger’s answer makes no sense. Nothing was signed. Unplug it, connect it again and retry.",
  "device/data-refused": "The Ethereum app refused this data (status {status}). Nothing was signed.",
  "device/silent": "The Ledger does not answer. Unplug it, connect it again and retry.",
  "device/cancelled": "Cancelled. Nothing was signed.",
  "device/tab-closed": "The tab that speaks to the Ledger was closed. Nothing was signed; try again.",
  "device/job-gone": "This request to the Ledger is no longer wanted.",
  "device/path-invalid": "This is no path for Ethereum. It looks like m/44'/60'/0'/0/0.",
  "device/unknown": "This Ledger is not paired with Weir.",
  "device/second-factor-in-use": "This Ledger is your second factor. Switch that off first.",
} as const satisfies ErrorSentences<DeviceErrors>;
