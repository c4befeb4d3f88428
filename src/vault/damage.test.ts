import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localKeys } from "../core/store/keys.ts";
import { dies, lightPolicy, lockedWorld, next, opens, password, recordIn } from "./world.fixture.ts";

const secret = { kind: "new-phrase", words: 12 } as const;
type Record = ReturnType<typeof recordIn>;

describe("damage", () => {
  /** The stored record with one bit of one character changed, anywhere in it. */
  function flipped(record: object, seed: number): unknown {
    const text = JSON.stringify(record);
    const at = seed % text.length;
    const changed = String.fromCharCode(text.charCodeAt(at) ^ (1 << (seed % 7)));
    try {
      return JSON.parse(text.slice(0, at) + changed + text.slice(at + 1));
    } catch {
      return text;
    }
  }

  it("of one bit anywhere in one copy: it opens from the other, and both are good again", async () => {
    const world = await lockedWorld();
    const good = structuredClone(recordIn(world.local));
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.boolean(), async (seed, first) => {
        const [hit, other] = first ? [world.local, world.second] : [world.second, world.local];
        other.map.set(localKeys.vault, good);
        hit.map.set(localKeys.vault, flipped(good, seed));
        expect(await opens(world, password)).toBe("opens");
        expect(recordIn(hit)).toEqual(good);
        expect(recordIn(other)).toEqual(good);
      }),
      { numRuns: 150 },
    );
  });

  it("of one bit anywhere in both copies is said to be damage, not a wrong password", async () => {
    const world = await lockedWorld();
    const good = structuredClone(recordIn(world.local));
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (one, other) => {
        world.local.map.set(localKeys.vault, flipped(good, one));
        world.second.map.set(localKeys.vault, flipped(good, other));
        expect((await world.worker().status()).state).toBe("recovery");
        expect(await opens(world, password)).toBe("vault/damaged");
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ["cut short", (record: Record) => ({ ...record, text: record.text.slice(0, 40) })],
    ["without its text", ({ version }: Record) => ({ format: "weir-vault", version })],
    ["a list", () => []],
    ["null", () => null],
    [
      "with a key that JSON gives to prototypes",
      (record: Record) => JSON.parse(`{"__proto__":${JSON.stringify(record)}}`),
    ],
  ])("%s, in both copies: recovery, never onboarding, and no wallet can be made over it", async (_, hurt) => {
    const world = await lockedWorld();
    for (const store of [world.local, world.second]) store.map.set(localKeys.vault, hurt(recordIn(store)));
    expect(await world.worker().status()).toMatchObject({
      state: "recovery",
      copies: { primary: "damaged", secondary: "damaged" },
    });
    await expect(world.worker().handlers["vault.create"]({ password, secret })).rejects.toMatchObject({
      code: "vault/damaged",
    });
  });

  it("of a lost vault whose account list is still there shows recovery, not onboarding", async () => {
    const world = await lockedWorld();
    world.local.map.delete(localKeys.vault);
    world.second.map.clear();
    expect((await world.worker().status()).state).toBe("recovery");
    expect(await opens(world, password)).toBe("vault/absent");
  });

  it("of the account list is repaired from the vault at unlock", async () => {
    const world = await lockedWorld();
    const list = structuredClone(world.local.map.get(localKeys.accounts)) as {
      accounts: { address: string }[];
    };
    const account = list.accounts[0];
    const address = account?.address;
    if (account) account.address = "0x1111111111111111111111111111111111111111";
    world.local.map.set(localKeys.accounts, list);
    expect(await opens(world, password)).toBe("opens");
    expect(world.local.map.get(localKeys.accounts)).toMatchObject({ accounts: [{ address }] });
  });
});

describe("a tampered header whose checksum was made again", () => {
  async function reframed(record: Record, change: (text: string) => string, version = record.version) {
    const text = change(record.text);
    const bytes = new TextEncoder().encode(`weir-vault\n${version}\n${text}`);
    const checksum = Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
    return { format: "weir-vault", version, text, checksum };
  }

  it.each([
    ["below the floor", '"N":2'],
    ["no power of two", '"N":17'],
    ["above the ceiling", '"N":2147483646'],
  ])("with parameters %s is refused before any key is derived", async (_, N) => {
    const world = await lockedWorld();
    for (const store of [world.local, world.second]) {
      store.map.set(localKeys.vault, await reframed(recordIn(store), (text) => text.replace('"N":16', N)));
    }
    expect(await opens(world, password)).toBe("vault/parameters");
  });

  it("with allowed but other parameters does not open, since the header is authenticated", async () => {
    const world = await lockedWorld();
    for (const store of [world.local, world.second]) {
      store.map.set(
        localKeys.vault,
        await reframed(recordIn(store), (text) => text.replace('"N":16', '"N":32')),
      );
    }
    expect(await opens(world, password)).toBe("vault/wrong-password");
  });

  it("with another sequence number is damage, and the other copy is used", async () => {
    const world = await lockedWorld();
    const forged = await reframed(recordIn(world.local), (text) =>
      text.replace('"sequence":1', '"sequence":9'),
    );
    world.local.map.set(localKeys.vault, forged);
    expect(await opens(world, password)).toBe("opens");
    world.local.map.set(localKeys.vault, forged);
    world.second.map.set(localKeys.vault, forged);
    expect(await opens(world, password)).toBe("vault/damaged");
  });

  it("of a newer version is read-only: not opened, not overwritten, not wiped", async () => {
    const world = await lockedWorld();
    const newer = await reframed(recordIn(world.local), (text) => text, 2);
    world.local.map.set(localKeys.vault, newer);
    const worker = world.worker();
    expect(await worker.status()).toMatchObject({
      state: "newer",
      copies: { primary: "newer", secondary: "good" },
    });
    expect(await opens(world, password)).toBe("vault/newer-version");
    for (const attempt of [
      worker.handlers["vault.create"]({ password, secret }),
      worker.handlers["vault.wipe"]({ password, confirmation: "wipe" }),
      worker.handlers["vault.changePassword"]({ current: password, next }),
      worker.handlers["vault.restore"]({ json: JSON.stringify(recordIn(world.second)), password }),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: "vault/newer-version" });
    }
    expect(recordIn(world.local)).toEqual(newer);
  });
});

describe("key parameters that moved up", () => {
  const raised = { ...lightPolicy, current: { name: "scrypt", N: 64, r: 1, p: 1 } } as const;

  it("are taken over at unlock, in both copies, and the same password opens", async () => {
    const world = await lockedWorld();
    await world.worker(raised).handlers["vault.unlock"]({ password });
    for (const store of [world.local, world.second]) expect(recordIn(store).text).toContain('"N":64');
    const entries = (await world.audit().list({ limit: 10 })).entries.map(({ event }) => event);
    expect(entries).toContain("vault.reencrypted");
    await world.worker().lock();
    expect(await opens(world, password)).toBe("opens");
  });

  it("that cannot be written leave the vault as it was, unlocked", async () => {
    const world = await lockedWorld();
    dies(world.local, "write");
    const worker = world.worker(raised);
    await worker.handlers["vault.unlock"]({ password });
    expect(await worker.isUnlocked()).toBe(true);
    expect(recordIn(world.local).text).toContain('"N":16');
  });
});
