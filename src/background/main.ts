import { chains } from "../core/chain/chains.ts";
import type { Snapshot } from "../core/snapshot/snapshot.ts";
import { pagePortName } from "../messages/page/envelope.ts";
import { answerPopupMessage, isPopupMessage } from "../messages/popup/router.ts";
import { onConfirmClosed } from "../platform/confirm-window.ts";
import { applyDefaultWallet } from "../platform/default-wallet.ts";
import { alarms, clock, sleep } from "../platform/environment.ts";
import { preferences } from "../platform/preferences.ts";
import {
  closeStorageToPages,
  onAway,
  onBrowserStart,
  onInstall,
  onMessage,
  onNotificationClick,
  onPagePort,
  onTabClosed,
  openTab,
  showBadge,
} from "../platform/worker.ts";
import { claimableSince } from "../portfolio/claimable.ts";
import { nextWake } from "../portfolio/wake.ts";
import { leasesNotification, notifyClaimable, notifyLeases } from "./notifications.ts";
import { createWallet } from "./wallet.ts";

const alarm = {
  lock: "lock",
  operations: "operations",
  sweep: "sweep",
  leases: "leases",
  claimable: "claimable:",
} as const;

/** Between two looks at waiting transactions while the worker lives: soon after something moved, then less often. */
const watchSoonMs = 1_000;
const watchEveryMs = 4_000;
/** Networks whose blocks take a second or two have it by then; a block of Ethereum takes 12 s. */
const watchSoonForMs = 15_000;
/** What has not moved for this long is looked at by the alarm alone. */
const watchOftenMs = 10 * 60_000;
/** While it does not live, the shortest that Chrome's alarms allow. */
const watchEveryMinutes = 0.5;

/** After a claimable alarm that found no endpoint. */
const retryClaimableSeconds = 3_600;

/** Work that nobody waits for: what fails in it is in a record, or is tried again by an alarm. */
function inBackground(work: Promise<unknown>): void {
  void work.catch(() => undefined);
}

const wallet = createWallet({
  snapshotWritten(previous, next) {
    inBackground(showBadge(readyIn(next)));
    inBackground(afterSnapshot(previous, next));
  },
  operationChanged(operation) {
    movedAtMs = clock.monotonicMs();
    inBackground(wallet.sites.operationChanged(operation));
    inBackground(wallet.allowances.operationChanged(operation));
    if (operation.state === "running") inBackground(watchOperations());
  },
  balancesChanged(chainId) {
    inBackground(wallet.portfolio.refresh(chainId, "operation"));
  },
  leasesChanged: () => inBackground(scheduleLeases()),
  sweepWanted: (atSeconds) => alarms.set(alarm.sweep, { atSeconds }),
  wiped() {
    inBackground(showBadge(0));
    inBackground(wallet.forgetWiped());
    for (const { chainId } of chains) inBackground(alarms.clear(`${alarm.claimable}${chainId}`));
  },
});

const readyIn = (snapshot: Snapshot): number =>
  snapshot.redemptions.filter(({ state }) => state === "ready").length;

type SnapshotWritten = Parameters<Parameters<typeof createWallet>[0]["snapshotWritten"]>;

async function afterSnapshot(...[previous, next]: SnapshotWritten): Promise<void> {
  const settings = await preferences.read();
  if (!settings.notifyClaimable) return;
  // A first snapshot tells of nothing new: the person is looking at it.
  if (previous)
    await notifyClaimable(claimableSince(previous.redemptions, next.redemptions), settings.language);
  const wake = nextWake(next);
  if (wake !== undefined) await alarms.set(`${alarm.claimable}${next.chainId}`, { atSeconds: wake });
}

/** When an operation last changed. A worker that was started again looks often for a minute. */
let movedAtMs = clock.monotonicMs() - watchOftenMs + 60_000;
let watching = false;
let askedAgain = false;

/** Looks after waiting transactions until there are none; an alarm takes over where the worker ends in between. */
async function watchOperations(): Promise<void> {
  askedAgain = true;
  if (watching) return;
  watching = true;
  try {
    while (askedAgain) {
      askedAgain = false;
      await watchPending();
    }
  } finally {
    watching = false;
  }
}

/** What moves while this waits has its look soon as well. */
async function untilNextLook(): Promise<void> {
  const since = clock.monotonicMs();
  const paceMs = (): number =>
    clock.monotonicMs() - movedAtMs < watchSoonForMs ? watchSoonMs : watchEveryMs;
  do await sleep(watchSoonMs);
  while (clock.monotonicMs() - since < paceMs());
}

async function watchPending(): Promise<void> {
  if ((await wallet.operations.pendingCount()) === 0) return;
  await alarms.set(alarm.operations, { everyMinutes: watchEveryMinutes });
  do {
    askedAgain = false;
    await wallet.operations.tick();
    if (clock.monotonicMs() - movedAtMs > watchOftenMs) return;
    await untilNextLook();
  } while ((await wallet.operations.pendingCount()) > 0);
  await alarms.clear(alarm.operations);
}

