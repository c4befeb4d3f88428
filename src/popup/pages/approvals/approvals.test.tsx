// @vitest-environment happy-dom
import { act } from "react";
import { describe, expect, it } from "vitest";
import { type AllowanceList, type Lease, leaseKey } from "../../../core/allowance/allowance.ts";
import { toWire } from "../../../core/wire/wire.ts";
import { button, fakePlatform, field, renderPage, settle } from "../../app/fake-platform.test-kit.tsx";
import { anna, berta, ether, now, operation, stEth, storedLocal } from "../../flows/world.test-kit.ts";
import { click, type } from "../../ui/render.test-kit.tsx";
import { allowance, allowanceList, lease, pool, thief, vault, wstEth } from "./allowances.test-kit.ts";
import ApprovalsPage from "./index.tsx";

const text = (): string => (document.body.textContent ?? "").replaceAll("\u00a0", " ");
const boxes = () => [...document.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
const names = () => [...document.querySelectorAll("h2")].map((each) => each.textContent);

async function show(list: AllowanceList | undefined, leases: Lease[] = [], script = {}) {
  location.hash = "#/approvals";
  const fake = fakePlatform(
    {
      "allowances.scan": () => ({}),
      "allowances.stop": () => ({}),
      "leases.set": () => ({}),
      "operations.plan": () => toWire(operation({ id: "made" })),
      ...script,
    },
    {
      local: {
        ...storedLocal(),
        ...(list && { "allowances:1": toWire(list) }),
        ...Object.fromEntries(leases.map((each) => [`lease:${leaseKey(each)}`, toWire(each)])),
      },
    },
  );
  await act(() => renderPage(<ApprovalsPage />, fake.platform));
  await settle(() => !text().includes("Loading"));
  const store = (next: AllowanceList) =>
    act(() => fake.platform.localStore.set("allowances:1", toWire(next)));
  return { ...fake, store };
}

const three = () => [
  allowance({ spenderName: "Tarn" }),
  allowance({ spender: vault, token: wstEth, amount: 2n ** 256n - 1n, risk: "medium" }),
  allowance({ account: berta.address, spender: thief, spenderKind: "plain", risk: "high", amount: ether }),
];

describe("the approvals centre", () => {
  it("reads the network when nothing was read, follows the reading, and can be told to stop", async () => {
    const { sent, store } = await show(undefined);
    await settle(() => sent.some(({ name }) => name === "allowances.scan"));
    await store(
      allowanceList([allowance()], { scanning: true, scannedTo: 50, head: 200, readAt: undefined }),
    );
    await settle(() => document.querySelector("[role=progressbar], progress") !== null);
    // What was found so far is there already.
    expect(boxes()).toHaveLength(1);
    click(button("Stop"));
    await settle(() => sent.at(-1)?.name === "allowances.stop");
    await store(allowanceList([allowance()], { scannedTo: 50, head: 200 }));
    await settle(() => text().includes("Reading stopped before the end"));
  });

  it("says that nothing stands only once it was read to the end", async () => {
    const { store } = await show(allowanceList([], { scanning: true, scannedTo: 1, readAt: undefined }));
    expect(text()).not.toContain("No approvals stand");
    await store(
      allowanceList([], { failure: { code: "chain/unreachable", params: { endpoint: "a.example" } } }),
    );
    await settle(() => text().includes("a.example"));
    expect(text()).not.toContain("No approvals stand");
    await store(allowanceList([]));
    await settle(() => text().includes("No approvals stand"));
  });

  it("groups by spender, says of an unknown one what it is, and never shows an amount without limit as a number", async () => {
    await show(allowanceList(three()));
    expect(names()).toEqual([
      "Tarn",
      "Unknown contract · 0x0000…4e70",
      "Plain account, no contract · 0x0000…0b77",
    ]);
    expect(text()).toContain("Unlimited wstETH");
    expect(text()).not.toContain("1157920892373161954");
    type(field("Search"), "tarn");
    await settle(() => names().length === 1);
    type(field("Search"), "nothing of the kind");
    await settle(() => text().includes("Nothing found"));
  });

  it("lets only one account's approvals be chosen together, and ends those that are chosen in one operation", async () => {
    const { sent } = await show(allowanceList(three()));
    const [tarn, unlimited, other] = boxes();
    click(tarn as HTMLInputElement);
    await settle(() => other?.disabled === true);
    expect(unlimited?.disabled).toBe(false);
    expect(text()).toContain("End 1 approval");
    click(unlimited as HTMLInputElement);
    await settle(() => text().includes("End 2 approvals"));
    click(button("End 2 approvals"));
    await settle(() => location.hash === "#/approvals?review=made");
    expect(sent.find(({ name }) => name === "operations.plan")?.input).toMatchObject({
      chainId: 1,
      accountId: anna.id,
      intent: {
        kind: "revoke",
        items: [
          { form: "erc20", token: stEth.address, spender: pool },
          { form: "erc20", token: wstEth.address, spender: vault },
        ],
      },
    });
  });

  it("forgets a choice that is gone from the chain", async () => {
    const { store } = await show(allowanceList(three()));
    for (const box of boxes().slice(0, 2)) click(box);
    await settle(() => text().includes("End 2 approvals"));
    await store(allowanceList(three().slice(1)));
    await settle(() => text().includes("End 1 approval"));
    click(button("Choose none"));
    await settle(() => !text().includes("End 1 approval"));
  });

  it("tells of those past their end and chooses them, one account's at a time", async () => {
    await show(allowanceList(three()), [
      lease(),
      lease({ account: berta.address, spender: thief }),
      lease({ spender: vault, token: wstEth, until: now * 2 }),
    ]);
    expect(text()).toContain("2 approvals have reached the end you set");
    click(button("Choose them"));
    await settle(() => text().includes("End 1 approval"));
    expect(boxes().map(({ checked }) => checked)).toEqual([true, false, false]);
  });

  it("gives an approval another end", async () => {
    const { sent } = await show(allowanceList([allowance()]));
    expect(text()).toContain("no end set");
    click(button("Actions for the approval"));
    click(button("Set an end"));
    click(button("Save"));
    await settle(() => sent.some(({ name }) => name === "leases.set"));
    const input = sent.find(({ name }) => name === "leases.set")?.input;
    expect(input?.key).toBe(leaseKey({ ...allowance(), chainId: 1 }));
    expect(Math.round((Number(input?.until) - Date.now() / 1000) / 86_400)).toBe(7);
  });
});
