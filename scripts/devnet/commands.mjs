import { parseEther, parseUnits } from "ethers/utils";

/**
 * @typedef {object} Command
 * @property {string} usage
 * @property {string} does
 * @property {(levers: import("./levers.mjs").Levers, words: string[]) => unknown} run
 */

/** @param {string | undefined} word @param {string} what */
const needed = (word, what) => {
  if (word === undefined) throw new Error(`${what} is missing`);
  return word;
};
/** @param {string | undefined} word */
const ether = (word) => parseEther(needed(word, "an amount in ether"));
/** @param {string | undefined} word @param {number} [fallback] */
const count = (word, fallback) => {
  const number = word === undefined ? fallback : Number(word);
  if (number === undefined || !Number.isSafeInteger(number) || number < 0)
    throw new Error("a whole number is needed");
  return number;
};
/** @param {string | undefined} word */
const onOff = (word) => {
  if (word !== "on" && word !== "off") throw new Error('"on" or "off" is needed');
  return word === "on";
};

/** The levers by the names a person types. @type {Record<string, Command>} */
export const COMMANDS = {
  "pass-days": {
    usage: "pass-days N",
    does: "N days pass, each with a report",
    run: (l, [n]) => l.passDays(count(n, 1)),
  },
  "pass-time": {
    usage: "pass-time SECONDS",
    does: "time passes without a report",
    run: (l, [s]) => l.passTime(count(s)),
  },
  rate: {
    usage: "rate BASIS_POINTS",
    does: "what holders earn a year from now on",
    run: (l, [bp]) => l.setYearlyRate(count(bp)),
  },
  report: {
    usage: "report [ETHER]",
    does: "one report with these rewards",
    run: (l, [a]) => l.report({ rewards: a === undefined ? 0n : ether(a) }),
  },
  slash: {
    usage: "slash ETHER",
    does: "the pool loses ether",
    run: (l, [a]) => l.slash({ amount: ether(a) }),
  },
  finalise: {
    usage: "finalise [ID]",
    does: "requests up to ID (or all) become claimable",
    run: (l, [id]) => l.finalise(id === undefined ? {} : { upTo: count(id) }),
  },
  "pause-staking": { usage: "pause-staking", does: "stakes are refused", run: (l) => l.pauseStaking() },
  "resume-staking": {
    usage: "resume-staking",
    does: "stakes are taken again",
    run: (l) => l.resumeStaking(),
  },
  "stake-limit": {
    usage: "stake-limit ETHER [PER_BLOCK]",
    does: "the limit and its growth",
    run: (l, [max, per]) =>
      l.setStakeLimit({ max: ether(max), ...(per === undefined ? {} : { perBlock: ether(per) }) }),
  },
  "pause-queue": {
    usage: "pause-queue [SECONDS]",
    does: "no new requests",
    run: (l, [s]) => l.pauseQueue(s && count(s)),
  },
  "resume-queue": { usage: "resume-queue", does: "requests are taken again", run: (l) => l.resumeQueue() },
  bunker: { usage: "bunker on|off", does: "bunker mode", run: (l, [w]) => l.bunker(onOff(w)) },
  fund: {
    usage: "fund ADDRESS ETHER",
    does: "ether for an account",
    run: (l, [to, a]) => l.fund(needed(to, "an address"), ether(a)),
  },
  "give-steth": {
    usage: "give-steth ADDRESS AMOUNT",
    does: "stETH for an account",
    run: (l, [to, a]) => l.giveSteth(needed(to, "an address"), ether(a)),
  },
  "give-wsteth": {
    usage: "give-wsteth ADDRESS AMOUNT",
    does: "wstETH for an account",
    run: (l, [to, a]) => l.giveWsteth(needed(to, "an address"), ether(a)),
  },
  mine: { usage: "mine [N]", does: "N blocks", run: (l, [n]) => l.mine(count(n, 1)) },
  automine: {
    usage: "automine on|off",
    does: "a block per transaction",
    run: (l, [w]) => l.automine(onOff(w)),
  },
  interval: {
    usage: "interval SECONDS",
    does: "a block every so often, 0 ends it",
    run: (l, [s]) => l.intervalMining(count(s)),
  },
  drop: {
    usage: "drop HASH",
    does: "a waiting transaction is lost",
    run: (l, [h]) => l.dropTransaction(needed(h, "a hash")),
  },
  reorg: {
    usage: "reorg DEPTH",
    does: "the last blocks are replaced by empty ones",
    run: (l, [n]) => l.reorg(count(n, 1)),
  },
  "base-fee": {
    usage: "base-fee GWEI",
    does: "the base fee from now on",
    run: (l, [g]) => l.setBaseFee(parseUnits(needed(g, "an amount in gwei"), "gwei")),
  },
  snapshot: { usage: "snapshot", does: "remembers the chain as it is", run: (l) => l.snapshot() },
  revert: {
    usage: "revert ID",
    does: "goes back to a snapshot",
    run: (l, [id]) => l.revert(needed(id, "an id")),
  },
};

/** @returns {string} one line per command */
export function commandHelp() {
  const width = Math.max(...Object.values(COMMANDS).map(({ usage }) => usage.length));
  return Object.values(COMMANDS)
    .map(({ usage, does }) => `  ${usage.padEnd(width)}  ${does}`)
    .join("\n");
}

/**
 * Runs one typed line.
 * @param {import("./levers.mjs").Levers} levers
 * @param {string} line
 * @returns {Promise<string>} what to print
 */
export async function runCommand(levers, line) {
  const [name = "", ...words] = line.trim().split(/\s+/);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) return `No such command: ${name}. The commands are:\n${commandHelp()}`;
  try {
    const answer = await command.run(levers, words);
    return typeof answer === "string" ? `done: ${answer}` : "done";
  } catch (error) {
    return `${command.usage}: ${error instanceof Error ? error.message : String(error)}`;
  }
}