async function scheduleLock(): Promise<void> {
  const locksAt = await wallet.vault.locksAt();
  if (locksAt === null) await alarms.clear(alarm.lock);
  else await alarms.set(alarm.lock, { atSeconds: Math.max(locksAt, clock.nowSeconds() + 1) });
}

/** One alarm for the lease that ends next. It asks no network: whether the grant still stands, its screen finds out. */
async function scheduleLeases(): Promise<void> {
  const next = await wallet.allowances.nextLeaseEnd();
  if (next === undefined) await alarms.clear(alarm.leases);
  else await alarms.set(alarm.leases, { atSeconds: next });
}

async function onLeaseEnd(): Promise<void> {
  await scheduleLeases();
  const { notifyLeases: wanted, language } = await preferences.read();
  const due = wanted ? await wallet.allowances.dueLeases() : [];
  if (due.length > 0) await notifyLeases(due.length, language);
}

async function onAlarm(name: string): Promise<void> {
  if (name === alarm.lock) {
    await wallet.vault.lockIfDue();
    await scheduleLock();
  } else if (name === alarm.operations) {
    await watchOperations();
  } else if (name === alarm.sweep) {
    await wallet.sites.sweep();
  } else if (name === alarm.leases) {
    await onLeaseEnd();
  } else if (name.startsWith(alarm.claimable)) {
    const { notifyClaimable: wanted } = await preferences.read();
    if (!wanted) return;
    const read = await wallet.portfolio
      .refresh(Number(name.slice(alarm.claimable.length)), "alarm")
      .catch(() => false);
    // A written snapshot sets the next alarm; without one it is asked again later.
    if (!read) await alarms.set(name, { atSeconds: clock.nowSeconds() + retryClaimableSeconds });
  }
}

/** What the browser forgets with its own end: the badge, and in Firefox the alarms. */
async function afterBrowserStart(): Promise<void> {
  const snapshots = await Promise.all(chains.map(({ chainId }) => wallet.portfolio.snapshot(chainId)));
  await showBadge(snapshots.reduce((sum, snapshot) => sum + (snapshot ? readyIn(snapshot) : 0), 0));
  await claimableAlarmsFollowSettings();
  // What ended while the browser was closed is told now.
  await onLeaseEnd();
}

async function claimableAlarmsFollowSettings(): Promise<void> {
  const { notifyClaimable: wanted } = await preferences.read();
  for (const { chainId } of chains) {
    const snapshot = wanted ? await wallet.portfolio.snapshot(chainId) : undefined;
    const wake = snapshot && nextWake(snapshot);
    if (wake === undefined) await alarms.clear(`${alarm.claimable}${chainId}`);
    else
      await alarms.set(`${alarm.claimable}${chainId}`, {
        atSeconds: Math.max(wake, clock.nowSeconds() + 60),
      });
  }
}

closeStorageToPages();

// Every listener is attached in this first turn: an event that started the worker is delivered only to those.
onMessage((message, fromOwnPage) =>
  isPopupMessage(message) ? answerPopupMessage(message, fromOwnPage, wallet.handlers) : undefined,
);
onPagePort(pagePortName, (port) => wallet.sites.handlePort(port));
alarms.onAlarm((name) => inBackground(onAlarm(name)));
onBrowserStart(() => inBackground(afterBrowserStart()));
onInstall(() => inBackground(openTab("tab.html")));
onTabClosed((tabId) => inBackground(wallet.sites.tabClosed(tabId)));
onConfirmClosed((byPerson) => inBackground(wallet.sites.confirmClosed(byPerson)));
onNotificationClick((id) =>
  inBackground(openTab(id === leasesNotification ? "tab.html#/approvals" : "tab.html")),
);
// Time away is the session's own business, which knows the deadline; a locked screen is a word of the person's.
const away = onAway((how) =>
  inBackground(how === "locked" ? wallet.vault.lock() : wallet.vault.lockIfDue().then(scheduleLock)),
);
preferences.onChange((settings) => {
  inBackground(applyDefaultWallet(settings.defaultWallet));
  away.after(settings.autoLockMinutes * 60);
  inBackground(wallet.vault.touch().then(scheduleLock));
  inBackground(claimableAlarmsFollowSettings());
});
wallet.vault.onLockChange(() => {
  inBackground(scheduleLock());
  inBackground(wallet.sites.lockChanged());
  inBackground(wallet.desk.lockChanged());
});

inBackground(
  preferences.read().then(async (settings) => {
    away.after(settings.autoLockMinutes * 60);
    await applyDefaultWallet(settings.defaultWallet);
  }),
);
inBackground(wallet.vault.lockIfDue().then(scheduleLock));
inBackground(wallet.sites.restore());
inBackground(wallet.desk.restore());
inBackground(wallet.operations.resume().then(watchOperations));
