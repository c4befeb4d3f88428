import { Interface } from "ethers/abi";
import { Transaction } from "ethers/transaction";
import { Wallet } from "ethers/wallet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Devnet, startDevnet } from "../../../scripts/devnet/index.mjs";
import type { Address, Hex } from "../../core/account/account.ts";
import { encodeApprove, encodeBalanceOf, nativeTransferAddress } from "../../core/asset/erc20.ts";
import { decodeErc20Log } from "../../core/asset/erc20-logs.ts";
import type { ChainAccess } from "../../core/chain/access.ts";
import type { HttpPost } from "../../core/environment/environment.ts";
import { createEvmAccess } from "./access.ts";
import { probeEndpoint } from "./probe.ts";
import { chain } from "./testing/scripted-node.ts";

const ether = 10n ** 18n;
const steth: Address = "0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84";
const queue: Address = "0x889edC2eDab5f40e902b864aD4d7AdE8E412F9B1";
const lido = new Interface(["function submit(address referral) payable returns (uint256)"]);
const withdrawals = new Interface([
  "function requestWithdrawals(uint256[] amounts, address owner) returns (uint256[] ids)",
]);
const submit = lido.encodeFunctionData("submit", ["0x0000000000000000000000000000000000000000"]) as Hex;

let devnet: Devnet;
let access: ChainAccess;
let wallet: Wallet;
let from: Address;
let posts = 0;

const http: HttpPost = async (url, body, { timeoutMs }) => {
  posts++;
  const response = await fetch(url, {
    method: "POST",
    body,
    headers: { "content-type": "application/json" },
    signal: AbortSignal.timeout(timeoutMs),
  });
  const text = await response.text();
  return { status: response.status, retryAfterSeconds: undefined, text: async () => text };
};
const clock = { nowSeconds: () => Math.floor(Date.now() / 1000), monotonicMs: () => performance.now() };
const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

beforeAll(async () => {
  devnet = await startDevnet();
  const [first] = devnet.accounts;
  if (!first) throw new Error("no account");
  wallet = new Wallet(first.privateKey);
  from = wallet.address as Address;
  access = createEvmAccess({ chain, endpoints: async () => [devnet.url], http, clock, sleep });
}, 120_000);
afterAll(async () => devnet?.stop());

async function sign(call: { to: Address; data: Hex; value: bigint; gasLimit: bigint }): Promise<Hex> {
  const { normal } = await access.fees();
  const { pending } = await access.nonces(from);
  const { to, data, value, gasLimit } = call;
  const transaction = Transaction.from({
    ...{ to, data, value, gasLimit, ...normal },
    ...{ chainId: 1, nonce: pending, type: 2 },
  });
  transaction.signature = wallet.signingKey.sign(transaction.unsignedHash);
  return transaction.serialized as Hex;
}

describe("on a real node", () => {
  it("a refresh is one HTTP request, its figures those of the node", async () => {
    posts = 0;
    const reads = [
      { key: "steth", to: steth, data: encodeBalanceOf(from) },
      { key: "reverts", to: steth, data: "0xdeadbeef" as Hex },
    ];
    const result = await access.readMany({ reads, native: [from] });
    expect(posts).toBe(1);
    const latest = await access.latestBlock();
    expect(result?.block).toEqual(latest);
    expect(result?.answers.get("reverts")).toBeUndefined();
    expect(result?.answers.get("steth")).toMatch(/^0x[0-9a-f]{64}$/);
    expect(result?.native.get(from)).toBe(
      BigInt(await devnet.levers.rpc("eth_getBalance", [from, "latest"])),
    );
  });

  it("a simulated stake foretells what the real one brings", async () => {
    const stake = { from, to: steth, data: submit, value: 3n * ether };
    const reads = [{ key: "steth", to: steth, data: encodeBalanceOf(from) }];
    const simulation = await access.simulate({ calls: [stake], reads });
    expect(simulation.revertReason).toBeUndefined();
    expect((simulation.nativeAfter ?? 0n) - simulation.nativeBefore).toBe(-3n * ether);
    expect(simulation.logs?.some((log) => log.address.toLowerCase() === nativeTransferAddress)).toBe(true);
    const transfers = (simulation.logs ?? []).flatMap((log) => decodeErc20Log(log) ?? []);
    expect(transfers.some((event) => event.kind === "transfer" && event.token === steth)).toBe(true);

    const raw = await sign({ ...stake, gasLimit: simulation.gasLimit });
    await access.broadcast(raw);
    await access.broadcast(raw);
    const hash = Transaction.from(raw).hash as Hex;
    const receipt = await access.receipt(hash);
    expect(receipt).toMatchObject({ success: true, hash });
    expect((receipt?.gasUsed ?? 0n) < simulation.gasLimit).toBe(true);
    expect(await access.knows(hash)).toBe(true);
    const after = await access.readMany({ reads, native: [] });
    expect(after?.answers.get("steth")).toBe(simulation.after?.get("steth"));
  });

  it("calls that build on one another are simulated together", async () => {
    const approve = { from, to: steth, data: encodeApprove(queue, ether), value: 0n };
    const request: Hex = withdrawals.encodeFunctionData("requestWithdrawals", [[ether], from]) as Hex;
    const redeem = { from, to: queue, data: request, value: 0n };
    const both = await access.simulate({ calls: [approve, redeem], reads: [] });
    expect(both.revertReason).toBeUndefined();
    expect(both.gasLimits).toHaveLength(2);
    const alone = await access.simulate({ calls: [redeem], reads: [] });
    expect(alone.revertReason).not.toBeUndefined();
    expect(alone.gasLimit).toBe(0n);
  });

  it("a stake of more than the balance reverts in words", async () => {
    const stake = { from, to: steth, data: submit, value: 10n ** 30n };
    expect((await access.simulate({ calls: [stake], reads: [] })).revertReason).toMatch(
      /insufficient funds/i,
    );
  });

  it("unknown hashes, plain accounts and a wrong network are told apart", async () => {
    const unknown: Hex = `0x${"12".repeat(32)}`;
    expect(await access.receipt(unknown)).toBeUndefined();
    expect(await access.knows(unknown)).toBe(false);
    expect(await access.code("0x1111111111111111111111111111111111111111")).toBe("0x");
    expect((await access.code(steth)).length).toBeGreaterThan(2);
    const probe = { url: devnet.url, http, clock, sleep };
    expect((await probeEndpoint({ ...probe, chainId: 1 })).blockNumber).toBeGreaterThan(0);
    await expect(probeEndpoint({ ...probe, chainId: 5 })).rejects.toMatchObject({
      code: "chain/wrong-chain",
    });
  });

  it("logs of the whole history come in order", async () => {
    const { number } = await access.latestBlock();
    const topic: Hex = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
    const logs = await access.logs({ address: steth, topics: [topic] }, 0, number);
    expect(logs.length).toBeGreaterThan(0);
    expect(logs.map((log) => log.blockNumber)).toEqual(
      logs.map((log) => log.blockNumber).sort((a, b) => a - b),
    );
  });

  it("a site's call that reverts keeps its revert data", async () => {
    expect(await access.passThrough("eth_blockNumber", [])).toMatch(/^0x/);
    const error = await access
      .passThrough("eth_call", [
        { from, to: queue, data: withdrawals.encodeFunctionData("requestWithdrawals", [[1n], from]) },
        "latest",
      ])
      .catch((caught) => caught);
    expect(error).toMatchObject({
      code: "chain/rpc",
      params: { rpcCode: 3, data: expect.stringMatching(/^0x[0-9a-f]{8}/) },
    });
  });
});
