import { type Devnet, startDevnet } from "../../scripts/devnet/index.mjs";
import { type RpcProxy, startProxy } from "../../scripts/devnet/proxy.mjs";
import type { ExtensionBrowser } from "./driver/driver.ts";

/** A browser with the extension, a chain of its own, and a fault-injecting proxy between them. */
export interface World {
  browser: ExtensionBrowser;
  devnet: Devnet;
  proxy: RpcProxy;
  close(): Promise<void>;
}

/** Starts all three side by side; what did start is stopped again when another fails. */
export async function startWorld(launch: () => Promise<ExtensionBrowser>): Promise<World> {
  const starting = [launch(), startDevnet({ historyDays: 8, blocksPerDay: 4 })] as const;
  const [browser, devnet] = await Promise.allSettled(starting);
  if (browser.status === "rejected" || devnet.status === "rejected") {
    if (browser.status === "fulfilled") await browser.value.close();
    if (devnet.status === "fulfilled") await devnet.value.stop();
    throw browser.status === "rejected" ? browser.reason : (devnet as PromiseRejectedResult).reason;
  }
  const proxy = await startProxy({ target: devnet.value.url });
  return {
    browser: browser.value,
    devnet: devnet.value,
    proxy,
    async close() {
      await browser.value.close();
      await proxy.stop();
      await devnet.value.stop();
    },
  };
}

/** The chain's public phrase: its first account holds 10 000 ETH there, and its keys are everyone's. */
export const publicPhrase = "test test test test test test test test test test test junk";

/** Whole ether as wei. */
export const ether = (amount: number): bigint => BigInt(amount) * 10n ** 18n;
