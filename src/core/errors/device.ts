/** What can be wrong with a Ledger, its app or the way to it. `app` is the name that the device gives. */
export interface DeviceErrors {
  /** The browser has no WebHID (Firefox). */
  "device/unsupported-browser": Record<never, never>;
  /** No device was ever chosen in the browser's dialog, or the grant is gone. */
  "device/no-grant": Record<never, never>;
  /** Nothing is plugged in. */
  "device/not-found": Record<never, never>;
  "device/locked": Record<never, never>;
  /** Another app is open and could not be left. */
  "device/wrong-app": { app: string };
  /** The Ethereum app is not installed. */
  "device/app-missing": Record<never, never>;
  "device/app-outdated": { version: string; needed: string };
  /** The call has data and the app's setting is off. */
  "device/blind-signing-off": Record<never, never>;
  /** Another program or tab holds it. */
  "device/busy": Record<never, never>;
  /** The person said no on the device. */
  "device/refused": Record<never, never>;
  "device/unplugged": Record<never, never>;
  /** Another phrase: the address at the path is not the account's. */
  "device/wrong-device": { expected: string; found: string };
  /** The signature does not verify for the account and the exact bytes. */
  "device/signature": Record<never, never>;
  /** What came back is no answer to what was asked. */
  "device/answer-invalid": Record<never, never>;
  /** The device refused the data as such. `status`: its status word, four hex digits. */
  "device/data-refused": { status: string };
  /** It does not answer at all. */
  "device/silent": Record<never, never>;
  "device/cancelled": Record<never, never>;
  /** The tab that was to sign is gone. */
  "device/tab-closed": Record<never, never>;
  /** The job is not there any more, or is another page's. */
  "device/job-gone": Record<never, never>;
  "device/path-invalid": Record<never, never>;
  "device/unknown": Record<never, never>;
  /** It is the second factor: switch that off first. */
  "device/second-factor-in-use": Record<never, never>;
}
