// @vitest-environment happy-dom
import { expect, it } from "vitest";
import {
  button,
  fakePlatform,
  field,
  refuse,
  renderPage,
  settle,
} from "../../app/fake-platform.test-kit.tsx";
import { click, find, type } from "../../ui/render.test-kit.tsx";
import { UnlockPage } from "./index.tsx";

const text = (): string => document.body.textContent ?? "";
const refresh = async (): Promise<void> => undefined;
const page = <UnlockPage status={undefined} error={undefined} refresh={refresh} />;

it("says that a password is wrong and lets the next one be tried at once", async () => {
  const { platform, sent } = fakePlatform({
    "vault.unlock": () => refuse("vault/wrong-password", { waitSeconds: 0 }),
  });
  await renderPage(page, platform);
  type(field("Password"), "not it");
  click(button("Unlock"));
  await settle(() => text().includes("This is not the password. You can try again now."));
  expect(document.querySelector("[role=timer]")).toBeNull();
  click(button("Unlock"));
  await settle(() => sent.length === 2);
});

it("counts down the wait after several wrong passwords and takes none until then", async () => {
  const { platform, sent } = fakePlatform({
    "vault.unlock": () => refuse("vault/wrong-password", { waitSeconds: 2 }),
  });
  await renderPage(page, platform);
  type(field("Password"), "not it");
  click(button("Unlock"));
  await settle(() => document.querySelector("[role=timer]") !== null);
  expect(find("[role=timer]").textContent).toMatch(/try again in [123] sec/);
  expect(button("Unlock").disabled).toBe(true);
  click(button("Unlock"));
  expect(sent).toHaveLength(1);
  await settle(() => document.querySelector("[role=timer]") === null);
  expect(button("Unlock").disabled).toBe(false);
});

it("tells a vault that cannot be read from a wrong password", async () => {
  const { platform } = fakePlatform({ "vault.unlock": () => refuse("vault/unreadable") });
  await renderPage(page, platform);
  type(field("Password"), "right");
  click(button("Unlock"));
  await settle(() => text().includes("could not read the wallet just now"));
  expect(text()).not.toContain("not the password");
});
