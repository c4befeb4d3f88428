import { describe, expect, it } from "vitest";
import { en } from "../../i18n/en/index.ts";
import { createTranslator } from "../../i18n/translator.ts";
import { redemptionTime } from "./redemption-words.ts";
import { day, redemption } from "./stored-records.test-kit.ts";

const words = createTranslator("en", "en", en, en);
const now = 1_700_000_000 + 2 * day;

describe("the time of a redemption", () => {
  it("is a range of days with what it rests on and how much of the wait is over", () => {
    const queued = redemption({
      expected: { earliest: now + day, latest: now + 2 * day, basis: "recent-finalisations" },
    });
    const time = redemptionTime(queued, now, words);
    expect(time.when).toMatch(/^Expected Nov 17\s–\s18, 2023$/);
    expect(time.basis).toContain("what the queue paid lately");
    expect(time.progress).toBe(0.5);
  });

  it("never offers a past date as one to come", () => {
    const late = redemption({
      expected: { earliest: now - 2 * day, latest: now - day, basis: "recent-finalisations" },
    });
    const time = redemptionTime(late, now, words);
    expect(time.when).toBe("No date can be said");
    expect(time.basis).toContain("longer than was estimated");
    const begun = redemption({ expected: { earliest: now - day, latest: now + day, basis: "fixed-period" } });
    expect(redemptionTime(begun, now, words).when).toBe("Expected by Nov 17, 2023");
  });

  it.each(["bunker", "paused", "unknown"] as const)("says why there is no date: %s", (basis) => {
    const time = redemptionTime(redemption({ expected: { basis } }), now, words);
    expect(time.when).toBe("No date can be said");
    expect(time.basis).toBe(words.t(`portfolio.basis-${basis}`));
    expect(time.progress).toBeUndefined();
  });

  it("is now for a ready one and a past day for a claimed one", () => {
    expect(redemptionTime(redemption({ state: "ready" }), now, words).when).toBe("Can be claimed now");
    const claimed = redemption({ state: "claimed", claimedAt: now - day });
    expect(redemptionTime(claimed, now, words).when).toBe("Claimed Nov 15, 2023");
  });
});
