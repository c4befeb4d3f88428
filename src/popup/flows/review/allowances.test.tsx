// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { toWire } from "../../../core/wire/wire.ts";
import { button, field, settle } from "../../app/fake-platform.test-kit.tsx";
import { click, description, type } from "../../ui/render.test-kit.tsx";
import { ether, now } from "../world.test-kit.ts";
import { isArmed, pageText, sentences, showReview } from "./review-page.test-kit.tsx";
import {
  allowance,
  asksForApproval,
  asksForCalls,
  asksForData,
  asksForLst,
  endsTwo,
  permitData,
  spender,
  unlimited,
} from "./site-operations.test-kit.ts";

const day = 86_400;
const radio = (value: string): HTMLInputElement | undefined =>
  [...document.querySelectorAll<HTMLInputElement>("input[type=radio]")].find((each) => each.value === value);

function choose(label: string, value: string): void {
  const select = field<HTMLSelectElement>(label);
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")?.set?.call(select, value);
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

describe("an allowance, whatever its form, is one sentence", () => {
  it.each([
    ["approve", {}, "A contract of pool.example may take up to 5 stETH, until Oct 16, 2025."],
    ["increase", {}, "A contract of pool.example may take up to 5 stETH, until Oct 16, 2025."],
    [
      "permit",
      { until: now + day },
      "A contract of pool.example may take up to 5 stETH, until Oct 16, 2025.",
    ],
    [
      "dai-permit",
      { after: unlimited },
      "A contract of pool.example may take all your stETH, also what arrives later, until Oct 16, 2025.",
    ],
    [
      "permit2-allowance",
      { until: now + 20 * day },
      "A contract of pool.example may take up to 5 stETH, until Oct 29, 2025.",
    ],
    [
      "permit2-transfer",
      { until: now + day },
      "A contract of pool.example may take up to 5 stETH, once, until Oct 10, 2025.",
    ],
    [
      "operator",
      { after: unlimited },
      "A contract of pool.example may take every item of stETH, also ones that arrive later, until Oct 16, 2025.",
    ],
  ] as const)("%s", async (form, changes, sentence) => {
    await showReview(asksForData(permitData, [allowance({ form, ...changes })]));
    expect(sentences()).toEqual([sentence]);
  });

  it("names a known protocol, and says that an address is a person’s", async () => {
    await showReview(asksForApproval(ether, { spenderKind: "plain" }));
    expect(sentences()[0]).toContain("The person at 0x1111…1111 may take");
    expect(pageText()).toContain("A person’s address");
  });

  it("says what is taken of what is held, and what lies behind the token", async () => {
    await showReview(asksForApproval(30n * ether, { spenderKind: "protocol", spenderName: "Lido · Queue" }));
    expect(sentences()[0]).toContain("Lido · Queue may take up to 30 stETH");
    expect(pageText()).toContain("It may take 1% of it.");
    expect(pageText()).toContain("A stake with Lido, worth 3,000 ETH");
    expect(pageText()).toContain("Whoever takes the tokens takes what they earn too");
  });

  it("lists what is taken back", async () => {
    await showReview(endsTwo());
    expect(sentences()).toEqual([
      "Unknown contract may take no stETH any more.",
      "Unknown contract may take no unstETH any more.",
    ]);
    expect(pageText()).toContain("You confirm all 2 here");
    expect(pageText()).not.toContain("The allowance ends");
  });
});

describe("how much may be taken", () => {
  it("can be set before it is signed, and nothing is confirmed meanwhile", async () => {
    const { sent, store } = await showReview(asksForApproval(unlimited), {
      script: { "operations.setSpendLimit": () => toWire(asksForApproval(7n * ether)) },
    });
    const custom = radio("custom");
    if (custom) click(custom);
    type(field("At most"), "7");
    await settle(() => description(button("Confirm")).includes("Set the limit you entered first"));
    click(button("Set this limit"));
    await settle(() => sent.some((each) => each.name === "operations.setSpendLimit"));
    expect(sent.find((each) => each.name === "operations.setSpendLimit")?.input).toEqual({
      id: "op1",
      amount: String(7n * ether),
    });
    await store(asksForApproval(7n * ether));
    await settle(() => sentences()[0]?.includes("up to 7 stETH") ?? false);
    await settle(isArmed);
  });

  it("names the call among several, and says that they are not one", async () => {
    const { sent } = await showReview(asksForCalls(), {
      script: { "operations.setSpendLimit": () => toWire(asksForCalls()) },
    });
    expect(pageText()).toContain("They do not happen all at once");
    const balance = radio("balance");
    if (balance) click(balance);
    await settle(() => sent.some((each) => each.name === "operations.setSpendLimit"));
    expect(sent.find((each) => each.name === "operations.setSpendLimit")?.input).toEqual({
      id: "op1",
      amount: String(3_000n * ether),
      step: 0,
    });
  });

  it("is never more than a site asked for in words", async () => {
    await showReview(asksForLst());
    expect(radio("balance")).toBeUndefined();
    const custom = radio("custom");
    if (custom) click(custom);
    type(field("At most"), "6");
    await settle(() => pageText().includes("The site asks for 5 stETH. Set that or less."));
    expect(isArmed()).toBe(false);
  });

  it("is left as it is in data that a site wrote itself", async () => {
    await showReview(asksForData(permitData, [allowance({ form: "permit", until: now + 3_600 })]));
    expect(document.querySelector("[data-testid=spend-limit]")).toBeNull();
    expect(pageText()).toContain("A signature, no transaction: it can be used until");
  });
});

describe("when it ends", () => {
  it("is chosen among so many days, and re-arms what is confirmed", async () => {
    const { sent, store } = await showReview(asksForApproval(ether), {
      script: { "operations.setEnd": () => toWire(asksForApproval(ether)) },
    });
    expect(field<HTMLSelectElement>("The allowance ends").value).toBe("7");
    expect(pageText()).toContain("on that day Weir reminds you and has the revocation ready to sign");
    await settle(isArmed);
    choose("The allowance ends", "30");
    await settle(() => sent.some((each) => each.name === "operations.setEnd"));
    expect(sent.find((each) => each.name === "operations.setEnd")?.input).toEqual({
      id: "op1",
      until: now + 30 * day,
    });
    await store({ ...asksForApproval(ether), leaseUntil: now + 30 * day });
    expect(isArmed()).toBe(false);
    expect(sentences()[0]).toContain("until Nov 8, 2025");
  });

  it("is brought forward, never put off, where a site asked for one that is signed", async () => {
    await showReview(asksForLst(now + 10 * day));
    const ends = [...field<HTMLSelectElement>("The allowance ends").options].map((each) => each.value);
    expect(ends).toEqual(["1", "7", "asked", "other"]);
    expect(pageText()).toContain("The signature is worth nothing after that day");
    expect(pageText()).toContain("Deposit into the⟨U+202E⟩ lending pool");
  });

  it("cannot be changed in a site’s own Permit2 data", async () => {
    const change = allowance({ form: "permit2-allowance", until: now + day, spender });
    await showReview(asksForData(permitData, [change]));
    expect(pageText()).toContain("The site set this end");
    expect(pageText()).not.toContain("The allowance ends");
  });
});

it("an end that was brought forward can go back to what was asked, and an amount too", async () => {
  const asked = asksForLst(now + 30 * day);
  const { store, sent } = await showReview(asked, { script: { "operations.setEnd": () => toWire(asked) } });
  if (asked.intent.kind !== "site-approval") throw new Error("not what it is");
  const until = now + 7 * day;
  await store({ ...asked, intent: { ...asked.intent, until, amount: ether }, leaseUntil: until });
  expect(field<HTMLSelectElement>("The allowance ends").value).toBe("7");
  expect(pageText()).toContain("What the site asks5 stETH");
  choose("The allowance ends", "asked");
  await settle(() => sent.some((each) => each.name === "operations.setEnd"));
  expect(sent.find((each) => each.name === "operations.setEnd")?.input.until).toBe(now + 30 * day);
});
