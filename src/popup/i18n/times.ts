const UNITS = [
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3_600 },
  { unit: "minute", seconds: 60 },
  { unit: "second", seconds: 1 },
] as const;

/**
 * `seconds` in the two largest units that matter: "3 days, 4 hr", "12 min", "0 sec". The rest is cut off.
 * Negative counts as zero.
 */
export function formatDuration(locale: string, seconds: number): string {
  let rest = Math.max(0, Math.floor(seconds));
  const first = UNITS.findIndex((each) => rest >= each.seconds);
  const shown = first < 0 ? UNITS.slice(-1) : UNITS.slice(first, first + 2);
  const parts: string[] = [];
  for (const { unit, seconds: size } of shown) {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    if (amount === 0 && parts.length > 0) continue;
    parts.push(
      new Intl.NumberFormat(locale, {
        style: "unit",
        unit,
        unitDisplay: unit === "day" ? "long" : "short",
      }).format(amount),
    );
  }
  return new Intl.ListFormat(locale, { type: "unit", style: "short" }).format(parts);
}

/** How long ago: "3 min ago" for 200. Cut off to the largest unit, so never claims to be older than it is. */
export function formatAge(locale: string, seconds: number): string {
  const age = Math.max(0, Math.floor(seconds));
  const { unit, seconds: size } = UNITS.find((each) => age >= each.seconds) ?? { unit: "second", seconds: 1 };
  const style = unit === "day" ? "long" : "short";
  return new Intl.RelativeTimeFormat(locale, { numeric: "always", style }).format(
    -Math.floor(age / size),
    unit,
  );
}

export type DateStyle = "date" | "time" | "date-time";

const DATE_OPTIONS: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  date: { dateStyle: "medium" },
  time: { timeStyle: "short" },
  "date-time": { dateStyle: "medium", timeStyle: "short" },
};

/** A moment (seconds since 1970) in the reader's time zone. `timeZone` is for tests. */
export function formatDateTime(
  locale: string,
  unixSeconds: number,
  style: DateStyle = "date-time",
  timeZone?: string,
): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  return new Intl.DateTimeFormat(locale, { ...DATE_OPTIONS[style], ...zone }).format(unixSeconds * 1000);
}
