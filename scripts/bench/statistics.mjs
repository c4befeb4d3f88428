/** Median and the spread between the quartiles, of at least one number. */
export function summary(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => {
    const place = share * (sorted.length - 1);
    const low = sorted[Math.floor(place)];
    return low + (sorted[Math.ceil(place)] - low) * (place - Math.floor(place));
  };
  return { median: at(0.5), from: at(0.25), to: at(0.75), runs: sorted.length };
}

/** Runs each of the named works in turn, `runs` times round, so that what the machine does meanwhile meets all alike. */
export async function inTurn(runs, works) {
  const values = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const [name, work] of Object.entries(works)) values[name].push(await work());
  }
  return Object.fromEntries(Object.entries(values).map(([name, all]) => [name, summary(all)]));
}
