import type { Hex } from "../core/account/account.ts";
import { WeirError } from "../core/errors/index.ts";
import type { Operation } from "../core/operation/operation.ts";
import { createSerial } from "../core/serial/serial.ts";
import { readSignIn, type SignIn } from "../core/site/sign-in.ts";
import { SignIns } from "../core/site/site.ts";
import { localKeys } from "../core/store/keys.ts";
import { recordStore } from "../core/store/record-store.ts";
import type { SiteDependencies } from "./dependencies.ts";

/** Sign-ins remembered of a site. */
export const signInsKept = 200;

/** The text of these bytes, or undefined when they are none. */
function textOf(bytes: Hex): string | undefined {
  try {
    const raw = Uint8Array.from(bytes.slice(2).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    return undefined;
  }
}

/** The sign-in (EIP-4361) that an operation signs, if it is one. */
export function signInOf({ intent }: Operation): SignIn | undefined {
  if (intent.kind !== "site-message") return undefined;
  const text = textOf(intent.bytes);
  const read = text === undefined ? undefined : readSignIn(text);
  return read && "ok" in read ? read.ok : undefined;
}

/** Unix seconds of an RFC 3339 text; undefined when there is none or it is none. */
function secondsOf(time: string | undefined): number | undefined {
  const at = time === undefined ? Number.NaN : Math.floor(Date.parse(time) / 1000);
  return at >= 0 ? at : undefined;
}

export type SignInRecords = ReturnType<typeof signIns>;

/** The sign-ins given to each site. A nonce is spent before it is signed, so that no interruption lets it be signed for two requests. */
export function signIns({ local, clock }: Pick<SiteDependencies, "local" | "clock">) {
  const store = recordStore(local, localKeys.signIn, SignIns);
  const serial = createSerial();

  const of = async (origin: string): Promise<SignIns["entries"]> =>
    (await store.get(origin).catch(() => undefined))?.entries ?? [];

  return {
    of,

    /** Notes the sign-in as this request's. Rejects site/replayed when another request had its nonce. */
    spend: (origin: string, requestId: string, signIn: SignIn): Promise<void> =>
      serial(origin, async () => {
        const entries = await of(origin);
        const same = entries.find(({ nonce }) => nonce === signIn.nonce);
        if (same?.requestId === requestId) return;
        if (same) throw new WeirError("site/replayed", {});
        const { nonce, address, chainId } = signIn;
        const expiresAt = secondsOf(signIn.expirationTime);
        const entry = { nonce, address, chainId, at: clock.nowSeconds(), requestId };
        await store.put(origin, {
          origin,
          entries: [...entries, { ...entry, ...(expiresAt === undefined ? {} : { expiresAt }) }].slice(
            -signInsKept,
          ),
        });
      }),

    /** Nothing was signed after all. */
    giveBack: (origin: string, requestId: string): Promise<void> =>
      serial(origin, async () => {
        const entries = await of(origin);
        const rest = entries.filter((entry) => entry.requestId !== requestId);
        if (rest.length < entries.length) await store.put(origin, { origin, entries: rest });
      }),
  };
}
