import type { Address } from "../core/account/account.ts";
import { formatAddress } from "../core/account/address.ts";
import type { ChainAccess } from "../core/chain/access.ts";
import type { Chain } from "../core/chain/chain.ts";
import { errorReport, WeirError } from "../core/errors/index.ts";
import { createSerial } from "../core/serial/serial.ts";
import type { Redemption } from "../core/staking/position.ts";
import type { Protocol, ProtocolReading } from "../core/staking/protocol.ts";
import type { AddressHoldings } from "../messages/popup/devices.ts";
import type { CommandHandlers, Output } from "../messages/popup/index.ts";
import { readChain } from "./reading.ts";

export interface LookParts {
  /** Throws or rejects with chain/* for a network that cannot be asked. */
  access(chainId: number): ChainAccess;
  /** Every network of the wallet, added ones too. */
  networks(): Promise<readonly Chain[]>;
  protocolsOn(chainId: number): readonly Protocol[];
}

type Looked = Output<"devices.look">;
type Holding = AddressHoldings["holdings"][number];

const isOf = (account: Address) => (item: { account: Address }) =>
  item.account.toLowerCase() === account.toLowerCase();

/** Redemptions of one kind as one amount for each asset that they pay. */
function summed(
  kind: "unbonding" | "claimable",
  redemptions: readonly Redemption[],
  amountOf: (redemption: Redemption) => bigint,
): Holding[] {
  const byAsset = new Map<string, Holding>();
  for (const redemption of redemptions) {
    const { id: assetId, symbol, decimals } = redemption.asset;
    const amount = (byAsset.get(assetId)?.amount ?? 0n) + amountOf(redemption);
    byAsset.set(assetId, { assetId, symbol, decimals, amount, kind });
  }
  return [...byAsset.values()].filter(({ amount }) => amount > 0n);
}

function holdingsOf(account: Address, readings: readonly ProtocolReading[]): Holding[] {
  const tokens = readings.flatMap(({ positions }) =>
    positions.filter(isOf(account)).flatMap(({ token, balance }): Holding[] => {
      const { id: assetId, symbol, decimals } = token;
      return balance > 0n ? [{ assetId, symbol, decimals, amount: balance, kind: "token" }] : [];
    }),
  );
  const redemptions = readings.flatMap((reading) => reading.redemptions.filter(isOf(account)));
  const inState = (state: Redemption["state"]) => redemptions.filter((one) => one.state === state);
  return [
    ...tokens,
    ...summed("unbonding", inState("queued"), ({ amount }) => amount),
    ...summed("claimable", inState("ready"), ({ claimable, amount }) => claimable ?? amount),
  ];
}

/**
 * One network: the reads of a refresh for these addresses, without logs, fees and watched tokens. A protocol that cannot
 * be read, or whose figures are in doubt, fails the network: a stake that was not seen must not look like none.
 */
async function lookOn(
  access: ChainAccess,
  protocols: readonly Protocol[],
  addresses: readonly Address[],
): Promise<AddressHoldings[]> {
  const subjects = protocols.map((protocol) => ({
    protocol,
    known: [],
    previous: undefined,
    queue: undefined,
  }));
  const chain = await readChain(access, addresses, subjects, []);
  const readings = protocols.map(({ definition: { id, name } }): ProtocolReading => {
    const outcome = chain.protocols.get(id);
    if (outcome !== undefined && "failure" in outcome) throw outcome.failure;
    if (outcome === undefined) throw new WeirError("staking/state-unknown", { protocol: name });
    if (outcome.reading.doubtful) throw new WeirError("staking/rate-implausible", { protocol: name });
    return outcome.reading;
  });
  return addresses.map((address) => ({
    address,
    chainId: access.chainId,
    native: chain.native.get(address) ?? 0n,
    holdings: holdingsOf(address, readings),
  }));
}

/**
 * Looks what addresses hold that are no accounts yet, on every network at once. Nothing is stored. Endpoints learn what they
 * would learn by a refresh with these accounts: the addresses, and that they belong together. One look at a time; whoever
 * asks for the same addresses meanwhile shares it.
 */
export function createLook(parts: LookParts): Pick<CommandHandlers, "devices.look"> {
  const running = new Map<string, Promise<Looked>>();
  const inTurn = createSerial();

  async function look(addresses: readonly Address[]): Promise<Looked> {
    const looked: Looked = { read: [], failed: [] };
    const networks = await parts.networks();
    const outcomes = await Promise.allSettled(
      networks.map(async ({ chainId }) =>
        lookOn(parts.access(chainId), parts.protocolsOn(chainId), addresses),
      ),
    );
    for (const [place, { chainId }] of networks.entries()) {
      const outcome = outcomes[place];
      if (outcome?.status === "fulfilled") looked.read.push(...outcome.value);
      else looked.failed.push({ chainId, error: errorReport(outcome?.reason, "devices.look") });
    }
    return looked;
  }

  return {
    "devices.look": ({ addresses }) => {
      const asked = [...new Set(addresses.map(formatAddress))];
      const key = asked.join();
      const known = running.get(key);
      if (known) return known;
      const task = inTurn("look", () => look(asked)).finally(() => running.delete(key));
      running.set(key, task);
      return task;
    },
  };
}
