import { describe, expect, it } from "vitest";
import { formatAge, formatDateTime, formatDuration } from "./times.ts";

describe("durations", () => {
  it("show the two largest units and cut off the rest", () => {
    expect(formatDuration("en", 3 * 86_400 + 4 * 3_600 + 3_599)).toBe("3 days, 4 hr");
    expect(formatDuration("en", 86_400)).toBe("1 day");
    expect(formatDuration("en", 59.9)).toBe("59 sec");
    expect(formatDuration("en", 0)).toBe("0 sec");
    expect(formatDuration("en", -5)).toBe("0 sec");
    expect(formatDuration("de", 2 * 86_400)).toBe("2 Tage");
  });
});

describe("ages", () => {
  it("never claim to be older than they are", () => {
    expect(formatAge("en", 119)).toMatch(/^1 min/);
    expect(formatAge("en", 2 * 86_400 - 1)).toBe("1 day ago");
    expect(formatAge("de", 2 * 86_400)).toBe("vor 2 Tagen");
    expect(formatAge("en", -3)).toMatch(/^0 sec/);
  });
});

it("moments are written by locale and zone", () => {
  expect(formatDateTime("de", 1_700_000_000, "date-time", "UTC")).toBe("14.11.2023, 22:13");
  expect(formatDateTime("en", 1_700_000_000, "date", "UTC")).toBe("Nov 14, 2023");
});
