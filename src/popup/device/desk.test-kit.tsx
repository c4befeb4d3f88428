import { encodeRlp } from "ethers/utils";
import { act, type ReactNode } from "react";
import type { Account, Hex } from "../../core/account/account.ts";
import type { DeviceJob } from "../../core/device/job.ts";
import type { DeviceOptions, Ledger, LedgerSession } from "../../core/device/ledger.ts";
import { type ErrorCode, errorFromReport } from "../../core/errors/index.ts";
import type { Operation } from "../../core/operation/operation.ts";
import { toWire } from "../../core/wire/wire.ts";
import { fakePlatform, type Script } from "../app/fake-platform.test-kit.tsx";
import { type Surface, SurfaceProvider } from "../app/surface.ts";
import { openPage } from "../data/open-page.ts";
import { PageProvider } from "../data/page-context.ts";
import { anna, lidoFacts, now, operation, preview, storedLocal } from "../flows/world.test-kit.ts";
import { LiveRegion } from "../ui/LiveRegion.tsx";
import { render } from "../ui/render.test-kit.tsx";

export const signature = { v: 27 as const, r: `0x${"1".repeat(64)}` as Hex, s: `0x${"2".repeat(64)}` as Hex };

export const vera: Account = {
  ...anna,
  id: "vera",
  kind: "ledger",
  address: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
  label: "Vera",
  deviceId: "d1",
  path: "m/44'/60'/0'/0/0",
};
export const device = {
  id: "d1",
  label: "Nano S Plus",
  model: "nanoSP" as const,
  firstAddress: vera.address,
  pairedAt: now,
};

/** storage.local with a Ledger's account beside the others. */
export function withLedger(...operations: Operation[]): Record<string, unknown> {
  const local = storedLocal(...operations);
  const accounts = local.accounts as { accounts: Account[] };
  return {
    ...local,
    accounts: { ...accounts, accounts: [...accounts.accounts, vera], devices: [device] },
  };
}

/** The same operation as the Ledger's account plans it. */
export const ofVera = (changes: Partial<Operation> = {}): Operation =>
  operation({ accountId: vera.id, account: vera.address, preview: preview(), ...changes });

export const hex = (value: bigint): Hex => {
  const digits = value === 0n ? "" : value.toString(16);
  return `0x${digits.length % 2 === 0 ? digits : `0${digits}`}`;
};

/** An unsigned EIP-1559 transaction: 2 gwei a gas at the most for 100 000 gas, on Ethereum. */
export const unsigned = (to: Hex, value: bigint, data: Hex = "0x"): Hex =>
  `0x02${encodeRlp([hex(1n), "0x", hex(10n ** 8n), hex(2n * 10n ** 9n), hex(100_000n), to, hex(value), data, []]).slice(2)}`;

const common = { deviceId: device.id, address: vera.address, path: vera.path ?? "", createdAt: now };

export const transactionJob = (changes: Partial<DeviceJob> = {}): DeviceJob =>
  ({
    ...common,
    id: "j1",
    kind: "transaction",
    chainId: 1,
    operationId: "op1",
    unsigned: unsigned("0x6Fac4D18c912343BF86fa7049364Dd4E424Ab9C0", 15n * 10n ** 17n),
    ...changes,
  }) as DeviceJob;

/** What the device does at one try: refuses with an error, signs, or waits for the person until it is told. */
export type Outcome =
  | { code: ErrorCode; params?: Record<string, string | number>; at?: "open" }
  | "signs"
  | "waits";

export interface FakeLedger {
  ledger: Ledger;
  /** What happened to it, in order. */
  seen: string[];
  /** The person agrees on the device. */
  agree(): void;
}

