import { TypedDataEncoder, verifyTypedData } from "ethers/hash";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveSite } from "../../scripts/devnet/site.mjs";
import { answer, ask } from "./ask.ts";
import { browsers } from "./driver/browsers.ts";
import type { BrowserPage } from "./driver/driver.ts";
import { until } from "./driver/until.ts";
import { choose, click, fill, has, see, textOf } from "./ui.ts";
import { confirmReview, confirmWindow, confirmWindowGone, importWallet, setEndpoint } from "./wallet.ts";
import { ether, publicPhrase, startWorld, type World } from "./world.ts";

const day = 86_400;
const now = (): number => Math.floor(Date.now() / 1000);
const permitTypes = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
};

describe.each(browsers)("data that a site wants signed in $name", ({ launch }) => {
  let world: World;
  let site: BrowserPage;
  let demo: Awaited<ReturnType<typeof serveSite>>;
  let me: string;

  beforeAll(async () => {
    world = await startWorld(launch);
    demo = await serveSite();
    me = world.devnet.accounts[0]?.address ?? "";
    await world.devnet.levers.giveSteth(me, ether(5));
    const wallet = await importWallet(world.browser, { kind: "phrase", phrase: publicPhrase });
    await setEndpoint(wallet, world.proxy.url);
    site = await world.browser.newPage(demo.url);
    await site.click("#connect:not([disabled])");
    await click(await confirmWindow(world.browser), "button", "Connect");
    await confirmWindowGone(world.browser);
  });
  afterAll(async () => {
    await demo?.stop();
    await world?.close();
  });

  const stEth = (method: string, args: readonly unknown[]) =>
    world.devnet.contracts.read("StEth", world.devnet.addresses.steth, method, args);
  async function permitFor(spender: string, value: bigint) {
    const domain = {
      name: "Liquid staked Ether 2.0",
      version: "2",
      chainId: 1,
      verifyingContract: world.devnet.addresses.steth,
    };
    const nonce = String(await stEth("nonces", [me]));
    const message = { owner: me, spender, value: String(value), nonce, deadline: String(now() + 3600) };
    return {
      domain,
      message,
      json: JSON.stringify(TypedDataEncoder.getPayload(domain, permitTypes, message)),
    };
  }

  it("a permit is an allowance in words, and the signature is for exactly that", async () => {
    const { domain, message, json } = await permitFor(world.devnet.addresses.loch, ether(2));
    const wait = await ask(site, "eth_signTypedData_v4", [me, json]);
    const window = await confirmWindow(world.browser);
    await see(window, "This site asks you to sign data");
    await see(window, /may take up to 2 stETH, until /);
    await see(window, "A signature, no transaction");
    await confirmReview(window);
    await confirmWindowGone(world.browser);
    const { result } = await wait();
    expect(verifyTypedData(domain, permitTypes, message, String(result))).toBe(me);
  });

  it("a permit for a plain account cannot be signed", async () => {
    const { json } = await permitFor(world.devnet.accounts[7]?.address ?? "", ether(2));
    const wait = await ask(site, "eth_signTypedData_v4", [me, json]);
    const window = await confirmWindow(world.browser);
    await see(window, "This cannot be confirmed");
    await see(window, /is a person’s address, not a contract/);
    expect(await has(window, "button", "Confirm", { usable: true })).toBe(false);
    await click(window, "button", "Reject");
    await confirmWindowGone(world.browser);
    expect((await wait()).code).toBe(4001);
  });

  it.each(["eth_sign", "eth_signTypedData", "eth_signTypedData_v1", "eth_signTypedData_v3"])(
    "%s is refused at once, without a window",
    async (method) => {
      const { json } = await permitFor(world.devnet.addresses.loch, 1n);
      expect((await answer(site, method, [me, json])).code).toBe(4200);
      expect((await world.browser.pageUrls()).some((url) => url.includes("/confirm.html"))).toBe(false);
    },
  );

  it("an allowance that is asked for becomes a permit with what the person allows, and works on the chain", async () => {
    const { loch, steth } = world.devnet.addresses;
    const asked = now() + 30 * day;
    const wish = {
      chainId: "0x1",
      token: steth,
      spender: loch,
      amount: `0x${ether(3).toString(16)}`,
      until: asked,
      purpose: "Deposit into the loch.",
    };
    const wait = await ask(site, "weir_requestLstApproval", [wish]);
    const window = await confirmWindow(world.browser);
    await see(window, "This site asks to take tokens");
    await see(window, "Deposit into the loch.");
    await see(window, /may take up to 3 stETH/);
    await click(window, "radio", /^Another limit/);
    await fill(window, "At most", "1.25");
    await click(window, "button", "Set this limit");
    await see(window, /may take up to 1\.25 stETH/);
    const before = (await textOf(window)).match(/may take up to 1\.25 stETH, (until [^.]*)\./)?.[1];
    await choose(window, "The allowance ends", /^After 1 day/);
    await until(
      async () => (await textOf(window)).match(/may take up to 1\.25 stETH, (until [^.]*)\./)?.[1] !== before,
      "the nearer end to be shown",
    );
    await confirmReview(window);
    await confirmWindowGone(world.browser);

    const { result } = await wait();
    const granted = result as {
      form: string;
      amount: string;
      until: number;
      v: number;
      r: string;
      s: string;
    };
    expect(granted.form).toBe("permit");
    expect(BigInt(granted.amount)).toBe(ether(1) + ether(1) / 4n);
    expect(granted.until).toBeLessThan(asked);
    expect(Math.abs(granted.until - now() - day)).toBeLessThan(day / 2);
    // Anybody may bring it to the chain.
    const other = world.devnet.accounts[3]?.address ?? "";
    const { v, r, s } = granted;
    await world.devnet.contracts.write(other, "StEth", steth, "permit", [
      me,
      loch,
      BigInt(granted.amount),
      granted.until,
      v,
      r,
      s,
    ]);
    expect(BigInt(await stEth("allowance", [me, loch]))).toBe(BigInt(granted.amount));
  });
});
