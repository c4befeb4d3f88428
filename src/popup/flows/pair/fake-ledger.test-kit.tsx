import { keccak_256 } from "@noble/hashes/sha3.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { ReactNode } from "react";
import type { Account, Address } from "../../../core/account/account.ts";
import { formatAddress } from "../../../core/account/address.ts";
import type { Device } from "../../../core/device/device.ts";
import type { DeviceOptions, DeviceStage, Ledger, LedgerSession } from "../../../core/device/ledger.ts";
import { type ErrorCode, errorFromReport } from "../../../core/errors/index.ts";
import { fakePlatform, type Script } from "../../app/fake-platform.test-kit.tsx";
import { type Surface, SurfaceProvider } from "../../app/surface.ts";
import { openPage } from "../../data/open-page.ts";
import { PageProvider } from "../../data/page-context.ts";
import { LiveRegion } from "../../ui/LiveRegion.tsx";
import { render } from "../../ui/render.test-kit.tsx";

/** The address that the fake device has at a path; `phrase` stands for its seed. */
export function addressOf(path: string, phrase = "first"): Address {
  return formatAddress(`0x${bytesToHex(keccak_256(utf8ToBytes(`${phrase} ${path}`))).slice(24)}`);
}

export const first = addressOf("m/44'/60'/0'/0/0");

export const device: Device = {
  id: "d1",
  label: "Ledger Nano X",
  model: "nanoX",
  firstAddress: first,
  pairedAt: 1_700_000_000,
  firmware: "2.2.3",
  appVersion: "1.10.4",
};

export const ledgerAccount: Account = {
  id: "vera",
  kind: "ledger",
  address: first,
  label: "Vera",
  hidden: false,
  createdAt: 1_700_000_000,
  deviceId: device.id,
  path: "m/44'/60'/0'/0/0",
};

/** A device on the desk, as a test turns its knobs. */
export interface FakeDevice {
  ledger: Ledger;
  phrase: string;
  granted: boolean;
  /** What the browser's dialog ends with. */
  chosen: boolean;
  /** Thrown by the next opening, and only by that. */
  openFails: { code: ErrorCode; params?: Record<string, string | number> } | undefined;
  /** Thrown by the next reading of an address. */
  readFails: ErrorCode | undefined;
  /** Opening waits here, until it is cancelled. */
  waitsAt: DeviceStage | undefined;
  /** What the person does with a shown address. */
  answer: "agrees" | "refuses";
  /** The device shows this instead of its own. */
  shows: Address | undefined;
  /** Everything that happened, in order. */
  seen: string[];
}

const failure = (code: ErrorCode, params: Record<string, string | number> = {}) =>
  errorFromReport({ code, params });

/** Waits as a device does that nobody touches. */
function untouched(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(failure("device/cancelled")), { once: true });
  });
}

export function fakeDevice(changes: Partial<FakeDevice> = {}): FakeDevice {
  const made: FakeDevice = {
    phrase: "first",
    granted: true,
    chosen: true,
    openFails: undefined,
    readFails: undefined,
    waitsAt: undefined,
    answer: "agrees",
    shows: undefined,
    seen: [],
    ledger: {
      hasGrant: async () => made.granted,
      async choose() {
        made.seen.push("choose");
        if (made.chosen) made.granted = true;
        return made.chosen;
      },
      onPlugged: () => () => undefined,
      async open(options: DeviceOptions) {
        made.seen.push("open");
        options.onStage({ kind: "connecting" });
        const fails = made.openFails;
        made.openFails = undefined;
        if (fails) throw failure(fails.code, fails.params);
        if (made.waitsAt) {
          options.onStage(made.waitsAt);
          await untouched(options.signal);
        }
        return session;
      },
    },
    ...changes,
  };
  const session: LedgerSession = {
    facts: { model: "nanoX", firmware: "2.2.3", appVersion: "1.10.4", blindSigning: false },
    async addressAt(path, { show, onStage }) {
      const code = made.readFails;
      made.readFails = undefined;
      if (code) throw failure(code);
      made.seen.push(`${show ? "show" : "read"} ${path}`);
      if (!show) return addressOf(path, made.phrase);
      onStage({ kind: "confirm" });
      await new Promise((resolve) => setTimeout(resolve));
      if (made.answer === "refuses") throw failure("device/refused");
      return made.shows ?? addressOf(path, made.phrase);
    },
    sign: async () => {
      throw failure("device/unknown");
    },
    async close() {
      made.seen.push("close");
    },
  };
  return made;
}

export interface Shown {
  readonly script?: Script;
  readonly accounts?: readonly Account[];
  readonly devices?: readonly Device[];
  readonly session?: Record<string, unknown>;
  readonly browserName?: "chrome" | "firefox";
  readonly surface?: Surface;
}

/** Shows `node` in a window beside which `fake` lies; `opened` lists the routes that went to the full tab. */
export async function renderBeside(node: ReactNode, fake: FakeDevice | undefined, shown: Shown = {}) {
  const accounts = shown.accounts ?? [];
  const { platform, sent } = fakePlatform(shown.script ?? {}, {
    local: {
      accounts: {
        accounts,
        selectedId: accounts[0]?.id ?? null,
        phrases: [],
        devices: shown.devices ?? [],
      },
    },
    session: shown.session ?? {},
  });
  const opened: string[] = [];
  platform.openTab = async (route) => {
    opened.push(route);
  };
  platform.browserName = shown.browserName ?? "chrome";
  const page = await openPage(platform);
  const load = fake && (async () => fake.ledger);
  render(
    <PageProvider value={{ ...page, ledger: load }}>
      <SurfaceProvider value={shown.surface ?? "tab"}>
        <LiveRegion>{node}</LiveRegion>
      </SurfaceProvider>
    </PageProvider>,
  );
  return { sent, opened, platform, page };
}