/** A Ledger whose tries end as listed; the last one repeats. */
export function fakeLedger(outcomes: readonly Outcome[], form?: "fields" | "hashes"): FakeLedger {
  const seen: string[] = [];
  let tries = 0;
  let agree: () => void = () => undefined;
  const failure = (code: ErrorCode, params: Record<string, string | number> = {}) =>
    errorFromReport({ code, params });
  const outcomeNow = (): Outcome => outcomes[Math.min(tries, outcomes.length - 1)] ?? "signs";
  async function sign(job: DeviceJob, { signal, onStage }: DeviceOptions) {
    const outcome = outcomeNow();
    tries += 1;
    seen.push(`sign ${job.id}`);
    onStage({ kind: "checking" });
    if (outcome !== "signs" && outcome !== "waits") throw failure(outcome.code, outcome.params);
    onStage({ kind: "confirm", ...(form ? { form } : {}) });
    if (outcome === "waits") {
      await new Promise<void>((resolve, reject) => {
        agree = resolve;
        signal.addEventListener("abort", () => reject(failure("device/cancelled")));
      });
    }
    return signature;
  }
  const session: LedgerSession = {
    facts: { model: "nanoSP", appVersion: "1.12.0", blindSigning: true },
    addressAt: async () => vera.address,
    sign,
    async close() {
      seen.push("close");
    },
  };
  const ledger: Ledger = {
    hasGrant: async () => true,
    async choose() {
      seen.push("choose");
      return true;
    },
    onPlugged: () => () => undefined,
    async open({ onStage }) {
      seen.push("open");
      onStage({ kind: "connecting" });
      const outcome = outcomeNow();
      if (typeof outcome === "object" && outcome.at === "open") {
        tries += 1;
        throw failure(outcome.code, outcome.params);
      }
      return session;
    },
  };
  return { ledger, seen, agree: () => act(() => agree()) };
}

export interface ShownWindow {
  readonly surface?: Surface;
  readonly ledger?: Ledger | undefined;
}

/**
 * A browser with one worker, whose desk holds `job` until it is answered, failed or cancelled. `open` shows a window of it.
 */
export function browserWithDesk(job: DeviceJob | undefined, script: Script = {}, operations = [ofVera()]) {
  const end = () => {
    void platform.sessionStore.remove("device-job");
    return {};
  };
  let held: DeviceJob | undefined = job;
  const world = fakePlatform(
    {
      "portfolio.protocols": () => lidoFacts,
      "devices.take": ({ jobId, owner }) => {
        const free = held?.id === jobId && (held?.owner === undefined || held.owner === owner);
        if (free && held) {
          held = { ...held, owner: String(owner) };
          void platform.sessionStore.set("device-job", held);
        }
        return { taken: free };
      },
      "devices.beat": ({ owner }) => ({ wanted: held?.owner === owner }),
      "devices.answer": end,
      "devices.fail": end,
      "devices.cancel": end,
      ...script,
    },
    { local: withLedger(...operations), session: job ? { "device-job": job } : {} },
  );
  const { platform } = world;
  return {
    ...world,
    put: (next: DeviceJob) =>
      act(async () => {
        held = next;
        await platform.sessionStore.set("device-job", next);
      }),
    store: (next: Operation) =>
      act(async () => {
        await platform.localStore.set(`operation:${next.id}`, toWire(next));
      }),
    count: (name: string) => world.sent.filter((each) => each.name === name).length,
    inputOf: (name: string) => world.sent.find((each) => each.name === name)?.input,
    async open(node: ReactNode, { surface = "tab", ledger }: ShownWindow = {}, changes = {}) {
      const page = await openPage({ ...platform, ...changes });
      // What is read on the way is read within act.
      await act(async () =>
        render(
          <PageProvider value={{ ...page, ledger: ledger && (async () => ledger) }}>
            <SurfaceProvider value={surface}>
              <LiveRegion>{node}</LiveRegion>
            </SurfaceProvider>
          </PageProvider>,
        ),
      );
    },
  };
}

export const pageText = (): string => (document.body.textContent ?? "").replaceAll(/[\u00a0\u202f]/g, " ");
