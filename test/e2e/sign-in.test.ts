import { verifyMessage } from "ethers/hash";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveSite } from "../../scripts/devnet/site.mjs";
import { type Answer, ask } from "./ask.ts";
import { browsers } from "./driver/browsers.ts";
import type { BrowserPage } from "./driver/driver.ts";
import { click, has, see, visit } from "./ui.ts";
import { confirmReview, confirmWindow, confirmWindowGone, importWallet, setEndpoint } from "./wallet.ts";
import { publicPhrase, startWorld, type World } from "./world.ts";

const bytes = (text: string): string => `0x${Buffer.from(text, "utf8").toString("hex")}`;

describe.each(browsers)("messages that a site wants signed in $name", ({ launch }) => {
  let world: World;
  let wallet: BrowserPage;
  let site: BrowserPage;
  let demo: Awaited<ReturnType<typeof serveSite>>;
  let me: string;

  beforeAll(async () => {
    world = await startWorld(launch);
    demo = await serveSite();
    me = world.devnet.accounts[0]?.address ?? "";
    wallet = await importWallet(world.browser, { kind: "phrase", phrase: publicPhrase });
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

  /** A sign-in by the grammar of EIP-4361, from this site and in time unless told otherwise. */
  const signIn = ({
    domain = new URL(demo.url).host,
    nonce = "fjord7417heron",
    expires,
  }: {
    domain?: string;
    nonce?: string;
    expires?: Date;
  } = {}): string =>
    [
      `${domain} wants you to sign in with your Ethereum account:`,
      me,
      "",
      "See what lies in deep water.",
      "",
      `URI: ${demo.url}/`,
      "Version: 1",
      "Chain ID: 1",
      `Nonce: ${nonce}`,
      `Issued At: ${new Date().toISOString()}`,
      ...(expires ? [`Expiration Time: ${expires.toISOString()}`] : []),
    ].join("\n");

  async function sign(text: string, look: (window: BrowserPage) => Promise<void>): Promise<Answer> {
    const wait = await ask(site, "personal_sign", [bytes(text), me]);
    const window = await confirmWindow(world.browser);
    await see(window, "This site asks you to sign a text");
    await look(window);
    await confirmWindowGone(world.browser);
    return wait();
  }
  /** What may only be rejected: the reason is there and Confirm is not to be had. */
  async function blocked(window: BrowserPage, why: RegExp): Promise<void> {
    await see(window, "This cannot be confirmed");
    await see(window, why);
    expect(await has(window, "button", "Confirm", { usable: true })).toBe(false);
    await click(window, "button", "Reject");
  }

  it("a sign-in is shown part by part, signed, and remembered with the site", async () => {
    const text = signIn();
    const { result } = await sign(text, async (window) => {
      await see(window, "You prove to this site that the account is yours");
      await see(window, "fjord7417heron");
      await confirmReview(window);
    });
    expect(verifyMessage(text, String(result))).toBe(me);
    await visit(wallet, `sites/${encodeURIComponent(demo.url)}`);
    await see(wallet, "Sign-ins");
    await see(wallet, /Account 1 .*Ethereum/);
  });

  it("the same nonce is not signed again, not even in another text", async () => {
    const answer = await sign(`${signIn()}\nRequest ID: again`, (window) =>
      blocked(window, /You have signed in to this site with it before/),
    );
    expect(answer.code).toBe(4001);
  });

  it.each([
    ["for another site", () => ({ domain: "loch.example", nonce: "other1234" }), /This signs you in to loch/],
    [
      "that is over",
      () => ({ expires: new Date(Date.now() - 60_000), nonce: "over12345" }),
      /This is over already/,
    ],
  ])("a sign-in %s is blocked", async (_, parts, why) => {
    expect((await sign(signIn(parts()), (window) => blocked(window, why))).code).toBe(4001);
  });

  it("what cannot be seen in a text is written out, and what is signed is the text as it is", async () => {
    const text = "Pay \u202e001\u202c stETH";
    const { result } = await sign(text, async (window) => {
      await see(window, "Pay ⟨U+202E⟩001⟨U+202C⟩ stETH");
      await see(window, "2 invisible characters are written out");
      await confirmReview(window);
    });
    expect(verifyMessage(text, String(result))).toBe(me);
  });

  it("a long text is signed only after its end was on the screen", async () => {
    const lines = Array.from({ length: 120 }, (_, place) => `Line ${place + 1} of the terms.`);
    const text = lines.join("\n");
    const { result } = await sign(text, async (window) => {
      await see(window, "Scroll to the end of the text. Only then can it be signed.");
      expect(await has(window, "button", "Confirm", { usable: true })).toBe(false);
      await window.evaluate(() => {
        const box = document.querySelector("[data-testid=signed-text]");
        box?.scrollTo(0, box.scrollHeight);
      });
      await confirmReview(window);
    });
    expect(verifyMessage(text, String(result))).toBe(me);
  });
});
