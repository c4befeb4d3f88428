import { type Allowances, createAllowances } from "../allowances/allowances.ts";
import { probeEndpoint, probeNetwork } from "../chains/evm/index.ts";
import type { Account, AccountList } from "../core/account/account.ts";
import { sameAddress } from "../core/account/address.ts";
import { createAuditLog } from "../core/audit/audit-log.ts";
import { chains } from "../core/chain/chains.ts";
import { createEndpointHealth } from "../core/chain/endpoint-health.ts";
import { networkById } from "../core/chain/networks.ts";
import { WeirError } from "../core/errors/index.ts";
import { localKeys } from "../core/store/keys.ts";
import type { CommandHandlers } from "../messages/popup/index.ts";
import { createOperations, type Operations } from "../operations/operations.ts";
import { closeConfirmWindow, openConfirmWindow } from "../platform/confirm-window.ts";
import { clock, httpGet, httpPost, randomBytes, sleep } from "../platform/environment.ts";
import { readBundledPhishingList } from "../platform/phishing-list.ts";
import { preferences } from "../platform/preferences.ts";
import { secondCopyStore } from "../platform/second-copy.ts";
import { localStore, sessionStore } from "../platform/storage.ts";
import { extensionVersion, openTab, showDeviceTab, wakePage } from "../platform/worker.ts";
import { createPortfolio, type Portfolio } from "../portfolio/portfolio.ts";
import { protocolById, protocols, protocolsOf } from "../protocols/registry.ts";
import { createAssets } from "../services/assets.ts";
import { createEndpoints } from "../services/endpoints.ts";
import { createNetworks } from "../services/networks.ts";
import { createPhishing } from "../services/phishing.ts";
import { createSignerFactory } from "../signers/factory.ts";
import { createDesk, type Desk } from "../signers/ledger/desk.ts";
import { createSites, type Sites } from "../sites/sites.ts";
import { createVault, type Vault } from "../vault/vault.ts";
import { createAccesses } from "./accesses.ts";
import { accountList, readAccounts } from "./account-list.ts";
import { auditCommands } from "./audit-commands.ts";
import type { WalletEvents } from "./events.ts";
import { guardLocked } from "./lock-guard.ts";
import { createSecondFactor } from "./second-factor.ts";
import { settingsCommands, settingsWriter } from "./settings-commands.ts";

export interface Wallet {
  vault: Vault;
  portfolio: Portfolio;
  operations: Operations;
  allowances: Allowances;
  sites: Sites;
  /** Where signatures of devices are had. */
  desk: Desk;
  handlers: CommandHandlers;
  /** After a wipe: ends what sites still have, and takes away what was being read for the wiped accounts meanwhile. */
  forgetWiped(): Promise<void>;
}

const visible = (list: AccountList): Account[] => list.accounts.filter((account) => !account.hidden);

