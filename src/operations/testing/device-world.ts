import type { Account, Hex } from "../../core/account/account.ts";
import type { Operation } from "../../core/operation/operation.ts";
import type { Intent } from "../../core/staking/intent.ts";
import { createSignerFactory } from "../../signers/factory.ts";
import type { Desk } from "../../signers/ledger/desk.ts";
import {
  deskWorld,
  devicePage,
  deviceSignature,
  ledgerAccount,
  turn,
} from "../../signers/ledger/testing/desk-world.ts";
import type { Operations } from "../operations.ts";
import { TOKEN } from "./ledger.ts";
import { account, approval, createWorld, ETHER, own, PUBLIC_KEY, type WorldParts } from "./world.ts";

const key = PUBLIC_KEY as Hex;
export const cold: Account = { ...ledgerAccount(key), id: account.id };

/** A world whose one account lies on a device, with the full tab that the device is plugged into. */
export function createDeviceWorld(parts: Pick<WorldParts, "protocols"> = {}) {
  const sessionValues = new Map<string, unknown>();
  const device = deskWorld(sessionValues);
  let desk: Desk;
  const world = createWorld({
    ...parts,
    account: cold,
    sessionValues,
    signing() {
      const isUnlocked = async () => !world.locked;
      const started = device.start({ isUnlocked });
      desk = started;
      const withSecretKey = () => Promise.reject(new Error("there is no key"));
      const audit = async (event: string) => void world.audits.push(event);
      const signers = createSignerFactory({ vault: { isUnlocked, withSecretKey }, desk: started, audit });
      return { signers, stopSigning: started.cancelFor };
    },
  });
  const page = devicePage(device, () => desk);
  return {
    world,
    device,
    page: { ...page, sign: () => page.sign((job) => deviceSignature(job, key)) },
    /** The last started worker's desk. */
    desk: () => desk,
    /** A block, and a look at what it brought; what is asked of a device then lies there. */
    async mined(operations: { tick(): Promise<void> }): Promise<void> {
      await turn();
      world.chain.mine();
      await operations.tick();
      await turn();
    },
  };
}

export const stake: Intent = { kind: "stake", protocol: "pond", amount: ETHER, receive: TOKEN };
export const redeem = (way: "permit" | "approve"): Intent => ({
  kind: "redeem",
  protocol: "pond",
  amount: ETHER,
  token: TOKEN,
  approval: way,
});

/** With tokens to redeem. */
export function funded() {
  const parts = createDeviceWorld();
  parts.world.chain.ledger.tokens.set(own.toLowerCase(), 10n * ETHER);
  return parts;
}

/** The operation's present preview approved, and the code of what came of it. */
export function approving(operations: Operations, shown: Operation): Promise<string> {
  return operations.handlers["operations.approve"](approval(shown)).then(
    ({ state }) => state,
    (error) => error.code,
  );
}

/** The operation's state and its steps'. */
export const states = ({ state, steps }: Operation): string[] => [state, ...steps.map((step) => step.state)];

/** An approval and its redemption, the first on the chain, the second waiting for the device. */
export async function halfDone() {
  const parts = funded();
  const { world, page, mined } = parts;
  const planned = await world.planned(redeem("approve"));
  const operations = world.start();
  const approved = approving(operations, planned);
  await page.sign();
  await approved;
  await mined(operations);
  return { ...parts, operations, id: planned.id, job: await parts.device.wanted() };
}

/** Planned by the worker that is there already. */
export async function plannedBy(operations: Operations, intent: Intent): Promise<Operation> {
  const { id } = await operations.handlers["operations.plan"]({ chainId: 1, accountId: "one", intent });
  return operations.handlers["operations.preview"]({ id });
}
