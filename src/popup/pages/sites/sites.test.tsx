// @vitest-environment happy-dom
import { act } from "react";
import { describe, expect, it } from "vitest";
import { defaultSettings, type Settings } from "../../../core/settings/settings.ts";
import { button, fakePlatform, renderPage, settle } from "../../app/fake-platform.test-kit.tsx";
import { anna, berta, storedLocal } from "../../flows/world.test-kit.ts";
import { click } from "../../ui/render.test-kit.tsx";
import SitesPage from "./index.tsx";

const now = Math.floor(Date.now() / 1000);
const day = 86_400;
const tarn = "https://tarn.example";
const text = (): string => (document.body.textContent ?? "").replaceAll("\u00a0", " ");
const box = (name: string): HTMLInputElement => {
  const found = [...document.querySelectorAll<HTMLInputElement>("input[type=checkbox]")].find((each) =>
    each.labels?.[0]?.textContent?.startsWith(name),
  );
  if (!found) throw new Error(`no box ${name}`);
  return found;
};

const grant = (origin: string, changes: object = {}) => ({
  origin,
  accounts: [anna.address],
  chainId: 1,
  chainIds: [1],
  grantedAt: now - day,
  lastUsedAt: now - 60,
  expiresAt: now + 20 * day,
  idleSeconds: 7 * day,
  ...changes,
});
const health = (origin: string, changes: object = {}) => ({
  origin,
  refused: { duplicate: 20, "out-of-order": 3, late: 1 },
  since: now - 500,
  lastAt: now,
  suspendedAt: now,
  ...changes,
});
const signIns = (origin: string) => ({
  origin,
  entries: [
    { nonce: "abcd1234", address: berta.address, chainId: 1, at: now - 500 },
    { nonce: "abcd1235", address: anna.address, chainId: 424_242, at: now - 400, expiresAt: now + day },
  ],
});
const added = {
  chainId: 8453,
  name: "Base",
  native: { name: "Ether", symbol: "ETH", decimals: 18 as const },
  multicall: true,
  blockSeconds: 2,
  addedAt: now,
};

async function show(
  at: string,
  stored: { grants?: object[]; health?: object[]; signIns?: object[] } = {},
  settings: Partial<Settings> = {},
) {
  location.hash = at;
  const under = (prefix: string, records: object[] = []) =>
    records.map((each) => [`${prefix}${(each as { origin: string }).origin}`, each]);
  const fake = fakePlatform(
    { "sites.setGrant": () => ({}), "sites.disconnect": () => ({}), "sites.resume": () => ({}) },
    {
      local: {
        ...storedLocal(),
        ...Object.fromEntries([
          ...under("site:", stored.grants),
          ...under("site-health:", stored.health),
          ...under("sign-in:", stored.signIns),
        ]),
      },
    },
  );
  await fake.platform.preferences.write({ ...defaultSettings(), language: "en", ...settings });
  await act(() => renderPage(<SitesPage />, fake.platform));
  await settle();
  return fake;
}
const page = (origin: string): string => `#/sites/${encodeURIComponent(origin)}`;

describe("the sites", () => {
  it("says when none is connected", async () => {
    await show("#/sites");
    await settle(() => text().includes("No connected sites"));
    expect(button("Approvals")).toBeDefined();
  });

  it("lists who sees what until when, the last used first, and marks one that is suspended", async () => {
    const old = grant("https://old.example", { lastUsedAt: now - 3 * day, accounts: [berta.address] });
    await show("#/sites", { grants: [old, grant(tarn)], health: [health(tarn)] });
    await settle(() => text().includes("old.example"));
    expect(text().indexOf("tarn.example")).toBeLessThan(text().indexOf("old.example"));
    expect(text()).toContain("https://tarn.example SuspendedSees 1 account: Anna");
    expect(text()).toContain("Sees 1 account: Berta");
    expect(text().match(/Suspended/g)).toHaveLength(1);
  });

  it("keeps sites in sight that are not connected but were given a sign-in, or are suspended", async () => {
    await show("#/sites", {
      signIns: [signIns("https://gone.example")],
      health: [health("https://bad.example")],
    });
    await settle(() => text().includes("Not connected any more"));
    expect(text()).toContain("https://gone.exampleSigned in");
    expect(text()).toContain("https://bad.example Suspended");
    click(button("https://gone.example"));
    expect(location.hash).toBe(page("https://gone.example"));
  });
});

describe("a site's page", () => {
  it("changes what it sees, where, and until when", async () => {
    const { sent } = await show(page(tarn), { grants: [grant(tarn)] }, { networks: [added] });
    await settle(() => text().includes("Accounts it sees"));
    expect(text()).toContain("Earlier if it is not used for 7 days");
    click(box("Anna"));
    expect(button("Save").getAttribute("aria-disabled")).toBe("true");
    click(box("Berta"));
    click(box("Base"));
    click(button("Save"));
    await settle(() => sent.length > 0);
    // An end that nobody chose stays.
    expect(sent).toEqual([
      {
        name: "sites.setGrant",
        input: { origin: tarn, accounts: [berta.address], chainIds: [1, added.chainId] },
      },
    ]);
  });

  it("disconnects", async () => {
    const { sent } = await show(page(tarn), { grants: [grant(tarn)] });
    await settle(() => text().includes("Disconnect this site"));
    click(button("Disconnect this site"));
    await settle(() => location.hash === "#/sites");
    expect(sent).toEqual([{ name: "sites.disconnect", input: { origin: tarn } }]);
  });

  it("tells what was refused and lifts a suspension", async () => {
    const { sent } = await show(page(tarn), { grants: [grant(tarn)], health: [health(tarn)] });
    await settle(() => text().includes("Too many repeated messages"));
    expect(text()).toMatch(/Repeated20.*Out of order3.*Late1/);
    click(button("Answer it again"));
    await settle(() => sent.length > 0);
    expect(sent).toEqual([{ name: "sites.resume", input: { origin: tarn } }]);
  });

  it("that sent a few late messages is not called suspended", async () => {
    await show(page(tarn), { grants: [grant(tarn)], health: [health(tarn, { suspendedAt: undefined })] });
    await settle(() => text().includes("Refused messages"));
    expect(text()).not.toContain("Too many repeated messages");
  });

  it("lists the sign-ins, the newest first, also on a network that is not there any more", async () => {
    await show(page(tarn), { signIns: [signIns(tarn)] });
    await settle(() => text().includes("Sign-ins"));
    expect(text()).toContain("This site sees none of your accounts.");
    expect(text()).toMatch(/Anna.*Unknown network 424242.*Ends .*Berta.*Ethereum/);
  });
});
