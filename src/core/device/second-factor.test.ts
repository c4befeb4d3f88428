import { describe, expect, it } from "vitest";
import type { Address } from "../account/account.ts";
import type { Asset } from "../asset/asset.ts";
import type { AllowanceChange, Operation } from "../operation/operation.ts";
import type { Intent } from "../staking/intent.ts";
import { type Confirmation, confirmationBytes, confirmationText, isCritical } from "./second-factor.ts";

const own: Address = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const other: Address = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const native: Asset = { id: "native", symbol: "ETH", name: "Ether", decimals: 18 };
const tokenAddress: Address = "0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84";
const token: Asset = {
  id: tokenAddress.toLowerCase(),
  symbol: "stETH",
  name: "Staked Ether",
  decimals: 18,
  address: tokenAddress,
};
const ETHER = 10n ** 18n;
const site = { origin: "https://site.example", requestId: "r" };
const digest = `0123456789abcdef${"f".repeat(48)}`;
const nonce = "fedcba9876543210";
const now = 1_790_000_000;

const intents = {
  stake: { kind: "stake", protocol: "lido", amount: 1n, receive: "x" },
  convert: { kind: "convert", protocol: "lido", amount: 1n, from: "x", to: "y" },
  redeem: { kind: "redeem", protocol: "lido", amount: 1n, token: "x", approval: "permit" },
  claim: { kind: "claim", protocol: "lido", ids: ["1"] },
  revoke: { kind: "revoke", items: [{ form: "erc20", token: tokenAddress, spender: other }] },
  send: { kind: "send", assetId: "native", to: other, amount: 1_500_000_000_000_000_000n, max: false },
  approve: { kind: "approve", token: tokenAddress, spender: other, amount: 5n },
  "site-transaction": { kind: "site-transaction", ...site, to: other, data: "0x", value: 1n },
  "site-calls": { kind: "site-calls", ...site, bundleId: "b", calls: [{ to: other, data: "0x", value: 1n }] },
  "site-message": { kind: "site-message", ...site, bytes: "0x6869" },
  "site-typed-data": { kind: "site-typed-data", ...site, json: "{}" },
  "site-approval": {
    kind: "site-approval",
    ...site,
    token: tokenAddress,
    spender: other,
    amount: ETHER,
    until: now,
    purpose: "",
  },
} satisfies { readonly [K in Intent["kind"]]: Extract<Intent, { kind: K }> };

describe("what the second factor must confirm", () => {
  it.each(Object.values(intents).map((intent) => [intent.kind, intent] as const))("%s", (kind, intent) => {
    const free = ["stake", "convert", "redeem", "claim", "revoke"];
    expect(isCritical(intent)).toBe(!free.includes(kind));
  });

  it("is not an allowance that is ended", () => {
    expect(isCritical({ ...intents.approve, amount: 0n })).toBe(false);
    expect(isCritical({ ...intents["site-approval"], amount: 0n })).toBe(false);
  });
});

function textOf(intent: Intent, rest: Partial<Operation> = {}): string[] {
  const operation = {
    id: "o",
    chainId: 1,
    account: own.toLowerCase(),
    intent,
    plan: { steps: [], effects: [], remarks: [] },
    ...rest,
  } as unknown as Operation;
  const confirmation: Confirmation = { kind: "operation", operation, digest, network: "Ethereum", native };
  return confirmationText(confirmation, nonce, now).split("\n");
}

/** The lines between the title and what every operation has. */
const saysOf = (...given: Parameters<typeof textOf>): string[] => textOf(...given).slice(1, -5);

const effects = (asset: Asset, change: bigint) => ({ steps: [], remarks: [], effects: [{ asset, change }] });

