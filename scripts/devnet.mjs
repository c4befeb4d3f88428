// `npm run devnet`: the development chain and the demo site in the foreground, levers as typed commands.
// Options: --port N, --site-port N, --block-time SECONDS, --history-days N.
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { commandHelp, runCommand } from "./devnet/commands.mjs";
import { ADDRESSES, startDevnet } from "./devnet/index.mjs";
import { serveSite } from "./devnet/site.mjs";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "8545" },
    "site-port": { type: "string", default: "0" },
    "block-time": { type: "string" },
    "history-days": { type: "string", default: "10" },
  },
});

// Until all is up, a signal simply ends the process, and with it anvil.
const leave = () => process.exit(130);
process.once("SIGINT", leave);
process.once("SIGTERM", leave);

const devnet = await startDevnet({
  port: Number(values.port),
  historyDays: Number(values["history-days"]),
  ...(values["block-time"] === undefined ? {} : { blockTime: Number(values["block-time"]) }),
  log: (line) => console.log(`${line} …`),
});
const site = await serveSite({ port: Number(values["site-port"]) });

const [first] = devnet.accounts;
console.log(`
Chain      ${devnet.url} (chain id ${devnet.chainId}, loopback only)
Demo site  ${site.url} and ${site.otherUrl}
Account    ${first?.address} (10 000 ETH)
Key        ${first?.privateKey}
           (a key everyone knows: never send real value to it)

Contracts`);
for (const [name, address] of Object.entries(ADDRESSES)) console.log(`  ${name.padEnd(16)} ${address}`);
console.log(`\nCommands\n${commandHelp()}\n`);

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  lines.close();
  await Promise.all([devnet.stop(), site.stop()]);
}

const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: "devnet> " });
process.off("SIGINT", leave);
process.off("SIGTERM", leave);
lines.on("SIGINT", stop);
process.on("SIGINT", stop);
process.on("SIGTERM", stop);

if (process.stdin.isTTY) lines.prompt();
for await (const line of lines) {
  if (stopping) break;
  if (line.trim() === "quit") break;
  if (line.trim() !== "") console.log(await runCommand(devnet.levers, line));
  if (process.stdin.isTTY) lines.prompt();
}
// Without a terminal the input may end at once; the chain then stays until a signal.
if (process.stdin.isTTY) await stop();
