import { WeirError } from "../core/errors/index.ts";
import type { CommandHandlers, CommandName } from "../messages/popup/index.ts";

/**
 * Whether a command of the pages is taken while the vault is locked. Taken: what makes, opens, closes or saves the
 * vault itself (each asks for the password where it must), what refuses or ends something, and fixed facts. All that
 * plans, signs, asks a network, shows history or changes accounts, contacts and settings waits for the password, so
 * that somebody at a locked wallet can neither learn nor prepare anything.
 */
const takenWhileLocked: Readonly<Record<CommandName, boolean>> = {
  "vault.status": true,
  "vault.create": true,
  "vault.unlock": true,
  "vault.lock": true,
  "vault.touch": true,
  "vault.restore": true,
  "vault.wipe": true,
  // Sealed as it lies in storage; the recovery screen saves it when nothing can be opened.
  "vault.exportSealed": true,
  "vault.changePassword": false,
  "vault.openReveal": false,
  "vault.revealWord": false,
  "vault.backupChallenge": false,
  "vault.verifyBackup": false,
  "vault.exportKey": false,
  "accounts.derive": false,
  "accounts.import": false,
  "accounts.watch": false,
  "accounts.rename": false,
  "accounts.setHidden": false,
  "accounts.select": false,
  "accounts.remove": false,
  "devices.pair": false,
  "devices.add": false,
  "devices.rename": false,
  "devices.remove": false,
  "devices.look": false,
  "devices.take": false,
  "devices.beat": true,
  "devices.answer": false,
  "devices.fail": true,
  "devices.cancel": true,
  "devices.setSecondFactor": false,
  "contacts.add": false,
  "contacts.remove": false,
  "portfolio.refresh": false,
  "portfolio.quote": false,
  "portfolio.max": false,
  "portfolio.protocols": true,
  "operations.plan": false,
  "operations.preview": false,
  "operations.setSpendLimit": false,
  "operations.setEnd": false,
  "operations.approve": false,
  "operations.reject": true,
  "operations.speedUp": false,
  "operations.cancel": false,
  "sites.request": true,
  "sites.approveConnect": false,
  "sites.approve": false,
  "sites.setGrant": false,
  "sites.resume": false,
  "networks.remove": false,
  "assets.remove": false,
  "phishing.update": false,
  "phishing.status": true,
  "allowances.scan": false,
  "allowances.stop": true,
  "leases.set": false,
  "sites.reject": true,
  "sites.disconnect": true,
  "settings.set": false,
  "endpoints.test": false,
  "endpoints.set": false,
  "audit.list": false,
  "audit.export": false,
  "worker.ping": true,
};

/** `handlers`, each of which rejects with vault/locked before it looks at anything when it is not for a locked vault. */
export function guardLocked(handlers: CommandHandlers, isUnlocked: () => Promise<boolean>): CommandHandlers {
  const guarded = Object.entries(handlers).map(([name, handle]) => {
    if (takenWhileLocked[name as CommandName]) return [name, handle];
    const whenUnlocked = async (input: never): Promise<unknown> => {
      if (!(await isUnlocked())) throw new WeirError("vault/locked", {});
      return handle(input);
    };
    return [name, whenUnlocked];
  });
  return Object.fromEntries(guarded) as CommandHandlers;
}
