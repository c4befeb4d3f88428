/** Prints `label`, runs `work`, prints how it ended. Gives what `work` gives; a failure goes on to the caller. */
export async function step(label, work) {
  const started = Date.now();
  process.stdout.write(`▸ ${label}\n`);
  try {
    const result = await work();
    process.stdout.write(`  ✓ ${label} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
    return result;
  } catch (error) {
    process.stdout.write(`  ✗ ${label}\n`);
    throw error;
  }
}
