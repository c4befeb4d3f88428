// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { VaultStatus } from "../../../messages/popup/vault.ts";
import {
  button,
  fakePlatform,
  field,
  refuse,
  renderPage,
  settle,
} from "../../app/fake-platform.test-kit.tsx";
import { click, find, type } from "../../ui/render.test-kit.tsx";
import RecoveryPage from "./index.tsx";

type Copy = VaultStatus["copies"]["primary"];
const copies: Copy[] = ["good", "absent", "damaged", "unreadable", "newer"];
const pairs = copies.flatMap((primary) => copies.map((secondary) => [primary, secondary] as const));
const lost = (copy: Copy): boolean => copy === "absent" || copy === "damaged";

const page = (primary: Copy, secondary: Copy) => (
  <RecoveryPage
    status={{ state: "recovery", copies: { primary, secondary }, waitSeconds: 0, locksAt: null }}
    refresh={async () => undefined}
  />
);

describe("recovery", () => {
  it.each(pairs.filter(([a, b]) => !lost(a) || !lost(b)))(
    "offers neither removal nor replacement while a copy may be sound: %s, %s",
    async (primary, secondary) => {
      await renderPage(page(primary, secondary), fakePlatform({}).platform);
      expect(document.querySelector("[data-testid=wipe-form]")).toBeNull();
      expect(document.querySelector("[data-testid=restore-form]")).toBeNull();
      expect(button("Try again")).toBeTruthy();
    },
  );

  it("downloads both copies as they lie there when the worker has no sound one", async () => {
    const { platform } = fakePlatform(
      { "vault.exportSealed": () => refuse("vault/damaged") },
      { local: { vault: { text: "one" } }, second: { text: "two" } },
    );
    const files: string[] = [];
    platform.downloadText = (_, text) => void files.push(text);
    await renderPage(page("damaged", "damaged"), platform);
    click(button("Download the copies"));
    await settle(() => files.length === 1);
    expect(JSON.parse(files[0] ?? "")).toEqual({ first: { text: "one" }, second: { text: "two" } });
  });

  it("offers no download where nothing is left", async () => {
    await renderPage(page("absent", "absent"), fakePlatform({}).platform);
    expect(document.body.textContent).not.toContain("Download the copies");
  });

  it("removes the remains only behind a ticked box and a typed word", async () => {
    const { platform, sent } = fakePlatform({ "vault.wipe": () => undefined });
    await renderPage(page("damaged", "absent"), platform);
    const remove = (): HTMLButtonElement => button("Remove the wallet from this browser");
    expect(remove().disabled).toBe(true);
    click(find<HTMLInputElement>("[data-testid=wipe-form] input[type=checkbox]"));
    type(field("Type REMOVE to confirm"), "REMOV");
    expect(remove().disabled).toBe(true);
    type(field("Type REMOVE to confirm"), "remove");
    click(remove());
    await settle(() => sent.length === 1);
    expect(sent[0]).toEqual({ name: "vault.wipe", input: { confirmation: "wipe" } });
  });
});
