import { createAuditLog } from "../core/audit/audit-log.ts";
import type { Clock, KeyValueStore, RandomBytes } from "../core/environment/environment.ts";
import { localKeys } from "../core/store/keys.ts";
import type { Output } from "../messages/popup/index.ts";
import { defaultPolicy, type VaultPolicy } from "./kdf.ts";
import { createVault, type Vault } from "./vault.ts";

/** Only for tests: a store in a map whose calls can be made to fail, hang or be the last. */
export interface TestStore extends KeyValueStore {
  readonly map: Map<string, unknown>;
  /** Called before each step; throwing makes the step fail, a promise delays it. */
  before: ((step: "read" | "write", key: string) => void | Promise<void>) | undefined;
}

const copy = <T>(value: T): T => (value === undefined ? value : structuredClone(value));

export function testStore(map = new Map<string, unknown>()): TestStore {
  const store: TestStore = {
    map,
    before: undefined,
    async get(key) {
      await store.before?.("read", key);
      return copy(map.get(key));
    },
    async getMany(keys) {
      await store.before?.("read", keys[0] ?? "");
      return Object.fromEntries(keys.filter((key) => map.has(key)).map((key) => [key, copy(map.get(key))]));
    },
    async entries(prefix) {
      await store.before?.("read", prefix);
      return [...map].filter(([key]) => key.startsWith(prefix)).map(([key, value]) => [key, copy(value)]);
    },
    async set(key, value) {
      await store.before?.("write", key);
      map.set(key, copy(value));
    },
    async setMany(values) {
      await store.before?.("write", Object.keys(values)[0] ?? "");
      for (const [key, value] of Object.entries(values)) map.set(key, copy(value));
    },
    async remove(keys) {
      const list = typeof keys === "string" ? [keys] : keys;
      await store.before?.("write", list[0] ?? "");
      for (const key of list) map.delete(key);
    },
    onChange: () => () => {},
  };
  return store;
}

/** Only for tests: parameters that cost nothing, with a floor below and a ceiling above them. */
export const lightPolicy: VaultPolicy = {
  ...defaultPolicy,
  current: { name: "scrypt", N: 16, r: 1, p: 1 },
  floor: { name: "scrypt", N: 16, r: 1, p: 1 },
  ceiling: { name: "scrypt", N: 64, r: 1, p: 1 },
  answerTimeoutMs: 50,
};

export const password = "correct horse";
export const next = "battery staple";

export interface TestWorld {
  local: TestStore;
  session: TestStore;
  second: TestStore;
  clock: Clock & { wall: number; monotonic: number; pass(seconds: number): void };
  minutes: number;
  /** A worker's vault over these stores; each call is a restarted worker. */
  worker(policy?: VaultPolicy): Vault;
  audit(): ReturnType<typeof createAuditLog>;
}

export function testWorld(): TestWorld {
  const clock = {
    wall: 1_800_000_000,
    monotonic: 0,
    nowSeconds: () => clock.wall,
    monotonicMs: () => clock.monotonic,
    pass(seconds: number) {
      clock.wall += seconds;
      clock.monotonic += seconds * 1000;
    },
  };
  const random: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));
  const world: TestWorld = {
    local: testStore(),
    session: testStore(),
    second: testStore(),
    clock,
    minutes: 15,
    audit: () => createAuditLog({ local: world.local, clock }),
    worker: (policy = lightPolicy) =>
      createVault({
        local: world.local,
        session: world.session,
        second: world.second,
        clock,
        random,
        audit: world.audit().write,
        autoLockMinutes: async () => world.minutes,
        policy,
      }),
  };
  return world;
}

/** A world whose vault was made and locked. */
export async function lockedWorld(): Promise<TestWorld> {
  const world = testWorld();
  const secret = { kind: "new-phrase", words: 12 } as const;
  await world.worker().handlers["vault.create"]({ password, secret });
  await world.worker().lock();
  return world;
}

/** The ids of a vault that was made with a secret. */
export function idsOf(made: Output<"vault.create">): { accountId: string; secretId: string } {
  const { accountId, secretId } = made;
  if (accountId === null || secretId === null) throw new Error("made without a secret");
  return { accountId, secretId };
}

/** The vault's record in one store. */
export const recordIn = (store: TestStore) =>
  store.map.get(localKeys.vault) as { version: number; text: string };

/** "opens", or the code of why not, for a fresh worker after any delay; locked again afterwards. */
export async function opens(world: TestWorld, word: string): Promise<string> {
  const worker = world.worker();
  world.clock.pass(3600);
  try {
    await worker.handlers["vault.unlock"]({ password: word });
    await worker.lock();
    return "opens";
  } catch (error) {
    return (error as { code: string }).code;
  }
}

/** Every `step` on the vault's record in `store` throws from now on. */
export function dies(store: TestStore, step: "read" | "write"): void {
  store.before = (now, key) => {
    if (now === step && key === localKeys.vault) throw new Error("An unexpected error occurred");
  };
}
