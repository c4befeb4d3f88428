import { describe, expect, it } from "vitest";
import { type CommandHandlers, popupCommands } from "../messages/popup/index.ts";
import { guardLocked } from "./lock-guard.ts";

function world(unlocked: boolean) {
  const called: string[] = [];
  const handlers = Object.fromEntries(
    Object.keys(popupCommands).map((name) => [
      name,
      async () => {
        called.push(name);
        return {};
      },
    ]),
  ) as unknown as CommandHandlers;
  const guarded = guardLocked(handlers, async () => unlocked) as Record<
    string,
    (input: object) => Promise<unknown>
  >;
  return { called, guarded };
}

async function answers(unlocked: boolean): Promise<{ taken: string[]; refused: string[]; called: string[] }> {
  const { called, guarded } = world(unlocked);
  const taken: string[] = [];
  const refused: string[] = [];
  for (const [name, handle] of Object.entries(guarded)) {
    await handle({}).then(
      () => taken.push(name),
      (error: { code?: string }) => {
        expect(error.code).toBe("vault/locked");
        refused.push(name);
      },
    );
  }
  return { taken, refused, called };
}

describe("the pages' commands", () => {
  it("reach no handler while locked, but for those that open, close, save, refuse or tell fixed facts", async () => {
    const { taken, refused, called } = await answers(false);
    expect(called).toEqual(taken);
    expect(taken.sort()).toEqual([
      "allowances.stop",
      "devices.beat",
      "devices.cancel",
      "devices.fail",
      "operations.reject",
      "phishing.status",
      "portfolio.protocols",
      "sites.disconnect",
      "sites.reject",
      "sites.request",
      "vault.create",
      "vault.exportSealed",
      "vault.lock",
      "vault.restore",
      "vault.status",
      "vault.touch",
      "vault.unlock",
      "vault.wipe",
      "worker.ping",
    ]);
    expect(refused.length + taken.length).toBe(Object.keys(popupCommands).length);
  });

  it("all reach theirs while unlocked", async () => {
    const { refused, called } = await answers(true);
    expect(refused).toEqual([]);
    expect(called).toEqual(Object.keys(popupCommands));
  });
});
