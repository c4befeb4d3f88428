import { bytesToHex } from "@noble/hashes/utils.js";
import type { Account, Address } from "../core/account/account.ts";
import type { AuditWriter } from "../core/audit/audit.ts";
import type { Chain } from "../core/chain/chain.ts";
import {
  type Confirmation,
  confirmationBytes,
  confirmationText,
  isCritical,
} from "../core/device/second-factor.ts";
import type { Clock, RandomBytes } from "../core/environment/environment.ts";
import { WeirError } from "../core/errors/index.ts";
import { approvedDigest } from "../core/operation/approved-digest.ts";
import type { Operation } from "../core/operation/operation.ts";
import { createSerial } from "../core/serial/serial.ts";
import type { CommandHandlers } from "../messages/popup/index.ts";
import type { Desk } from "../signers/ledger/desk.ts";
import { secondFactorSignature } from "../signers/ledger/ledger-signer.ts";
import type { SecondFactorAccess } from "../vault/second-factor-access.ts";

/** What goes through the second factor where it must. */
type Guarded = Pick<CommandHandlers, "operations.approve" | "vault.exportKey" | "vault.openReveal">;

export interface SecondFactorParts {
  /** As it is sealed: the plain account list in storage could be written by others. */
  sealed: SecondFactorAccess;
  desk: Pick<Desk, "request">;
  operations: { get(id: string): Promise<Operation | undefined> };
  /** For the name of the network and its coin. */
  chain(chainId: number): Promise<Chain | undefined>;
  /** What each command does once it may. */
  commands: Guarded;
  random: RandomBytes;
  clock: Clock;
  audit: AuditWriter;
}

export interface SecondFactor {
  /** `commands`, each after its confirmation, and the switch. */
  handlers: Guarded & Pick<CommandHandlers, "devices.setSecondFactor">;
  /**
   * Has the device confirm the operation as it stands. Resolves with the SHA-256 of what was confirmed, without which it must
   * not be approved, or undefined where nothing is to be confirmed. Rejects with vault/locked and device/*.
   */
  confirmOperation(operation: Operation): Promise<string | undefined>;
}

/**
 * The second factor: a Ledger account that says yes to what accounts with keys in the vault do (core/device/second-factor.ts
 * tells to what). Each yes is a signature over a text with a nonce of its own; it is kept nowhere, so that it serves once.
 * Changing the password, exporting the sealed vault and wiping need none: they give nobody anything.
 */
export function createSecondFactor(parts: SecondFactorParts): SecondFactor {
  const { sealed, commands } = parts;
  const inTurn = createSerial();

  async function confirm(factor: Account, confirmation: Confirmation): Promise<void> {
    const operation = confirmation.kind === "operation" ? confirmation : undefined;
    const nonce = bytesToHex(parts.random(8));
    const text = confirmationText(confirmation, nonce, parts.clock.nowSeconds());
    await secondFactorSignature(parts.desk, factor, confirmationBytes(text), operation?.operation.id);
    await parts.audit("second-factor.confirmed", {
      account: factor.address,
      what: confirmation.kind,
      nonce,
      ...(operation && { operation: operation.operation.id, digest: operation.digest }),
    });
  }

  async function confirmOperation(operation: Operation): Promise<string | undefined> {
    const factor = await sealed.current();
    if (!factor) return undefined;
    const digest = approvedDigest(operation);
    const account = (await sealed.accounts()).find(({ id }) => id === operation.accountId);
    // A Ledger's own account is confirmed where it signs.
    if (!isCritical(operation.intent) || account?.kind === "ledger") return digest;
    const chain = await parts.chain(operation.chainId);
    if (!chain) throw new WeirError("chain/unknown", { chainId: operation.chainId });
    await confirm(factor, {
      kind: "operation",
      operation,
      digest,
      network: chain.name,
      native: chain.native,
    });
    return digest;
  }

  /** What would be refused anyway is refused here: nobody is to confirm in vain. */
  async function approvable({ id, previewMadeAt, seen }: Parameters<Guarded["operations.approve"]>[0]) {
    const operation = await parts.operations.get(id);
    if (!operation) throw new WeirError("operation/unknown", {});
    const { state, preview } = operation;
    if (state !== "planned") throw new WeirError("operation/state", { state });
    if (preview?.madeAt !== previewMadeAt || (seen !== undefined && seen !== approvedDigest(operation))) {
      throw new WeirError("operation/changed-since-preview", {});
    }
    return operation;
  }

  /** After the password, so that nobody without it has the device ask. `of`: the accounts whose secret is to be seen. */
  async function confirmSecret(
    password: string,
    of: (account: Account) => boolean,
    confirmation: (addresses: readonly Address[]) => Confirmation,
  ): Promise<void> {
    const factor = await sealed.current();
    if (!factor) return;
    await sealed.checkPassword(password);
    const accounts = (await sealed.accounts()).filter(
      (account) => account.secretId !== undefined && of(account),
    );
    // There is no such secret here: the command itself says so.
    if (accounts.length === 0) return;
    await confirm(factor, confirmation(accounts.map(({ address }) => address)));
  }

  function accountOf(all: readonly Account[], id: string): Account {
    const account = all.find((one) => one.id === id);
    if (!account) throw new WeirError("account/unknown", {});
    return account;
  }

  return {
    confirmOperation,
    handlers: {
      "operations.approve": async (input) => {
        if (!(await sealed.current())) return commands["operations.approve"](input);
        // A second click waits, and then finds that it is done.
        return inTurn(input.id, async () => {
          const confirmed = await confirmOperation(await approvable(input));
          // Approving compares the record with what was confirmed, in its own queue: one that changed meanwhile is not
          // approved. What approving itself renews from the same intent is a permit's nonce.
          return commands["operations.approve"](
            confirmed === undefined ? input : { ...input, seen: confirmed },
          );
        });
      },

      "vault.exportKey": async (input) => {
        await confirmSecret(
          input.password,
          ({ id }) => id === input.accountId,
          (accounts) => ({ kind: "show-key", accounts }),
        );
        return commands["vault.exportKey"](input);
      },

      "vault.openReveal": async (input) => {
        await confirmSecret(
          input.password,
          ({ secretId }) => secretId === input.secretId,
          (accounts) => ({ kind: "show-phrase", accounts }),
        );
        return commands["vault.openReveal"](input);
      },

      "devices.setSecondFactor": ({ accountId, password }) =>
        inTurn("switch", async () => {
          await sealed.checkPassword(password);
          const present = await sealed.current();
          if (accountId === (present?.id ?? null)) return {};
          const next = accountId === null ? undefined : accountOf(await sealed.accounts(), accountId);
          if (next && next.kind !== "ledger") throw new WeirError("account/unknown", {});
          if (present) {
            const { address: account } = present;
            await confirm(
              present,
              next ? { kind: "change", account, to: next.address } : { kind: "switch-off", account },
            );
          }
          // The new one shows that it can: otherwise nothing could be confirmed, nor it be switched off.
          if (next) await confirm(next, { kind: "switch-on", account: next.address });
          await sealed.set(present?.id, accountId);
          return {};
        }),
    },
  };
}