describe("the text on the device", () => {
  it("says all of a transfer: amount, recipient, account, network, operation, nonce and time", () => {
    expect(textOf(intents.send, { plan: effects(native, -intents.send.amount) })).toEqual([
      "Weir second factor",
      "Send 1.5 ETH",
      `to ${other}`,
      `account ${own}`,
      "network Ethereum (1)",
      "operation 0123456789abcdef",
      "nonce fedcba9876543210",
      "2026-09-21 14:13:20 UTC",
    ]);
  });

  it("says how much everything is, and which token by its address", () => {
    const intent = { ...intents.send, assetId: token.id, amount: 0n, max: true };
    expect(saysOf(intent, { plan: effects(token, -123n) })).toEqual([
      "Send 0.000000000000000123 stETH (all)",
      `token ${tokenAddress}`,
      `to ${other}`,
    ]);
    expect(saysOf({ ...intent, amount: 7n, max: false })).toEqual([
      "Send 7 units of",
      token.id,
      `to ${other}`,
    ]);
  });

  it("says an allowance with its spender, and that it has no end", () => {
    const step = {
      kind: "approve",
      token,
      spender: other,
      amount: 5n,
      words: { key: "k", params: {} },
    } as const;
    const plan = { steps: [step], effects: [], remarks: [] };
    expect(saysOf({ ...intents.approve, amount: 2n * ETHER }, { plan })).toEqual([
      "Allow to spend 2 stETH",
      `token ${tokenAddress}`,
      `by ${other}`,
    ]);
    expect(saysOf({ ...intents.approve, amount: 2n ** 256n - 1n }, { plan })[0]).toBe(
      "Allow to spend unlimited stETH",
    );
    expect(saysOf(intents["site-approval"])).toEqual([
      `Allow to spend ${ETHER} units`,
      `token ${tokenAddress}`,
      `by ${other}`,
      "until 2026-09-21 14:13 UTC",
      "for https://site.example",
    ]);
  });

  it("says where a site's call goes, what it carries, and what the preview saw", () => {
    const grant = { token: tokenAddress, symbol: "stETH", decimals: 18, spender: other, before: 0n };
    const preview = {
      effects: [
        { asset: native, change: -ETHER },
        { asset: token, change: 2n },
      ],
      allowances: [
        { ...grant, after: 2n ** 256n - 1n },
        { ...grant, before: 9n, after: 3n },
      ] satisfies AllowanceChange[],
    } as unknown as NonNullable<Operation["preview"]>;
    const intent = { ...intents["site-transaction"], data: "0x095ea7b3ff", value: ETHER } as const;
    expect(saysOf(intent, { preview })).toEqual([
      "Send a transaction for",
      "https://site.example",
      `to ${other}`,
      "value 1 ETH",
      "data 0x095ea7b3, 5 bytes",
      "simulated -1 ETH",
      "simulated +0.000000000000000002 stETH",
      `allows ${other}`,
      "unlimited stETH",
    ]);
    const { to: _, ...deployment } = intent;
    expect(saysOf({ ...deployment, signOnly: true }).slice(0, 3)).toEqual([
      "Sign a transaction for",
      "https://site.example",
      "deploys a contract",
    ]);
  });

  it("counts the calls of a batch that do not fit", () => {
    const call = { to: other, data: "0x", value: 0n } as const;
    const says = saysOf({ ...intents["site-calls"], calls: Array(8).fill(call) });
    expect(says[0]).toBe("Send 8 transactions for");
    expect(says.filter((line) => line.endsWith(`: to ${other}`))).toHaveLength(6);
    expect(says).toContain("and 2 more, see Weir");
  });

  it("says that nobody knows what a site's calls do, where nothing could be simulated", () => {
    const line = "effects unknown, not simulated";
    const preview = { allowances: [] } as unknown as NonNullable<Operation["preview"]>;
    for (const intent of [intents["site-transaction"], intents["site-calls"]]) {
      expect(saysOf(intent, { preview })).toContain(line);
      expect(saysOf(intent, { preview: { ...preview, effects: [] } })).not.toContain(line);
    }
  });

  it("says what is signed for a site, in one line whatever the site wrote", () => {
    const bytes = confirmationBytes(`hello\nnonce 0000 \u202e\u00e9${"x".repeat(200)}`);
    const says = saysOf({ ...intents["site-message"], bytes });
    expect(says).toHaveLength(3);
    expect(says[2]).toMatch(/^"hello nonce 0000 \?U\+202E\?\?x+\.\.\." of 222 bytes$/);
    const whole = confirmationBytes("hello\nnonce 0000");
    expect(saysOf({ ...intents["site-message"], bytes: whole })[2]).toBe('"hello nonce 0000"');
    // Two hashes must not look the same because no byte of them is a letter.
    const hash = `0x${"fe".repeat(32)}` as const;
    expect(saysOf({ ...intents["site-message"], bytes: hash })[2]).toBe(`"${hash}"`);
    const json = JSON.stringify({ primaryType: "Permit", domain: { verifyingContract: tokenAddress } });
    expect(saysOf({ ...intents["site-typed-data"], json })).toEqual([
      "Sign data for",
      "https://site.example",
      "type Permit",
      `contract ${tokenAddress}`,
    ]);
    for (const odd of ["", "null", '{"domain":3}']) {
      expect(saysOf({ ...intents["site-typed-data"], json: odd })).toHaveLength(2);
    }
  });

  it("is printable ASCII in every case, so that a device shows it as text", () => {
    const wild = { ...token, symbol: "st\u0395TH\n\u{1f600}" };
    const all = [
      ...Object.values(intents).map((intent) => textOf(intent, { plan: effects(wild, -1n) }).join("\n")),
      textOf({ ...intents.send, assetId: wild.id }, { plan: effects(wild, -1n) }).join("\n"),
      ...(
        [
          { kind: "show-phrase", accounts: [own, other, own, other] },
          { kind: "show-key", accounts: [own] },
          { kind: "switch-on", account: own },
          { kind: "switch-off", account: own },
          { kind: "change", account: own, to: other },
        ] satisfies Confirmation[]
      ).map((confirmation) => confirmationText(confirmation, nonce, now)),
    ];
    for (const text of all) {
      expect(text).toMatch(/^[\x20-\x7e\n]+$/);
      expect(text.split("\n").slice(-2)).toEqual([`nonce ${nonce}`, "2026-09-21 14:13:20 UTC"]);
    }
    expect(new Set(all).size).toBe(all.length);
  });

  it("names the accounts whose secret is to be seen", () => {
    const accounts = [own, other, own, other];
    expect(confirmationText({ kind: "show-phrase", accounts }, nonce, now).split("\n").slice(1, -2)).toEqual([
      "Show the recovery phrase of",
      own,
      other,
      own,
      "and 1 more",
    ]);
  });
});
