const trim = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

/** One measured pair as a ratio against its target. `ours` and `control` are summaries in the same unit. */
export function ratio(measure, ours, control, { target, aim, unit = "ms", atLeast = false }) {
  const value = ours.median / control.median;
  return {
    measure,
    value,
    target,
    aim,
    unit,
    ours,
    control,
    met: atLeast ? value >= target : value <= target,
  };
}

/** One measured count or size against its target. */
export function absolute(measure, value, { target, aim, unit }) {
  return { measure, value, target, aim, unit, met: value <= target };
}

/** The rows as text: value, target, aim, and what stands behind a ratio with its quartiles. */
export function table(rows) {
  const cells = rows.map(({ measure, value, target, aim, unit, ours, control, met }) => [
    met ? "✓" : "✗",
    measure,
    ours ? trim(value) : `${value} ${unit}`,
    `${target}`,
    aim === undefined ? "" : `${aim}`,
    ours
      ? `${trim(ours.median)} (${trim(ours.from)} to ${trim(ours.to)}) ÷ ${trim(control.median)} (${trim(control.from)} to ${trim(control.to)}) ${unit}, ${ours.runs} runs`
      : "",
  ]);
  const all = [["", "Measure", "Value", "Target", "Aim", "Medians (quartiles)"], ...cells];
  const widths = all[0].map((_, at) => Math.max(...all.map((row) => row[at].length)));
  return all
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
