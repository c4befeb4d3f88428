import { Signature } from "ethers/crypto";
import { getBytes, toUtf8String } from "ethers/utils";
import { Wallet } from "ethers/wallet";
import type { Hex } from "../core/account/account.ts";
import type { WeirError } from "../core/errors/index.ts";
import type { Operation } from "../core/operation/operation.ts";
import type { SignatureParts } from "../core/staking/plan.ts";
import { TOKEN } from "../operations/testing/ledger.ts";
import { approval, createWorld, ETHER, account as hot } from "../operations/testing/world.ts";
import type { Desk, WantedJob } from "../signers/ledger/desk.ts";
import { idsOf, password, testWorld } from "../vault/world.fixture.ts";
import { createSecondFactor } from "./second-factor.ts";

const phrase = "test test test test test test test test test test test junk";
export const thief = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const ledgers = [1, 2].map((digit) => new Wallet(`0x${String(digit).repeat(64)}`));
export const [first, second] = ledgers as [Wallet, Wallet];

export const send = { kind: "send", assetId: "native", to: thief, amount: 2n * ETHER, max: false } as const;
export const stake = { kind: "stake", protocol: "pond", amount: 2n * ETHER, receive: TOKEN } as const;

/** A personal signature by this device. */
export function signed(by: Wallet, bytes: Hex): SignatureParts {
  const { v, r, s } = Signature.from(by.signMessageSync(getBytes(bytes)));
  return { v, r: r as Hex, s: s as Hex };
}

export interface Devices extends Pick<Desk, "request"> {
  jobs: WantedJob[];
  /** What a person does with them: by default the right device signs. */
  answer(job: WantedJob): SignatureParts | Promise<SignatureParts>;
  /** The bytes that the last job had signed, as text. */
  shown(): string;
}

function createDevices(): Devices {
  const devices: Devices = {
    jobs: [],
    answer(job) {
      const device = ledgers.find(({ address }) => address === job.address);
      if (!device || !("bytes" in job)) throw new Error("not for these devices");
      return signed(device, job.bytes);
    },
    async request(job, verify) {
      devices.jobs.push(job);
      const signature = await devices.answer(job);
      verify(signature);
      return signature;
    },
    shown() {
      const job = devices.jobs.at(-1);
      return job && "bytes" in job ? toUtf8String(job.bytes) : "";
    },
  };
  return devices;
}

/** A wallet with two Ledger accounts, and real operations of its phrase's first account. */
export async function createScene() {
  const store = testWorld();
  const vault = store.worker();
  const call = vault.handlers;
  const { accountId, secretId } = idsOf(
    await call["vault.create"]({ password, secret: { kind: "phrase", phrase, passphrase: "" } }),
  );
  const device = await call["devices.pair"]({ model: "nanoX", firstAddress: first.address as Hex });
  const paired = await call["devices.add"]({
    deviceId: device.id,
    accounts: ledgers.map(({ address }, index) => ({
      address: address as Hex,
      path: `m/44'/60'/${index}'/0/0`,
    })),
  });
  const ids = paired.map(({ id }) => id) as [string, string];
  const world = createWorld();
  const operations = world.start();
  const devices = createDevices();
  const audits: [string, Record<string, string | number> | undefined][] = [];
  const scene = {
    store,
    vault,
    accountId,
    secretId,
    ids,
    world,
    operations,
    devices,
    audits,
    /** The kind that the vault seals the operations' account as. */
    kind: "derived" as "derived" | "ledger",
    /** Between the look at an operation and what comes of it. */
    afterLook: undefined as (() => void) | undefined,
  };
  const factor = createSecondFactor({
    sealed: {
      ...vault.secondFactor,
      // The operations' world names its one account itself.
      accounts: async () => [...(await vault.secondFactor.accounts()), { ...hot, kind: scene.kind }],
    },
    desk: devices,
    operations: {
      async get(id) {
        const found = await operations.get(id);
        scene.afterLook?.();
        return found;
      },
    },
    chain: async (chainId) => world.networks.find((chain) => chain.chainId === chainId),
    commands: { ...vault.handlers, ...operations.handlers },
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    clock: store.clock,
    audit: async (event, details) => void audits.push([event, details]),
  });
  const handlers = factor.handlers;
  const approve = (shown: Operation) => handlers["operations.approve"](approval(shown));
  const switchTo = (id: string | null) => handlers["devices.setSecondFactor"]({ accountId: id, password });
  return { ...scene, scene, handlers, approve, switchTo };
}

export type Scene = Awaited<ReturnType<typeof createScene>>;
/** The scene with the first Ledger account as second factor, and nothing asked yet. */
export async function createGuardedScene(): Promise<Scene> {
  const scene = await createScene();
  await scene.switchTo(scene.ids[0]);
  scene.devices.jobs.length = 0;
  scene.audits.length = 0;
  return scene;
}

/** How it ended: "done" or an error's code. */
export const code = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error: WeirError) => error.code,
  );
