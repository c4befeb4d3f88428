import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startProxy } from "../../scripts/devnet/proxy.mjs";
import { browsers } from "./driver/browsers.ts";
import type { BrowserPage } from "./driver/driver.ts";
import { click, fill, gone, has, screen, see, textOf, visit } from "./ui.ts";
import { importWallet, openTab, password, portfolioShows, setEndpoint, stake, unlock } from "./wallet.ts";
import { publicPhrase, startWorld, type World } from "./world.ts";

type Copy = "first" | "second";
type Damage = "flip" | "cut" | "remove" | "newer";

/** The stored vault's first copy, for putting back. */
function keep(page: BrowserPage): Promise<unknown> {
  return page.evaluate(async () => {
    const { storage } = (
      globalThis as unknown as {
        chrome: { storage: { local: { get(key: string): Promise<{ vault: unknown }> } } };
      }
    ).chrome;
    return (await storage.local.get("vault")).vault;
  });
}

/** Writes these copies: as a failing disk, or a later version, might have left them; undefined takes a copy away. */
function overwrite(page: BrowserPage, copies: readonly Copy[], value: unknown): Promise<void> {
  return page.evaluate(
    async (which: Copy[], given: unknown[]) => {
      const [record] = given;
      const { storage } = (
        globalThis as unknown as {
          chrome: {
            storage: {
              local: { set(items: object): Promise<void>; remove(key: string): Promise<void> };
              session: { clear(): Promise<void> };
            };
          };
        }
      ).chrome;
      if (which.includes("first")) {
        if (given.length === 0) await storage.local.remove("vault");
        else await storage.local.set({ vault: record });
      }
      if (which.includes("second")) {
        const database = await new Promise<IDBDatabase>((done, fail) => {
          const opening = indexedDB.open("weir", 1);
          opening.onsuccess = () => done(opening.result);
          opening.onerror = () => fail(opening.error);
        });
        await new Promise<void>((done, fail) => {
          const transaction = database.transaction("copies", "readwrite");
          const store = transaction.objectStore("copies");
          if (given.length === 0) store.clear();
          else store.put(record, "vault");
          transaction.oncomplete = () => done();
          transaction.onerror = () => fail(transaction.error);
        });
        database.close();
      }
      // The open session goes too, as when the browser restarts.
      await storage.session.clear();
    },
    copies,
    value === undefined ? [] : [value],
  );
}

/** A record of the vault with one bit of its text flipped, with half of it, or as a later version would write it. */
function damaged(
  record: { format: string; version: number; text: string; checksum: string },
  how: Damage,
): unknown {
  const { format, text } = record;
  const at = Math.floor(text.length / 2);
  if (how === "flip") {
    const flipped = String.fromCharCode(text.charCodeAt(at) ^ 1);
    return { ...record, text: text.slice(0, at) + flipped + text.slice(at + 1) };
  }
  if (how === "cut") return { ...record, text: text.slice(0, at) };
  if (how === "remove") return undefined;
  const version = 99;
  const checksum = createHash("sha256").update(`${format}\n${version}\n${text}`).digest("hex");
  return { ...record, version, checksum };
}

async function damage(page: BrowserPage, copies: readonly Copy[], how: Damage): Promise<unknown> {
  const record = await keep(page);
  await overwrite(page, copies, damaged(record as Parameters<typeof damaged>[0], how));
  return record;
}