/** Every part of the worker, put together. Reads, writes and asks nothing until something is called. */
export function createWallet(events: WalletEvents): Wallet {
  const audit = createAuditLog({ local: localStore, clock });
  const health = createEndpointHealth(clock);
  const settings = () => preferences.read();
  const vault = createVault({
    local: localStore,
    session: sessionStore,
    second: secondCopyStore,
    clock,
    random: randomBytes,
    audit: audit.write,
    autoLockMinutes: async () => (await settings()).autoLockMinutes,
  });
  const endpoints = createEndpoints({
    settings,
    health,
    probe: (url, chainId) => probeEndpoint({ url, chainId, http: httpPost, sleep, clock }),
  });

  const accesses = createAccesses({
    settings,
    endpoints: endpoints.list,
    http: httpPost,
    sleep,
    clock,
    health,
  });
  const access = accesses.of;
  const change = settingsWriter(preferences, audit.write);
  const networks = createNetworks({
    settings,
    change,
    probe: (url, chainId) => probeNetwork({ url, chainId, http: httpPost, sleep, clock }),
    local: localStore,
    clock,
    audit: audit.write,
    async onRemoved(chainId) {
      accesses.forget(chainId);
      await sites.networksChanged();
    },
  });
  const assets = createAssets({
    access,
    known: async (chainId) => [
      ...protocolsOf(chainId).flatMap(({ definition }) => definition.tokens),
      ...(await networks.list()).filter((chain) => chain.chainId === chainId).map(({ native }) => native),
    ],
    local: localStore,
    clock,
    audit: audit.write,
    onChange: (chainId) => void portfolio.refresh(chainId, "settings").catch(() => undefined),
  });
  const phishing = createPhishing({
    readBundled: readBundledPhishingList,
    local: localStore,
    get: httpGet,
    settings,
    clock,
    audit: audit.write,
  });

  const portfolio = createPortfolio({
    access,
    protocols,
    local: localStore,
    clock,
    settings,
    accounts: async () => visible(await accountList()),
    watched: async (chainId) => (await assets.watched(chainId)).map(({ asset }) => asset),
    onSnapshot: events.snapshotWritten,
  });
  const desk = createDesk({
    session: sessionStore,
    clock,
    sleep,
    random: randomBytes,
    audit: audit.write,
    isUnlocked: vault.isUnlocked,
    showTab: showDeviceTab,
  });
  const operations = createOperations({
    access,
    chain: async (chainId) => networkById(await settings(), chainId),
    settings,
    protocols: { byId: protocolById, onChain: protocolsOf },
    signers: createSignerFactory({ vault, desk, audit: audit.write }),
    stopSigning: desk.cancelFor,
    accounts: { get: async (id) => (await readAccounts()).accounts.find((account) => account.id === id) },
    snapshots: { get: portfolio.snapshot },
    secondOpinion: portfolio.secondOpinion,
    local: localStore,
    session: sessionStore,
    clock,
    random: randomBytes,
    sleep,
    audit: audit.write,
    beforeSigning: (operation) => sites.checkSigning(operation),
    onChange: events.operationChanged,
    onSettled: events.balancesChanged,
    onFinished: events.operationChanged,
  });
  const allowances = createAllowances({
    access,
    protocolsOn: (chainId) => protocolsOf(chainId).map(({ definition }) => definition),
    accounts: async () => visible(await accountList()),
    snapshot: portfolio.snapshot,
    isUnlocked: vault.isUnlocked,
    local: localStore,
    clock,
    audit: audit.write,
    leasesChanged: events.leasesChanged,
  });
  const sites = createSites({
    local: localStore,
    session: sessionStore,
    clock,
    audit: audit.write,
    accounts: accountList,
    lock: { isUnlocked: vault.isUnlocked },
    operations: {
      async planForSite({ account: address, ...ask }) {
        const account = (await accountList()).accounts.find((one) => sameAddress(one.address, address));
        if (!account) throw new WeirError("account/unknown", {});
        return operations.planForSite({ ...ask, account });
      },
      get: operations.get,
      bundle: operations.bundle,
      receipts: operations.receipts,
      reject: async (id) => void (await operations.handlers["operations.reject"]({ id })),
    },
    passThrough: (chainId, method, params) => access(chainId).passThrough(method, params),
    settings,
    networks: networks.list,
    checkChain: networks.check,
    addChain: networks.add,
    lookUpToken: assets.lookUp,
    watchAsset: assets.watch,
    verdicts: phishing.verdict,
    showOperation: (id) => openTab(`tab.html#/operation/${id}`),
    openConfirm: openConfirmWindow,
    closeConfirm: closeConfirmWindow,
    wake: wakePage,
    scheduleSweep: events.sweepWanted,
    version: extensionVersion,
  });

  const secondFactor = createSecondFactor({
    sealed: vault.secondFactor,
    desk,
    operations,
    chain: async (chainId) => networkById(await settings(), chainId),
    commands: {
      ...vault.handlers,
      "operations.approve": async (input) => {
        const operation = await operations.get(input.id);
        if (operation) await sites.checkApproval(operation);
        return operations.handlers["operations.approve"](input);
      },
    },
    random: randomBytes,
    clock,
    audit: audit.write,
  });

  async function accountsRemoved(): Promise<void> {
    desk.keepOnly((await accountList()).accounts.map(({ address }) => address));
    await sites.accountsChanged();
  }

  return {
    vault,
    portfolio,
    operations,
    allowances,
    sites,
    desk,
    handlers: guardLocked(
      {
        ...vault.handlers,
        ...portfolio.handlers,
        ...operations.handlers,
        ...desk.handlers,
        ...sites.handlers,
        ...allowances.handlers,
        ...networks.handlers,
        ...assets.handlers,
        ...phishing.handlers,
        ...settingsCommands({
          change,
          endpoints,
          endpointsChanged: (chainId) => void portfolio.refresh(chainId, "settings").catch(() => undefined),
        }),
        ...auditCommands(audit),
        ...secondFactor.handlers,
        "vault.wipe": async (input) => {
          const done = await vault.handlers["vault.wipe"](input);
          events.wiped();
          return done;
        },
        "accounts.setHidden": async (input) => {
          const done = await vault.handlers["accounts.setHidden"](input);
          await sites.accountsChanged();
          return done;
        },
        "accounts.remove": async (input) => {
          const done = await vault.handlers["accounts.remove"](input);
          await accountsRemoved();
          return done;
        },
        "devices.remove": async (input) => {
          const done = await vault.handlers["devices.remove"](input);
          await accountsRemoved();
          return done;
        },
        "worker.ping": async () => ({}),
      },
      vault.isUnlocked,
    ),
    async forgetWiped() {
      await sites.wiped();
      // A refresh that was under way writes what it read; the one after it finds no account and asks nothing.
      await Promise.allSettled(chains.map(({ chainId }) => portfolio.refresh(chainId, "operation")));
      if ((await vault.status()).state !== "absent") return;
      const prefixes = Object.values(localKeys).filter((key) => key.endsWith(":") && key !== localKeys.audit);
      const left = await Promise.all(prefixes.map((prefix) => localStore.entries(prefix)));
      await localStore.remove(left.flat().map(([key]) => key));
    },
  };
}
