import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ADDRESSES, type Devnet, startDevnet } from "../../scripts/devnet/index.mjs";
import { ETHER, lidoCalls, MAX_UINT256 } from "../devnet/lido-calls.ts";

// What the wallet's protocol code relies on must be true of the chain it is tested against.

const { wsteth, withdrawalQueue } = ADDRESSES;

let devnet: Devnet;
let alice: string;
let bob: string;
let snapshot: string;

beforeAll(async () => {
  devnet = await startDevnet();
  alice = devnet.accounts[0]!.address;
  bob = devnet.accounts[1]!.address;
});
afterAll(() => devnet?.stop());
beforeEach(async () => {
  snapshot = await devnet.levers.snapshot();
});
afterEach(() => devnet.levers.revert(snapshot));

const {
  onSteth,
  onWsteth,
  onQueue,
  askSteth,
  askWsteth,
  askQueue,
  stake,
  balance,
  blockTime,
  requestWithdrawals,
  hintsFor,
} = lidoCalls(() => devnet);

describe("withdrawals", () => {
  it("take 100 wei to 1000 stETH a request", async () => {
    await stake(alice, 2_000n * ETHER);
    await onSteth(alice, "approve", [withdrawalQueue, MAX_UINT256]);
    const ask = (amount: bigint) => onQueue(alice, "requestWithdrawals", [[amount], alice]);
    await expect(ask(99n)).rejects.toThrow("RequestAmountTooSmall(99)");
    await expect(ask(1_000n * ETHER + 1n)).rejects.toThrow("RequestAmountTooLarge");
    await ask(100n);
    await ask(1_000n * ETHER);
  });

  it("pay out the asked amount when finalised, with hints, and only once", async () => {
    const ids = await requestWithdrawals(alice, [ETHER, 2n * ETHER, 100n]);
    const waiting = await hintsFor(ids);
    expect(waiting).toEqual([0n, 0n, 0n]);
    await expect(onQueue(alice, "claimWithdrawals", [ids, [1n, 1n, 1n]])).rejects.toThrow(
      "RequestNotFoundOrNotFinalized",
    );

    await devnet.levers.passDays(1);
    await devnet.levers.finalise();
    const hints = await hintsFor(ids);
    // The last is so small that the rounding of its shares outweighs a day's reward: it loses a wei.
    expect([...(await askQueue("getClaimableEther", [ids, hints]))]).toEqual([ETHER, 2n * ETHER, 99n]);

    const before = await balance(bob);
    await expect(onQueue(bob, "claimWithdrawals", [ids, hints])).rejects.toThrow(
      `NotOwner(${bob}, ${alice})`,
    );
    await onQueue(alice, "claimWithdrawalsTo", [ids, hints, bob]);
    expect((await balance(bob)) - before).toBeGreaterThan(2n * ETHER);
    expect([...(await askQueue("getWithdrawalRequests", [alice]))]).toEqual([]);
    await expect(onQueue(alice, "claimWithdrawal", [ids[0]])).rejects.toThrow(
      `RequestAlreadyClaimed(${ids[0]})`,
    );
    const [status] = await askQueue("getWithdrawalStatus", [[ids[0]]]);
    expect([status.isFinalized, status.isClaimed]).toEqual([true, true]);
  });

  it("pay a wei less when the rate has not moved since, because shares were rounded down", async () => {
    const ids = await requestWithdrawals(alice, [ETHER]);
    await devnet.levers.finalise();
    const [claimable] = await askQueue("getClaimableEther", [ids, await hintsFor(ids)]);
    expect(ETHER - claimable).toBeLessThanOrEqual(1n);
  });

  it("pay less after a slashing, and never more after rewards", async () => {
    const [first] = await requestWithdrawals(alice, [10n * ETHER]);
    await devnet.levers.report({ rewards: 10_000n * ETHER });
    await devnet.levers.finalise();
    const [second] = (await requestWithdrawals(alice, [10n * ETHER])).filter((id) => id !== first);
    await devnet.levers.slash({ amount: 200_000n * ETHER });
    await devnet.levers.finalise();
    const ids = [first!, second!];
    const [afterRewards, afterSlash] = await askQueue("getClaimableEther", [ids, await hintsFor(ids)]);
    expect(afterRewards).toBe(10n * ETHER);
    expect(afterSlash).toBeLessThan(10n * ETHER);
    expect(afterSlash).toBeGreaterThan(9n * ETHER);
    const before = await balance(bob);
    await onQueue(alice, "claimWithdrawalsTo", [[second], await hintsFor([second!]), bob]);
    expect((await balance(bob)) - before).toBe(afterSlash);
  });

  it("want ids in ascending order and the right hint", async () => {
    const ids = await requestWithdrawals(alice, [ETHER, ETHER]);
    await devnet.levers.finalise();
    await expect(hintsFor([...ids].reverse())).rejects.toThrow("RequestIdsNotSorted");
    await expect(onQueue(alice, "claimWithdrawals", [[ids[0]], [1n]])).rejects.toThrow("InvalidHint(1)");
    await expect(onQueue(alice, "claimWithdrawals", [ids, [1n]])).rejects.toThrow(
      "ArraysLengthMismatch(2, 1)",
    );
    await expect(onQueue(alice, "claimWithdrawalsTo", [[], [], `0x${"0".repeat(40)}`])).rejects.toThrow(
      "ZeroRecipient",
    );
  });

  it("list an owner's requests in set order: a claim moves the last into the gap", async () => {
    const ids = await requestWithdrawals(alice, [ETHER, ETHER, ETHER]);
    await devnet.levers.finalise();
    await onQueue(alice, "claimWithdrawal", [ids[0]]);
    expect([...(await askQueue("getWithdrawalRequests", [alice]))]).toEqual([ids[2], ids[1]]);
  });

  it("follow the token when it is given away", async () => {
    const [id] = await requestWithdrawals(alice, [ETHER]);
    await onQueue(alice, "transferFrom", [alice, bob, id]);
    expect([...(await askQueue("getWithdrawalRequests", [alice]))]).toEqual([]);
    expect(await askQueue("ownerOf", [id])).toBe(bob);
    await devnet.levers.finalise();
    await expect(onQueue(alice, "claimWithdrawal", [id])).rejects.toThrow("NotOwner");
    await onQueue(bob, "claimWithdrawal", [id]);
  });

  it("while the queue is paused: no new requests, claims go on", async () => {
    const [id] = await requestWithdrawals(alice, [ETHER]);
    await devnet.levers.finalise();
    await devnet.levers.pauseQueue();
    expect(await askQueue("isPaused")).toBe(true);
    await expect(onQueue(alice, "requestWithdrawals", [[ETHER / 2n], alice])).rejects.toThrow(
      "ResumedExpected",
    );
    await onQueue(alice, "claimWithdrawal", [id]);
    await devnet.levers.resumeQueue();
    expect(await askQueue("isPaused")).toBe(false);
  });

  it("show bunker mode and its beginning", async () => {
    expect(await askQueue("bunkerModeSinceTimestamp")).toBe(MAX_UINT256);
    await devnet.levers.bunker(true);
    expect(await askQueue("isBunkerModeActive")).toBe(true);
    expect(await askQueue("bunkerModeSinceTimestamp")).toBeLessThan(await blockTime());
    await devnet.levers.bunker(false);
    expect(await askQueue("isBunkerModeActive")).toBe(false);
  });
});