describe.each(browsers)("faults in $name", ({ launch }) => {
  let world: World;
  let page: BrowserPage;

  beforeAll(async () => {
    world = await startWorld(launch);
    page = await importWallet(world.browser, { kind: "phrase", phrase: publicPhrase });
    await setEndpoint(page, world.proxy.url);
    await stake(page, "7");
    await portfolioShows(page, /stETH/);
  });
  afterAll(() => world?.close());

  const staked = /Staked, worth (7|6\.99999\d*) ETH/;

  describe("of a node", () => {
    it.each([
      ["dead", { kind: "dead" }, /cannot be reached/],
      ["answering with a web page", { kind: "html" }, /did not answer as a node does/],
      ["limiting the rate", { kind: "http", status: 429 }, /allows no more requests/],
      ["failing", { kind: "http", status: 503 }, /answered with the error 503/],
      ["sending half an answer", { kind: "not-json" }, /did not answer as a node does/],
      ["sending 100 MB", { kind: "huge" }, /sent more data than Weir accepts/],
      ["refusing", { kind: "error", code: -32000, message: "no" }, /refused/],
      ["answering nonsense", { kind: "malformed", result: "0xzz" }, /makes no sense/],
    ] as const)("%s: the last figures stay, with their age and a sentence", async (_, fault, sentence) => {
      world.proxy.setFault(fault);
      await visit(page, "portfolio");
      await click(page, "button", "Refresh");
      await see(page, sentence, 90_000);
      expect(await textOf(page)).toMatch(staked);
      world.proxy.setFault({ kind: "ok" });
      await click(page, "button", "Refresh");
      await gone(page, sentence);
      await see(page, staked);
    });

    it("silent: a window shows the last figures without waiting for it, and says so in the end", async () => {
      world.proxy.setFault({ kind: "hang" });
      const tab = await openTab(world.browser);
      await see(tab, staked);
      await see(tab, /took too long to answer/, 90_000);
      expect(await textOf(tab)).toMatch(staked);
      await tab.close();
      world.proxy.setFault({ kind: "ok" });
    });

    it("behind the chain: the figures are called old", async () => {
      world.proxy.setFault({ kind: "stale", seconds: 7_200 });
      await portfolioShows(page, /These figures are behind|behind the network/);
      expect(await textOf(page)).toMatch(staked);
      world.proxy.setFault({ kind: "ok" });
    });

    it("with a rate a thousand times too high: nothing is computed from it and nothing can be staked", async () => {
      world.proxy.setFault({ kind: "rate", factor: 1_000 });
      await visit(page, "portfolio");
      await click(page, "button", "Refresh");
      await see(page, /cannot be right|implausible/i);
      expect(await textOf(page)).not.toMatch(/Staked, worth [67]\d{3}/);
      world.proxy.setFault({ kind: "ok" });
      await portfolioShows(page, staked);
    });

    it("of another chain: it is not added, and not used once it was", async () => {
      const other = await startProxy({
        target: world.devnet.url,
        fault: { kind: "wrong-chain", chainId: 5 },
      });
      await visit(page, "settings/networks");
      await fill(page, "Address of the endpoint", other.url);
      await click(page, "button", "Test and add");
      await see(page, /serves the network 5 instead of 1/);
      await other.stop();
    });

    it.each([
      ["an address that is none", "not a url", /This is not a web address/],
      ["an unencrypted one far away", "http://node.example", /This connection is not encrypted/],
    ])("with %s is refused", async (_, url, sentence) => {
      await visit(page, "settings/networks");
      await fill(page, "Address of the endpoint", url);
      await click(page, "button", "Test and add");
      await see(page, sentence);
    });

    it("that disagrees with a second one: it is said, and the stake is not signed", async () => {
      const liar = await startProxy({ target: world.devnet.url });
      await visit(page, "settings/networks");
      await fill(page, "Address of the endpoint", liar.url);
      await click(page, "button", "Test and add");
      await see(page, new URL(liar.url).host);
      liar.setFault({ kind: "rate", factor: 2 });
      await visit(page, "stake");
      await fill(page, "Amount", "1");
      await click(page, "button", "Review");
      await see(page, /report different|disagree/, 45_000);
      expect(await has(page, "button", "Confirm", { usable: true })).toBe(false);
      await click(page, "button", "Cancel");
      await setEndpoint(page, world.proxy.url).catch(() => undefined);
      await liar.stop();
      await portfolioShows(page, staked);
    });
  });

  describe("of the stored vault", () => {
    const reopen = async () => {
      await world.browser.endWorker();
      await page.close();
      page = await openTab(world.browser);
    };

    it.each([
      ["first", "flip"],
      ["first", "cut"],
      ["first", "remove"],
      ["second", "flip"],
      ["second", "remove"],
    ] as const)(
      "%s copy (%s): it opens from the other, and nobody offers to begin again",
      async (which, how) => {
        await damage(page, [which], how);
        await reopen();
        await screen(page, "Unlock Weir");
        expect(await textOf(page)).not.toMatch(/Begin again|Remove the wallet/);
        await unlock(page);
        await see(page, staked);
      },
    );

    it("both copies by a newer version: says so, and offers neither reset nor restore", async () => {
      const kept = await damage(page, ["first", "second"], "newer");
      await reopen();
      await see(page, "This wallet needs a newer Weir");
      expect(await textOf(page)).not.toMatch(/Begin again|Restore from a backup file/);
      await overwrite(page, ["first", "second"], kept);
      await reopen();
      await unlock(page);
      await see(page, staked);
    });

    it("both copies flipped: says what is damaged, keeps it, and offers restore before anything else", async () => {
      const kept = await damage(page, ["first", "second"], "flip");
      await reopen();
      await see(page, "Your wallet cannot be opened right now");
      await see(page, /First copy Damaged Second copy Damaged/);
      await see(page, /Nothing was deleted.*Download the copies.*Restore from a backup file/);
      await overwrite(page, ["first", "second"], kept);
      await click(page, "button", "Try again");
      await unlock(page, password);
      await see(page, staked);
    });
  });
});
