import { bytesToHex } from "@noble/hashes/utils.js";
import { phraseWords } from "../core/account/phrase.ts";
import { WeirError } from "../core/errors/index.ts";
import type { CommandHandlers } from "../messages/popup/index.ts";
import { accountById, newId, phraseSecret, secretOf, withKeyOf } from "./secret-keys.ts";
import type { VaultState } from "./state.ts";

const revealMs = 120_000;
const askedWords = 3;

export type SecretCommands = Pick<
  CommandHandlers,
  "vault.openReveal" | "vault.revealWord" | "vault.backupChallenge" | "vault.verifyBackup" | "vault.exportKey"
>;

/** Different numbers from 0 to `count` - 1, ascending. Words of a phrase are few, so a byte's bias is avoided by redrawing. */
function randomPositions(count: number, random: (length: number) => Uint8Array): number[] {
  const chosen = new Set<number>();
  const fair = 256 - (256 % count);
  while (chosen.size < askedWords) {
    const byte = random(1)[0] ?? 255;
    if (byte < fair) chosen.add(byte % count);
  }
  return [...chosen].sort((one, other) => one - other);
}

/** What shows a secret or asks for one: each behind the password, or word by word under a token of two minutes. */
export function secretCommands(state: VaultState): SecretCommands & { forget(): void } {
  const { parts, serial } = state;
  const { random, clock, audit } = parts;
  // In memory alone: a restarted worker asks for the password again.
  const reveals = new Map<string, { secretId: string; endsAtMs: number }>();

  return {
    /** Ends every open reveal. */
    forget: () => reveals.clear(),

    "vault.openReveal": ({ password, secretId }) =>
      serial(async () => {
        await state.read();
        const { contents, dataKey } = await state.openByPassword(password);
        dataKey.fill(0);
        const secret = phraseSecret(contents, secretId);
        const token = newId(random);
        reveals.clear();
        reveals.set(token, { secretId, endsAtMs: clock.monotonicMs() + revealMs });
        await audit("phrase.revealed");
        return { token, words: secret.phrase.split(" ").length, hasPassphrase: secret.passphrase !== "" };
      }),

    "vault.revealWord": async ({ token, index }) => {
      const reveal = reveals.get(token);
      if (!reveal || clock.monotonicMs() >= reveal.endsAtMs) {
        reveals.delete(token);
        throw new WeirError("vault/reveal-expired", {});
      }
      const word = phraseSecret(await state.read(), reveal.secretId).phrase.split(" ")[index];
      if (word === undefined) throw new WeirError("message/invalid", { name: "vault.revealWord" });
      return { word };
    },

    "vault.backupChallenge": async ({ secretId }) => {
      const { phrase } = phraseSecret(await state.read(), secretId);
      return { positions: randomPositions(phrase.split(" ").length, random) };
    },

    "vault.verifyBackup": ({ secretId, words }) =>
      state.change(async (contents) => {
        const known = phraseSecret(contents, secretId).phrase.split(" ");
        const right = words.filter(({ position, word }) => phraseWords(word).join(" ") === known[position]);
        const positions = new Set(right.map(({ position }) => position));
        if (right.length !== words.length || positions.size < askedWords) {
          throw new WeirError("account/backup-mismatch", {});
        }
        const secrets = contents.secrets.map((secret) =>
          secret.id === secretId ? { ...secret, backedUp: true } : secret,
        );
        await audit("phrase.backed-up");
        return { contents: { ...contents, secrets }, result: {} };
      }),

    "vault.exportKey": ({ password, accountId }) =>
      serial(async () => {
        await state.read();
        const { contents, dataKey } = await state.openByPassword(password);
        dataKey.fill(0);
        const account = accountById(contents, accountId);
        const digits = await withKeyOf(secretOf(contents, account), account.path, bytesToHex);
        await audit("key.exported", { address: account.address });
        return { key: `0x${digits}` };
      }),
  };
}
