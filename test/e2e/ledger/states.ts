import { publicPhrase } from "../world.ts";
import { createTestLedger, type LedgerWorld, ledgerPhrase, onScreen } from "./world.ts";

/** What can be the matter with a Ledger, how it comes about and how a person ends it. */
export interface State {
  name: string;
  /** Brings it about, before anything is confirmed. */
  begin(world: LedgerWorld): void;
  sentence: string | RegExp;
  /** What the person does about it. */
  mend(world: LedgerWorld): void | Promise<void>;
  /** How it goes on then; undefined: by itself. */
  button?: "Try again" | "Choose the device again";
  /** Also with a call, not with a transfer alone. */
  call?: true;
}

/** The same person’s device with an app that is too old. */
export const old = createTestLedger({ ethereumVersion: "1.8.5" });

/** Faults 66: what keeps a device from signing, but for those that end the work. */
export const states: readonly State[] = [
  {
    name: "no grant",
    begin: ({ bus }) => bus.revoke(),
    // The browser does not tell a grant that is gone from a device that is away.
    sentence: "No Ledger is plugged in.",
    mend: () => {},
    button: "Choose the device again",
  },
  {
    name: "nothing plugged in",
    begin: ({ device }) => device.unplug(),
    sentence: "No Ledger is plugged in.",
    mend: ({ device }) => device.plugIn(),
    button: "Try again",
  },
  {
    name: "locked",
    begin: ({ device }) => device.lock(),
    sentence: "Unlock your Ledger Enter its PIN on the device.",
    mend: ({ device }) => device.unlock(),
  },
  {
    name: "the dashboard",
    begin({ device }) {
      device.closeApp();
      device.answerWith = "wait";
    },
    sentence: "Open the Ethereum app Your Ledger asks whether to open it.",
    async mend({ device }) {
      await onScreen(device);
      device.answerWith = "approve";
      device.press("approve");
    },
  },
  {
    name: "another app",
    begin({ device }) {
      device.openApp("Bitcoin");
      device.answerWith = "wait";
      // It takes a real one a second or so to leave an app.
      device.fault({ kind: "delay", milliseconds: 800 }, { instruction: 0xa7 });
    },
    sentence: "“Bitcoin” is open.",
    async mend({ device }) {
      await onScreen(device);
      device.answerWith = "approve";
      device.press("approve");
    },
  },
  {
    name: "the app not installed",
    begin({ device }) {
      device.closeApp();
      device.uninstall("Ethereum");
    },
    sentence: "The Ethereum app is not installed on this Ledger.",
    mend: ({ device }) => device.install("Ethereum"),
    button: "Try again",
  },
  {
    name: "the app too old",
    begin({ device }) {
      device.unplug();
      old.plugIn();
    },
    sentence: "The Ethereum app on the Ledger is version 1.8.5",
    mend({ device }) {
      old.unplug();
      device.plugIn();
    },
    button: "Try again",
  },
  {
    name: "blind signing off",
    begin: ({ device }) => device.setBlindSigning(false),
    sentence: "Ethereum app → Settings → Blind signing",
    mend: ({ device }) => device.setBlindSigning(true),
    button: "Try again",
    call: true,
  },
  {
    name: "held by another program",
    begin({ bus }) {
      bus.busy = true;
    },
    sentence: "Another program or browser tab is using the Ledger.",
    mend({ bus }) {
      bus.busy = false;
    },
    button: "Try again",
  },
  {
    name: "unplugged between frames",
    begin: ({ device }) =>
      device.fault({ kind: "unplug-in-request", afterPackets: 1 }, { instruction: 0x04 }),
    sentence: "The Ledger was unplugged.",
    mend: ({ device }) => device.plugIn(),
    button: "Try again",
  },
  {
    name: "unplugged in its answer",
    begin: ({ device }) => device.fault({ kind: "unplug-in-answer", afterPackets: 1 }, { instruction: 0x04 }),
    sentence: "The Ledger was unplugged.",
    mend: ({ device }) => device.plugIn(),
    button: "Try again",
  },
  {
    name: "another seed",
    begin: ({ device }) => device.setPhrase(publicPhrase),
    sentence: "This is another Ledger, or the same one with another passphrase",
    mend: ({ device }) => device.setPhrase(ledgerPhrase),
    button: "Try again",
  },
  {
    name: "an answer that makes no sense",
    begin: ({ device }) => device.fault({ kind: "garbage" }, { instruction: 0x04 }),
    sentence: "The Ledger’s answer makes no sense.",
    mend: ({ device }) => device.clearFaults(),
    button: "Try again",
  },
];
