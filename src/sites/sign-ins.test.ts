import { describe, expect, it } from "vitest";
import { formatAddress } from "../core/account/address.ts";
import type { SignIns } from "../core/site/site.ts";
import { signInsKept } from "./sign-ins.ts";
import { alice, givenSignature, signed, type World, world } from "./world.fixture.ts";

const app = "https://app.example";

const message = (nonce: string, more = ""): string =>
  `app.example wants you to sign in with your Ethereum account:
${formatAddress(alice)}

Sign in.

URI: https://app.example/login
Version: 1
Chain ID: 1
Nonce: ${nonce}
Issued At: 2023-11-14T22:13:20Z${more}`;

const entriesOf = (w: World, origin: string): SignIns["entries"] =>
  JSON.parse(w.local.data.get(`sign-in:${origin}`) ?? '{"entries":[]}').entries;

async function signIn(
  w: World,
  page: Awaited<ReturnType<ReturnType<World["page"]>["granted"]>>,
  id: number,
  nonce: string,
) {
  await page.ask(id, "personal_sign", [message(nonce), alice]);
  return w.operations.last();
}

describe("a sign-in", () => {
  it("is remembered before it is signed, and its nonce is never signed again for this site", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    const first = await signIn(w, page, 2, "abcdefgh1");
    await w.sites.checkApproval(first);
    await w.sites.checkSigning(first);
    expect(entriesOf(w, app)).toMatchObject([
      { nonce: "abcdefgh1", address: formatAddress(alice), chainId: 1 },
    ]);
    await w.sites.operationChanged(signed(first));
    expect(page.reply(2)?.result).toBe(givenSignature);
    expect(w.audited).toContain("site.sign-in");

    const second = await signIn(w, page, 3, "abcdefgh1");
    await expect(w.sites.checkSigning(second)).rejects.toMatchObject({ code: "site/replayed" });
    await w.sites.handlers["sites.reject"]({ id: `${page.channel}.3` });
    const third = await signIn(w, page, 4, "abcdefgh2");
    await w.sites.checkSigning(third);
    expect(entriesOf(w, app).map(({ nonce }) => nonce)).toEqual(["abcdefgh1", "abcdefgh2"]);
  });

  it("may be signed again for the same request after an interruption, by the next worker too", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    const operation = await signIn(w, page, 2, "abcdefgh1");
    await w.sites.checkSigning(operation);
    await w.restartWorker();
    page.connect();
    await page.ask(2, "personal_sign", [message("abcdefgh1"), alice]);
    await w.sites.checkSigning(operation);
    expect(entriesOf(w, app)[0]?.requestId).toBe(`${page.channel}.2`);
    expect(entriesOf(w, app).length).toBe(1);
  });

  it("that was not signed after all leaves no trace", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    const operation = await signIn(w, page, 2, "abcdefgh1");
    await w.sites.checkSigning(operation);
    await w.sites.operationChanged({ ...operation, state: "rejected" });
    expect(entriesOf(w, app)).toEqual([]);
    expect(w.audited).not.toContain("site.sign-in");
  });

  it("of another site has its own nonces; other messages have none", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    await w.sites.checkSigning(await signIn(w, page, 2, "abcdefgh1"));
    const other = await w.page("https://other.example").granted([alice]);
    await w.sites.checkSigning(await signIn(w, other, 2, "abcdefgh1"));
    const third = await w.page("https://third.example").granted([alice]);
    await third.ask(2, "personal_sign", ["Nonce: abcdefgh1", alice]);
    await w.sites.checkSigning(w.operations.last());
    expect(entriesOf(w, "https://third.example")).toEqual([]);
  });

  it("keeps its end, and the list its bound", async () => {
    const w = world();
    const entries = Array.from({ length: signInsKept }, (_, at) => ({
      nonce: `nonce${at}`,
      address: alice,
      chainId: 1,
      at,
    }));
    w.local.data.set(`sign-in:${app}`, JSON.stringify({ origin: app, entries }));
    const page = await w.page(app).granted([alice]);
    const text = message("abcdefgh1", "\nExpiration Time: 2033-05-18T03:33:20Z");
    await page.ask(2, "personal_sign", [text, alice]);
    await w.sites.checkSigning(w.operations.last());
    const kept = entriesOf(w, app);
    expect(kept.length).toBe(signInsKept);
    expect(kept.at(-1)).toMatchObject({ nonce: "abcdefgh1", expiresAt: 2_000_000_000 });
    expect(kept[0]?.nonce).toBe("nonce1");
  });
});
