import { TypedDataEncoder } from "ethers/hash";
import { Wallet } from "ethers/wallet";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ADDRESSES, type Devnet, startDevnet } from "../../scripts/devnet/index.mjs";

// The lending pool takes a deposit by each form of grant, and Permit2 at its real address is Uniswap's.

const { tarn, permit2, wsteth } = ADDRESSES;
const ETHER = 10n ** 18n;
const MAX_UINT160 = (1n << 160n) - 1n;
const permit2Domain = { name: "Permit2", chainId: 1, verifyingContract: permit2 };
const details = [
  { name: "token", type: "address" },
  { name: "amount", type: "uint160" },
  { name: "expiration", type: "uint48" },
  { name: "nonce", type: "uint48" },
];
const single = {
  PermitDetails: details,
  PermitSingle: [
    { name: "details", type: "PermitDetails" },
    { name: "spender", type: "address" },
    { name: "sigDeadline", type: "uint256" },
  ],
};
const oneTransfer = {
  TokenPermissions: [
    { name: "token", type: "address" },
    { name: "amount", type: "uint256" },
  ],
  PermitTransferFrom: [
    { name: "permitted", type: "TokenPermissions" },
    { name: "spender", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
};

let devnet: Devnet;
let signer: Wallet;
let alice: string;
let snapshot: string;
let later: bigint;

beforeAll(async () => {
  devnet = await startDevnet({ historyDays: 1, blocksPerDay: 1 });
  const [first] = devnet.accounts;
  signer = new Wallet(first!.privateKey);
  alice = first!.address;
  await devnet.levers.giveWsteth(alice, 10n * ETHER);
});
afterAll(() => devnet?.stop());
beforeEach(async () => {
  snapshot = await devnet.levers.snapshot();
  later = BigInt((await devnet.levers.rpc("eth_getBlockByNumber", ["latest", false])).timestamp) + 3_600n;
});
afterEach(() => devnet.levers.revert(snapshot));

const onPool = (method: string, args: readonly unknown[]) =>
  devnet.contracts.write(alice, "Tarn", tarn, method, args);
const onWsteth = (method: string, args: readonly unknown[]) =>
  devnet.contracts.write(alice, "WstEth", wsteth, method, args);
const onPermit2 = (method: string, args: readonly unknown[]) =>
  devnet.contracts.write(alice, "Permit2", permit2, method, args);
const askPool = (method: string, args: readonly unknown[] = []) =>
  devnet.contracts.read("Tarn", tarn, method, args);
const worth = async () => askPool("convertToAssets", [await askPool("balanceOf", [alice])]);

/** The deposit of one wstETH is worth one, less at most a unit of rounding. */
async function expectOneDeposited() {
  expect(await worth()).toBeGreaterThanOrEqual(ETHER - 1n);
  expect(await worth()).toBeLessThanOrEqual(ETHER);
}

describe("the lending pool", () => {
  it("is a vault over wstETH whose shares have earned", async () => {
    expect(await askPool("asset")).toBe(wsteth);
    expect(await askPool("convertToAssets", [ETHER])).toBeGreaterThan(ETHER);
    expect(await askPool("lent")).toBe(450n * ETHER);
  });

  it("takes a deposit by allowance and gives it back", async () => {
    await onWsteth("approve", [tarn, ETHER]);
    await onPool("deposit", [ETHER, alice]);
    await expectOneDeposited();
    await onPool("redeem", [await askPool("balanceOf", [alice]), alice, alice]);
    expect(await worth()).toBe(0n);
  });

  it("takes a deposit by an ERC-2612 permit, used up by another first or not", async () => {
    const domain = {
      name: "Wrapped liquid staked Ether 2.0",
      version: "1",
      chainId: 1,
      verifyingContract: wsteth,
    };
    const types = {
      Permit: ["address owner", "address spender", "uint256 value", "uint256 nonce", "uint256 deadline"].map(
        (field) => ({ type: field.split(" ")[0]!, name: field.split(" ")[1]! }),
      ),
    };
    const message = { owner: alice, spender: tarn, value: ETHER, nonce: 0, deadline: later };
    const { v, r, s } = signer.signingKey.sign(TypedDataEncoder.hash(domain, types, message));
    await onWsteth("permit", [alice, tarn, ETHER, later, v, r, s]);
    await onPool("depositWithPermit", [ETHER, alice, later, v, r, s]);
    await expectOneDeposited();
  });

  it("runs several of its methods in one, an approval of shares among them", async () => {
    const abi = devnet.contracts.abiOf("Tarn");
    await onWsteth("approve", [tarn, ETHER]);
    await onPool("multicall", [
      [
        abi.encodeFunctionData("deposit", [ETHER, alice]),
        abi.encodeFunctionData("approve", [permit2, 5n * ETHER]),
      ],
    ]);
    await expectOneDeposited();
    expect(await askPool("allowance", [alice, permit2])).toBe(5n * ETHER);
  });
});

describe("Permit2", () => {
  it("has mainnet's EIP-712 domain", async () => {
    const domain = await devnet.contracts.read("Permit2", permit2, "DOMAIN_SEPARATOR");
    expect(domain).toBe(TypedDataEncoder.hashDomain(permit2Domain));
    expect(domain).toBe("0x866a5aba21966af95d6c7ab78eb2b2fc913915c28be3b9aa07cc04ff903e3f28");
  });

  it("moves a deposit by a one-time signature, once", async () => {
    await onWsteth("approve", [permit2, MAX_UINT160]);
    const permitted = { token: wsteth, amount: 2n * ETHER };
    const signature = await signer.signTypedData(permit2Domain, oneTransfer, {
      permitted,
      spender: tarn,
      nonce: 7,
      deadline: later,
    });
    const args = [{ permitted, nonce: 7, deadline: later }, ETHER, alice, signature];
    await onPool("depositWithPermit2", args);
    await expectOneDeposited();
    await expect(onPool("depositWithPermit2", args)).rejects.toThrow("InvalidNonce");
  });

  it("moves a deposit by an allowance that was signed, and ends it by lockdown", async () => {
    await onWsteth("approve", [permit2, MAX_UINT160]);
    const message = {
      details: { token: wsteth, amount: 2n * ETHER, expiration: later, nonce: 0 },
      spender: tarn,
      sigDeadline: later,
    };
    const signature = await signer.signTypedData(permit2Domain, single, message);
    await onPermit2("permit(address,((address,uint160,uint48,uint48),address,uint256),bytes)", [
      alice,
      message,
      signature,
    ]);
    await onPool("depositByPermit2Allowance", [ETHER, alice]);
    await expectOneDeposited();
    await onPermit2("lockdown", [[{ token: wsteth, spender: tarn }]]);
    await expect(onPool("depositByPermit2Allowance", [ETHER, alice])).rejects.toThrow(
      "InsufficientAllowance",
    );
  });
});
