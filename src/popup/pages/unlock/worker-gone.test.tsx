// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { button, fakePlatform, field, renderPage, settle } from "../../app/fake-platform.test-kit.tsx";
import { click, type } from "../../ui/render.test-kit.tsx";
import { UnlockPage } from "./index.tsx";

const text = (): string => document.body.textContent ?? "";

it("39: says that the worker ended, and takes the password once more", async () => {
  let asked = 0;
  const { platform, sent } = fakePlatform({
    // The first worker ends in the middle of the key derivation: nobody answers.
    "vault.unlock": () => (++asked === 1 ? undefined : { locksAt: 1_800_000_000 }),
  });
  const refresh = async (): Promise<void> => undefined;
  await renderPage(<UnlockPage status={undefined} error={undefined} refresh={refresh} />, platform);
  type(field("Password"), "right");
  click(button("Unlock"));
  await settle(() => text().includes("The extension restarted in the middle of this"));
  const unlocks = () => sent.filter(({ name }) => name === "vault.unlock");
  // Never by itself: each try counts as one.
  expect(unlocks()).toHaveLength(1);
  expect(text()).not.toContain("not the password");
  expect(button("Unlock").disabled).toBe(false);
  if (field("Password").value === "") type(field("Password"), "right");
  click(button("Unlock"));
  await settle(() => unlocks().length === 2);
});
