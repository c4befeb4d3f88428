import { keccak256, SigningKey } from "ethers/crypto";
import { hashMessage, TypedDataEncoder } from "ethers/hash";
import { getBytes } from "ethers/utils";
import * as v from "valibot";
import type { Account, Hex } from "../../../core/account/account.ts";
import { addressOfKey } from "../../../core/account/address.ts";
import type { AuditEvent } from "../../../core/audit/audit.ts";
import { DeviceJob } from "../../../core/device/job.ts";
import { memoryStore } from "../../../core/environment/testing/memory-store.ts";
import type { SignatureParts } from "../../../core/staking/plan.ts";
import { sessionKeys } from "../../../core/store/keys.ts";
import { createDesk, type Desk, type DeskParts } from "../desk.ts";

export const deviceKey: Hex = `0x${"0b".repeat(32)}`;

/** The account of a key on a device. */
export function ledgerAccount(key: Hex = deviceKey): Account {
  return {
    id: "cold",
    kind: "ledger",
    address: addressOfKey(getBytes(key)),
    label: "Cold",
    hidden: false,
    createdAt: 0,
    deviceId: "device-1",
    path: "m/44'/60'/0'/0/0",
  };
}

/** What a device signs of a job, reckoned by ethers from the job alone. */
export function jobDigest(job: DeviceJob): Hex {
  switch (job.kind) {
    case "transaction":
      return keccak256(job.unsigned) as Hex;
    case "message":
    case "second-factor":
      return hashMessage(getBytes(job.bytes)) as Hex;
    case "typed-data": {
      const { domain, types, message } = JSON.parse(job.json);
      const { EIP712Domain: _domain, ...own } = types;
      return TypedDataEncoder.hash(domain, own, message) as Hex;
    }
  }
}

/** The signature that a device with `key` gives. */
export function deviceSignature(job: DeviceJob, key: Hex = deviceKey): SignatureParts {
  const { v: recovery, r, s } = new SigningKey(key).sign(jobDigest(job));
  return { v: recovery, r: r as Hex, s: s as Hex };
}

/** Lets promises run as far as they can. */
export async function turn(): Promise<void> {
  for (let count = 0; count < 3; count++) await new Promise((resolve) => setImmediate(resolve));
}

/** A desk's surroundings: a storage.session that outlives workers, a clock that goes on when told, tabs that are counted. */
export function deskWorld(values = new Map<string, unknown>()) {
  const session = memoryStore(values);
  let now = 0;
  let seed = 0;
  let sleeping: { until: number; wake: () => void }[] = [];

  const world = {
    session,
    unlocked: true,
    /** What showTab was asked for. */
    shown: [] as (string | undefined)[],
    audits: [] as [AuditEvent, Record<string, string | number> | undefined][],
    /** A worker's desk; an earlier one counts as ended. */
    start(change: Partial<DeskParts> = {}): Desk {
      return createDesk({
        session,
        clock: { nowSeconds: () => 1_790_000_000 + Math.floor(now / 1000), monotonicMs: () => now },
        sleep: (ms) => new Promise((wake) => void sleeping.push({ until: now + ms, wake })),
        random: (length) => new Uint8Array(length).fill(++seed),
        audit: async (event, details) => void world.audits.push([event, details]),
        isUnlocked: async () => world.unlocked,
        showTab: async (operationId) => void world.shown.push(operationId),
        ...change,
      });
    },
    /** The job in storage, as pages read it. */
    job(): DeviceJob | undefined {
      const stored = values.get(sessionKeys.deviceJob);
      return stored === undefined ? undefined : v.parse(DeviceJob, stored);
    },
    /** The job once it is there. */
    async wanted(): Promise<DeviceJob> {
      await turn();
      const job = world.job();
      if (!job) throw new Error("no job");
      return job;
    },
    async pass(ms: number): Promise<void> {
      await turn();
      for (const end = now + ms; now < end; ) {
        now = Math.min(end, now + 1_000);
        const due = sleeping.filter(({ until }) => until <= now);
        sleeping = sleeping.filter(({ until }) => until > now);
        for (const { wake } of due) wake();
        await turn();
      }
    },
  };
  return world;
}

/** A full tab that holds the device: takes what lies in storage and signs it. */
export function devicePage(world: ReturnType<typeof deskWorld>, desk: () => Desk, owner = "page-1") {
  const claim = async () => ({ jobId: (await world.wanted()).id, owner });
  return {
    claim,
    async take(): Promise<{ jobId: string; owner: string }> {
      const taking = await claim();
      const { taken } = await desk().handlers["devices.take"](taking);
      if (!taken) throw new Error("not taken");
      return taking;
    },
    /** Takes the job in storage and answers it; `sign` may answer something else. */
    async sign(sign: (job: DeviceJob) => SignatureParts = deviceSignature): Promise<DeviceJob> {
      const job = await world.wanted();
      const taking = await this.take();
      await desk().handlers["devices.answer"]({ ...taking, signature: sign(job) });
      return job;
    },
    async fail(code: string, params: Record<string, string> = {}): Promise<void> {
      await desk().handlers["devices.fail"]({ ...(await this.take()), error: { code, params } });
    },
  };
}