describe("any sequence of actions", () => {
  const action = fc.oneof(
    fc.record({ kind: fc.constant("stake" as const), amount: fc.bigInt({ min: 1n, max: 50n * ETHER }) }),
    fc.record({ kind: fc.constant("transfer" as const), amount: fc.bigInt({ min: 0n, max: ETHER }) }),
    fc.record({ kind: fc.constant("wrap" as const), amount: fc.bigInt({ min: 10n, max: ETHER }) }),
    fc.record({ kind: fc.constant("request" as const), amount: fc.bigInt({ min: 100n, max: ETHER }) }),
    fc.record({ kind: fc.constant("report" as const), amount: fc.bigInt({ min: -5_000n, max: 5_000n }) }),
    fc.record({ kind: fc.constant("finalise" as const), amount: fc.constant(0n) }),
  );

  it("keeps the shares of all holders equal to the total, and enough ether for every claim", async () => {
    await stake(alice, 200n * ETHER);
    for (const spender of [wsteth, withdrawalQueue]) await onSteth(alice, "approve", [spender, MAX_UINT256]);
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 10 }), async (actions) => {
        for (const { kind, amount } of actions) {
          if (kind === "stake") await stake(alice, amount);
          else if (kind === "transfer") await onSteth(alice, "transfer", [bob, amount]);
          else if (kind === "wrap") await onWsteth(alice, "wrap", [amount]);
          else if (kind === "request") await onQueue(alice, "requestWithdrawals", [[amount], alice]);
          else if (kind === "finalise") await devnet.levers.finalise();
          else if (amount < 0n) await devnet.levers.slash({ amount: -amount * ETHER });
          else await devnet.levers.report({ rewards: amount * ETHER });
        }
        const treasury = "0x3e40D73EB977Dc6a537aF587D48316feE66E9C8c";
        const others = "0x00000000000000000000000000000000DeaDBeef";
        let sum = 0n;
        for (const holder of [alice, bob, wsteth, withdrawalQueue, treasury, others]) {
          sum += await askSteth("sharesOf", [holder]);
        }
        expect(sum).toBe(await askSteth("getTotalShares"));
        expect(await askSteth("sharesOf", [wsteth])).toBeGreaterThanOrEqual(await askWsteth("totalSupply"));
        expect(await balance(withdrawalQueue)).toBe(await askQueue("getLockedEtherAmount"));

        const last = await askQueue("getLastFinalizedRequestId");
        const ids = Array.from({ length: Number(last) }, (_, index) => BigInt(index + 1));
        const claimable: bigint[] = [...(await askQueue("getClaimableEther", [ids, await hintsFor(ids)]))];
        expect(claimable.reduce((a, b) => a + b)).toBeLessThanOrEqual(await askQueue("getLockedEtherAmount"));
      }),
      { numRuns: 25 },
    );
  });
});
