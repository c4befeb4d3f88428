import { TypedDataEncoder } from "ethers/hash";
import { describe, expect, it } from "vitest";
import type { Hex } from "../core/account/account.ts";
import { permit2Address, standingRead } from "../core/allowance/standing-reads.ts";
import { encodeAllowance } from "../core/asset/erc20.ts";
import { siteAnswer } from "../core/operation/site-answer.ts";
import { approve, asked } from "./testing/asked.ts";
import { QUEUE, TOKEN } from "./testing/ledger.ts";
import { createWorld, own, type World } from "./testing/world.ts";

const until = 1_790_086_400;
const ask = {
  kind: "lst-approval",
  from: own,
  token: TOKEN,
  spender: QUEUE,
  amount: 50n,
  until,
  purpose: "deposit",
} as const;
const separator = TypedDataEncoder.hashDomain({
  name: "Staked pond",
  version: "2",
  chainId: 1,
  verifyingContract: TOKEN,
}) as Hex;
const word = (value: bigint): string => value.toString(16).padStart(64, "0");
const text = (value: string): Hex =>
  `0x${word(32n)}${word(BigInt(value.length))}${Buffer.from(value).toString("hex").padEnd(64, "0")}`;

/** The token answers ERC-2612's getters. */
function takesPermits(world: World, tells: Hex = separator): void {
  world.chain.views.set(`${TOKEN}:0x3644e515`, tells);
  world.chain.views.set(`${TOKEN}:0x06fdde03`, text("Staked pond"));
  world.chain.ledger.permitNonce = 3n;
}

/** Permit2 may take the account's tokens already. */
function usesPermit2(world: World): void {
  const owner = own.toLowerCase();
  world.chain.ledger.allowances.set(`${owner}:${permit2Address.toLowerCase()}`, 2n ** 256n - 1n);
  const read = standingRead("permit2", { owner: own, token: TOKEN, spender: QUEUE }, "");
  world.chain.views.set(`${read.to}:${read.data}`.toLowerCase(), `0x${word(0n)}${word(0n)}${word(4n)}`);
}

describe("weir_requestLstApproval", () => {
  it("is a permit where the token takes one, by the domain that its separator proves", async () => {
    const world = createWorld();
    takesPermits(world);
    const { operations, shown } = await asked(world, ask);
    expect(shown.plan.steps).toMatchObject([
      { kind: "permit", nonce: 3n, deadline: BigInt(until), domain: { name: "Staked pond", version: "2" } },
    ]);
    expect(shown.preview?.allowances).toMatchObject([{ form: "permit", after: 50n, until }]);
    const lowered = await operations.handlers["operations.setSpendLimit"]({ id: shown.id, amount: 20n });
    const sooner = await operations.handlers["operations.setEnd"]({ id: lowered.id, until: until - 3_600 });
    expect(sooner.plan.steps).toMatchObject([{ amount: 20n, deadline: BigInt(until - 3_600) }]);
    const done = await approve(operations, sooner);
    expect(JSON.parse(JSON.stringify(siteAnswer(done)))).toMatchObject({
      form: "permit",
      amount: "0x14",
      until: until - 3_600,
      nonce: "0x3",
      v: 27,
    });
    expect(world.signed).toEqual([]);
  });

  it("is no permit when the separator is another's", async () => {
    const world = createWorld();
    takesPermits(world, `0x${"11".repeat(32)}`);
    expect((await asked(world, ask)).shown.plan.steps[0]?.kind).toBe("approve");
  });

  it("is Permit2's signature where Permit2 may take as much already", async () => {
    const world = createWorld();
    usesPermit2(world);
    const { operations, shown } = await asked(world, ask);
    expect(shown.preview?.allowances).toMatchObject([{ form: "permit2-allowance", after: 50n, until }]);
    const done = await approve(operations, shown);
    expect(done.state).toBe("confirmed");
    const answer = JSON.parse(JSON.stringify(siteAnswer(done)));
    expect(answer).toMatchObject({
      form: "permit2",
      amount: "0x32",
      until,
      permit: {
        details: { amount: "50", expiration: String(until), nonce: "4" },
        sigDeadline: String(until),
      },
    });
    expect(answer.permit.spender.toLowerCase()).toBe(QUEUE);
    expect(world.signatures).toHaveLength(1);
  });

  it("is an approval under a lease where the token can do neither", async () => {
    const world = createWorld();
    const { operations, shown } = await asked(world, ask);
    expect(shown.plan.steps).toMatchObject([{ kind: "approve", amount: 50n }]);
    expect(shown.leaseUntil).toBe(until);
    const sent = await approve(operations, shown);
    expect(siteAnswer(sent)).toMatchObject({ form: "approve", amount: "0x32", until });
    await world.settle(operations);
    expect(world.chain.ledger.allowances.get(`${own.toLowerCase()}:${QUEUE}`)).toBe(50n);
  });

  it("has an end in the wallet too when it becomes an approval on the way", async () => {
    const world = createWorld();
    usesPermit2(world);
    const { operations, shown } = await asked(world, ask);
    expect([shown.plan.steps[0]?.kind, shown.leaseUntil]).toEqual(["typed-data", undefined]);
    world.chain.ledger.allowances.clear();
    const anew = await operations.handlers["operations.preview"]({ id: shown.id });
    expect([anew.plan.steps[0]?.kind, anew.leaseUntil]).toEqual(["approve", until]);
  });

  it("whose end is past is refused", async () => {
    await expect(asked(createWorld(), { ...ask, until: 1_000 })).rejects.toMatchObject({
      code: "site/params-invalid",
    });
  });
});

describe("ending allowances", () => {
  it("makes one transaction of each, and one of all that Permit2 holds", async () => {
    const world = createWorld();
    world.chain.ledger.allowances.set(`${own.toLowerCase()}:${QUEUE}`, 9n);
    const other = "0x1111111111111111111111111111111111111111";
    const item = { token: TOKEN, spender: QUEUE } as const;
    const shown = await world.planned({
      kind: "revoke",
      items: [
        { form: "permit2", ...item },
        { form: "erc20", ...item },
        { form: "operator", token: other, spender: QUEUE },
        { form: "permit2", token: other, spender: QUEUE },
      ],
    });
    expect(shown.plan.steps.map(({ words }) => words.key)).toEqual([
      "step.revoke",
      "step.revoke-all",
      "step.revoke-permit2",
    ]);
    expect(shown.plan.steps[2]).toMatchObject({ kind: "call", to: permit2Address });
    const operations = world.start();
    await approve(operations, shown);
    await world.settle(operations, 8);
    expect((await world.record(shown.id)).state).toBe("confirmed");
    expect(world.signed).toHaveLength(3);
    expect(world.chain.ledger.allowances.get(`${own.toLowerCase()}:${QUEUE}`)).toBe(0n);
  });
});

it("reads an allowance as every token answers it", () => {
  const read = standingRead("erc20", { owner: own, token: TOKEN, spender: QUEUE }, "key");
  expect(read).toEqual({ key: "key", to: TOKEN, data: encodeAllowance(own, QUEUE) });
});
