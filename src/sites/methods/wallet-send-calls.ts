import * as v from "valibot";
import { sameAddress } from "../../core/account/address.ts";
import { WeirError } from "../../core/errors/index.ts";
import { address, hexData } from "../../core/wire/schemas.ts";
import { requireConnected, siteMethod } from "../method.ts";
import { idOf } from "../subscriptions-place.ts";
import { quantityBigint, quantityNumber } from "./quantities.ts";
import { checksummed } from "./site-transaction.ts";

/** Calls in one bundle: each is a transaction that the person pays for. */
export const mostCalls = 20;
/** EIP-5792: 4096 bytes. */
const longestId = 8194;

const capabilities = v.nullish(v.record(v.string(), v.looseObject({ optional: v.optional(v.boolean()) })));

const bundle = v.object({
  version: v.literal("2.0.0"),
  id: v.nullish(v.pipe(v.string(), v.minLength(1), v.maxLength(longestId))),
  from: v.nullish(address),
  chainId: quantityNumber,
  atomicRequired: v.boolean(),
  calls: v.pipe(
    v.array(
      v.object({
        to: v.nullish(checksummed),
        data: v.nullish(hexData),
        value: v.nullish(quantityBigint),
        capabilities,
      }),
    ),
    v.minLength(1),
  ),
  capabilities,
});

/** The first capability that is asked for and may not be left out: none of them is there for sending. */
const demanded = (asked: v.InferOutput<typeof capabilities>): boolean =>
  Object.values(asked ?? {}).some(({ optional }) => optional !== true);

/**
 * EIP-5792 2.0.0: several calls shown in one window and sent one after another, each its own transaction. What must be
 * atomic is refused before anybody is asked. Answers with the bundle's id once approved.
 */
export const walletSendCalls = siteMethod(
  "wallet_sendCalls",
  v.strictTuple([bundle]),
  async (call, [asked]) => {
    requireConnected(call);
    const { wallet, origin } = call;
    if (demanded(asked.capabilities) || asked.calls.some((one) => demanded(one.capabilities))) {
      throw new WeirError("site/capability-unsupported", {});
    }
    if (asked.atomicRequired) throw new WeirError("site/atomicity-unsupported", {});
    if (!(await wallet.networks()).some(({ chainId }) => chainId === asked.chainId)) {
      throw new WeirError("site/bundle-chain", { chainId: asked.chainId });
    }
    if (asked.chainId !== call.chainId) {
      throw new WeirError("site/chain-mismatch", { requested: asked.chainId, active: call.chainId });
    }
    if (asked.calls.length > mostCalls) throw new WeirError("site/bundle-too-large", {});
    const given = asked.from;
    const from = given ? call.permitted.find((one) => sameAddress(one, given)) : call.permitted[0];
    if (from === undefined) throw new WeirError("site/not-connected", {});
    const bundleId = asked.id ?? idOf(call, 32);
    if (await wallet.operations.bundle(origin, bundleId)) throw new WeirError("site/bundle-duplicate", {});
    const calls = asked.calls.map(({ to, data, value }) => {
      if (!to && (data ?? "0x") === "0x") throw new WeirError("site/params-invalid", { detail: "at to" });
      return { ...(to ? { to } : {}), data: data ?? ("0x" as const), value: value ?? 0n };
    });
    return { ask: { kind: "calls", from, bundleId, calls } };
  },
);
