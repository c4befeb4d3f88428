import { getAddress } from "ethers/address";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browsers } from "./driver/browsers.ts";
import type { BrowserPage } from "./driver/driver.ts";
import { click, fill, has, screen, see, visit } from "./ui.ts";
import { confirmReview, followToConfirmed, importWallet, send, setEndpoint, stake } from "./wallet.ts";
import { ether, publicPhrase, startWorld, type World } from "./world.ts";

const friend = getAddress("0x90f79bf6eb2c4f870365e785982e1f101e93b906");
/** Begins and ends as the friend's address does, and is somebody else's. */
const imitation = getAddress("0x90f79bf6aaaaaaaaaaaaaaaaaaaaaaaaaaaab906");

describe.each(browsers)("sending in $name", ({ launch }) => {
  let world: World;
  let page: BrowserPage;
  let address: string;
  const balance = async (of: string) =>
    BigInt(await world.devnet.levers.rpc("eth_getBalance", [of, "latest"]));

  beforeAll(async () => {
    world = await startWorld(launch);
    page = await importWallet(world.browser, { kind: "phrase", phrase: publicPhrase });
    await setEndpoint(page, world.proxy.url);
    address = world.devnet.accounts[0]?.address ?? "";
    await stake(page, "4");
  });
  afterAll(() => world?.close());

  it("sends ether", async () => {
    const before = await balance(friend);
    await send(page, "ETH", friend, "1.25");
    expect((await balance(friend)) - before).toBe(125n * 10n ** 16n);
  });

  it("sends stETH", async () => {
    await send(page, "stETH", friend, "1");
    const { contracts, addresses } = world.devnet;
    const there = BigInt(await contracts.read("StEth", addresses.steth, "balanceOf", [friend]));
    expect(there).toBeGreaterThan(ether(1) - 10n);
  });

  it("refuses an address that is none, with a wrong checksum, or the zero address", async () => {
    await visit(page, "send");
    await fill(page, "Amount", "1");
    for (const [typed, sentence] of [
      ["0x1234", "This is not an address."],
      [friend.replace("F", "f").replace("E", "e"), "does not match its checksum"],
      [`0x${"0".repeat(40)}`, "This is the zero address."],
      ["vitalik.eth", "This is not an address."],
    ] as const) {
      await fill(page, "Recipient", typed);
      await see(page, sentence);
      expect(await has(page, "button", "Review", { usable: true })).toBe(false);
    }
  });

  it("refuses to send a token to the token's own contract", async () => {
    await visit(page, "send");
    await click(page, "radio", /^stETH/);
    await fill(page, "Recipient", world.devnet.addresses.steth);
    await fill(page, "Amount", "1");
    await click(page, "button", "Review");
    await see(page, /token’s own contract/);
    expect(await has(page, "button", "Confirm")).toBe(false);
  });

  it("keeps an address book, and warns of an address that imitates one in it", async () => {
    await visit(page, "contacts");
    await fill(page, "Name", "Ada");
    await fill(page, "Address", friend);
    await click(page, "button", "Add an address");
    await see(page, /Ada/);
    await visit(page, "send");
    await fill(page, "Amount", "1");
    await fill(page, "Recipient", friend);
    await see(page, "Ada");
    await fill(page, "Recipient", imitation);
    await see(page, "This address imitates one you know");
    expect(await has(page, "button", "Review", { usable: true })).toBe(false);
  });

  it("sends everything by max: the fee is kept back and nothing is left over", async () => {
    const { levers } = world.devnet;
    await levers.rpc("anvil_setBalance", [address, `0x${ether(3).toString(16)}`]);
    await visit(page, "portfolio");
    await click(page, "button", "Refresh");
    await see(page, / 3 ETH/);
    await visit(page, "send");
    await click(page, "radio", /^ETH/);
    await fill(page, "Recipient", friend);
    await click(page, "button", "Max");
    const before = await balance(friend);
    await click(page, "button", "Review");
    await screen(page, "Review sending");
    await confirmReview(page);
    await followToConfirmed(page);
    expect((await balance(friend)) - before).toBeGreaterThan(ether(2));
    // What stays is the part of the fee's limit that was not needed: less than the price of one transfer.
    expect(await balance(address)).toBeLessThan(10n ** 15n);
  });

  it("says how much is missing when there is not enough for the fee", async () => {
    await visit(page, "send");
    await click(page, "radio", /^stETH/);
    await fill(page, "Recipient", friend);
    await fill(page, "Amount", "1");
    await world.devnet.levers.rpc("anvil_setBalance", [address, "0x1"]);
    await click(page, "button", "Review");
    await see(page, /are missing for the network fee/, 45_000);
    expect(await has(page, "button", "Confirm", { usable: true })).toBe(false);
  });
});
