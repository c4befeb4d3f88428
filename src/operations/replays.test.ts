import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { describe, expect, it } from "vitest";
import { encodeApprove } from "../core/asset/erc20.ts";
import { approvedText } from "../core/operation/approved-text.ts";
import type { Operation } from "../core/operation/operation.ts";
import { siteAnswer } from "../core/operation/site-answer.ts";
import type { OperationAsk } from "../core/site/site.ts";
import { toWire } from "../core/wire/wire.ts";
import { approve, asked, permitAsk } from "./testing/asked.ts";
import { QUEUE, STAKE, TOKEN } from "./testing/ledger.ts";
import { createWorld, ETHER, own, type World } from "./testing/world.ts";

const transaction = { kind: "transaction", from: own, to: TOKEN, data: STAKE, value: ETHER } as const;
const asks: [string, OperationAsk][] = [
  ["transaction", transaction],
  ["transaction to sign only", { ...transaction, signOnly: true }],
  [
    "batch",
    {
      kind: "calls",
      from: own,
      bundleId: "0xb1",
      calls: [{ to: TOKEN, data: encodeApprove(QUEUE, 5n), value: 0n }],
    },
  ],
  ["message", { kind: "message", from: own, bytes: "0x00" }],
  ["permit", permitAsk(TOKEN, QUEUE, 5n)],
  [
    "approval with an end",
    {
      kind: "lst-approval",
      from: own,
      token: TOKEN,
      spender: QUEUE,
      amount: 5n,
      until: 1_800_000_000,
      purpose: "",
    },
  ],
];
const made = (world: World): number => world.signed.length + world.signatures.length;
const write = (world: World, operation: Operation): void =>
  void world.values.set(`operation:${operation.id}`, toWire(operation));
const isBack = { code: expect.stringMatching(/^operation\/(state|approved-earlier|changed-since-preview)$/) };

describe.each(asks)("a %s that is shown", (_, ask) => {
  it("is signed as it was on the screen or not at all, whatever is put into the storage in between", async () => {
    const world = createWorld();
    const { operations, shown } = await asked(world, ask);
    const onScreen = { ...shown, origin: "https://harmless.example" };
    const input = { id: shown.id, feeLevel: "normal", previewMadeAt: shown.preview?.madeAt ?? 0 } as const;
    const digest = (operation: Operation): string => bytesToHex(sha256(utf8ToBytes(approvedText(operation))));
    await expect(
      operations.handlers["operations.approve"]({ ...input, seen: digest(onScreen) }),
    ).rejects.toMatchObject({ code: "operation/changed-since-preview" });
    expect(made(world)).toBe(0);
    await operations.handlers["operations.approve"]({ ...input, seen: digest(shown) });
    expect(made(world)).toBe(1);
  });
});

describe.each(asks)("a %s that was approved once", (_, ask) => {
  it("is not approved a second time", async () => {
    const world = createWorld();
    const { operations, shown } = await asked(world, ask);
    const twice = await Promise.allSettled([approve(operations, shown), approve(operations, shown)]);
    expect(twice.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    await expect(approve(world.start(), shown)).rejects.toMatchObject({ code: "operation/state" });
    expect(made(world)).toBe(1);
  });

  it.each(["planned", "approved", "running"] as const)(
    "is not signed again when its record is set back to %s, by this worker or the next",
    async (state) => {
      const world = createWorld();
      const { operations, shown } = await asked(world, ask);
      await approve(operations, shown);
      await world.settle(operations);
      const sent = world.chain.sent.length;
      for (const worker of [operations, world.start()]) {
        write(world, { ...shown, state });
        await worker.resume();
        await world.settle(worker);
        await expect(approve(worker, await world.record(shown.id))).rejects.toMatchObject(isBack);
      }
      expect(made(world)).toBe(1);
      expect(world.chain.sent.length).toBe(sent);
    },
  );

  it("is not asked for again under the same request, and not after the browser's session", async () => {
    const world = createWorld();
    const { operations, shown } = await asked(world, ask);
    await approve(operations, shown);
    world.sessionValues.clear();
    write(world, shown);
    const later = world.start();
    await later.resume();
    await expect(approve(later, shown)).rejects.toMatchObject({ code: "operation/approved-earlier" });
    expect(made(world)).toBe(1);
  });

  it.each(["planned", "approved", "running"] as const)(
    "is not signed from a record that was invented as %s",
    async (state) => {
      const world = createWorld();
      const { shown } = await asked(createWorld(), ask);
      write(world, { ...shown, id: "invented", state });
      const operations = world.start();
      await operations.resume();
      await world.settle(operations);
      const found = await world.record("invented");
      await expect(
        approve(operations, { ...found, ...(shown.preview ? { preview: shown.preview } : {}) }),
      ).rejects.toMatchObject({
        code: expect.stringMatching(/^operation\//),
      });
      expect(made(world)).toBe(0);
    },
  );
});

describe("a transaction that is signed for a site to send", () => {
  it("gives its bytes and is never sent from here, not by the watcher nor after a restart", async () => {
    const world = createWorld();
    const { operations, shown } = await asked(world, { ...transaction, signOnly: true });
    const done = await approve(operations, shown);
    expect(done.state).toBe("confirmed");
    expect(siteAnswer(done)).toBe(done.steps[0]?.attempts[0]?.raw);
    await world.settle(operations);
    const later = world.start();
    await later.resume();
    await world.settle(later);
    expect(world.chain.sent).toEqual([]);
    expect(await later.pendingCount()).toBe(0);
    for (const command of ["operations.speedUp", "operations.cancel"] as const) {
      await expect(later.handlers[command]({ id: shown.id })).rejects.toMatchObject({
        code: "operation/nothing-to-replace",
      });
    }
  });

  it("takes no nonce away from the next one", async () => {
    const world = createWorld();
    const only = await asked(world, { ...transaction, signOnly: true });
    await approve(only.operations, only.shown);
    const next = await asked(world, transaction);
    await approve(next.operations, next.shown);
    expect(world.signed.map(({ nonce }) => nonce)).toEqual([0, 0]);
  });
});

it("a request that comes again gives the operation that it became", async () => {
  const world = createWorld();
  const { operations, shown } = await asked(world, transaction);
  const { intent, chainId } = shown;
  if (intent.kind !== "site-transaction") throw new Error("another kind");
  const { requestId, origin } = intent;
  const account = (await import("./testing/world.ts")).account;
  const again = await operations.planForSite({ origin, requestId, chainId, account, ask: transaction });
  expect(again.id).toBe(shown.id);
});

it("an added network without protocols plans sends, approvals and what sites ask", async () => {
  const world = createWorld();
  const [mainnet] = world.networks;
  if (!mainnet) throw new Error("no network");
  world.networks.push({ ...mainnet, chainId: 31_337, caip2: "eip155:31337", name: "Added" });
  const { shown } = await asked(world, transaction, 31_337);
  expect(shown).toMatchObject({ chainId: 31_337, preview: { effects: expect.any(Array) } });
  await expect(asked(world, transaction, 4)).rejects.toMatchObject({ code: "chain/unknown" });
});
