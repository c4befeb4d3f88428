// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { Operation } from "../../../core/operation/operation.ts";
import { fakePlatform, renderPage, settle } from "../../app/fake-platform.test-kit.tsx";
import {
  asksForCalls,
  asksForLst,
  asksForSignOnly,
  asksForText,
  endsTwo,
} from "../../flows/review/site-operations.test-kit.ts";
import { now, storedLocal } from "../../flows/world.test-kit.ts";
import OperationPage from "./index.tsx";

const text = (): string => (document.body.textContent ?? "").replaceAll("\u00a0", " ");
const hash = `0x${"a".repeat(64)}` as const;
const signature = { v: 27 as const, r: `0x${"1".repeat(64)}` as const, s: `0x${"2".repeat(64)}` as const };
const fee = { maxFeePerGas: 1n, maxPriorityFeePerGas: 1n };

async function show(operation: Operation) {
  const fake = fakePlatform({ "portfolio.protocols": () => [] }, { local: storedLocal(operation) });
  await renderPage(<OperationPage id={operation.id} />, fake.platform);
  await settle(() => text().includes("Progress"));
}

describe("the page of what a site asked for", () => {
  it("tells a signed text from a confirmed transaction", async () => {
    await show({
      ...asksForText("hello"),
      state: "confirmed",
      steps: [{ state: "signed", attempts: [], signature }],
    });
    expect(text()).toContain("Text signed for pool.example");
    expect(text()).toContain("Signed");
    expect(text()).not.toContain("being sent");
    expect(text()).not.toContain("Confirmed");
  });

  it("says that a transaction was handed out, not sent", async () => {
    const attempt = {
      purpose: "original" as const,
      hash,
      raw: "0x00" as const,
      nonce: 0,
      fee,
      signedAt: now,
    };
    await show({
      ...asksForSignOnly(),
      state: "confirmed",
      steps: [{ state: "signed", attempts: [attempt] }],
    });
    expect(text()).toContain("Signed transaction for pool.example");
    expect(text()).toContain("Weir did not send it; the site may at any time");
    expect(text()).not.toContain("Speed up");
  });

  it("says which calls of a bundle were sent and which were not", async () => {
    await show(
      asksForCalls({
        state: "failed",
        steps: [
          { state: "failed", attempts: [], final: true },
          { state: "waiting", attempts: [] },
        ],
      }),
    );
    expect(text()).toContain("2 transactions for pool.example");
    expect(text()).toContain("Not sent, since an earlier one failed");
  });

  it("keeps why a site asked for tokens, and until when", async () => {
    await show({
      ...asksForLst(),
      state: "confirmed",
      steps: [{ state: "signed", attempts: [], signature }],
    });
    expect(text()).toContain("Allowance for pool.example");
    expect(text()).toContain("“Deposit into the⟨U+202E⟩ lending pool”");
    expect(text()).toContain("Allowance ends");
  });

  it("counts the allowances that are ended in one go", async () => {
    await show(endsTwo());
    expect(text()).toContain("End 2 allowances");
  });
});
