import {
  createSoftwareLedger,
  type SoftwareLedger,
  type SoftwareLedgerOptions,
} from "../../ledger-device/software-ledger.ts";
import { launchChromium } from "../driver/chromium.ts";
import { browsersOwn } from "../driver/outside.ts";
import { startWorld, type World } from "../world.ts";
import { type Bus, plugInto } from "./plug.ts";

/** A public phrase of BIP-39's vectors: what its first address holds here, only this chain knows. */
export const ledgerPhrase =
  "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";

/** A world with a Ledger at the cable of Chromium's computer. */
export interface LedgerWorld extends World {
  device: SoftwareLedger;
  bus: Bus;
}

/** A Nano S Plus in the Ethereum app, whose person agrees to everything until told otherwise. */
export function createTestLedger(options: Partial<SoftwareLedgerOptions> = {}): SoftwareLedger {
  return createSoftwareLedger({ phrase: ledgerPhrase, blindSigning: true, ...options });
}

/** Starts it with one such device plugged in; `others` lie beside it, not plugged in. */
export async function startLedgerWorld(
  options: Partial<SoftwareLedgerOptions> = {},
  others: readonly SoftwareLedger[] = [],
): Promise<LedgerWorld> {
  const device = createTestLedger(options);
  for (const other of others) other.unplug();
  let bus: Bus | undefined;
  const world = await startWorld(async () => {
    const browser = await launchChromium();
    bus = await plugInto(browser.context, [device, ...others]);
    // A tab that was there before, or was just opening, may have the browser's own WebHID.
    await browser.waitForPage((url) => url.includes("/tab.html"));
    const early = browser.context.pages();
    await browser.newPage(browser.extensionUrl("tab.html"));
    await Promise.all(early.map((page) => page.close()));
    return browser;
  });
  return Object.assign(world, { device, bus: bus as Bus });
}

/** Hosts beyond this computer that anybody but the browser itself asked for, and that were not asked for `before`. */
export const askedFor = ({ browser }: LedgerWorld, before: readonly string[]): string[] =>
  browser.outsideHosts().filter((host) => !before.includes(host) && !browsersOwn.test(host));

/** BIP-32 indexes of a path in its usual spelling. */
export const indexesOf = (path: string): number[] =>
  path
    .split("/")
    .slice(1)
    .map((step) => Number.parseInt(step, 10) + (step.endsWith("'") ? 2 ** 31 : 0));

/** How many transactions of this address the chain has. */
export async function nonceOf({ devnet }: LedgerWorld, address: string): Promise<number> {
  return Number(await devnet.levers.rpc("eth_getTransactionCount", [address, "latest"]));
}

/** Waits until something stands on the device's screen, and gives its lines. */
export function onScreen(device: SoftwareLedger, timeoutMs = 20_000): Promise<string[]> {
  const there = device.screen();
  if (there) return Promise.resolve(there);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`nothing stood on the device's screen within ${timeoutMs} ms`));
    }, timeoutMs);
    const stop = device.onScreen((lines) => {
      if (!lines) return;
      clearTimeout(timer);
      stop();
      resolve(lines);
    });
  });
}
