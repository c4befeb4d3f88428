import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";

const LOOPBACK = "127.0.0.1";
const START_ATTEMPTS = 3;
const READY_WITHIN_MS = 20_000;

/** Anvil's own executable: the npm wrapper would put a second process between us and the one to stop. */
function anvilExecutable() {
  const require = createRequire(import.meta.url);
  const cpu = process.arch === "x64" ? "amd64" : process.arch;
  const name = `@foundry-rs/anvil-${process.platform}-${cpu}`;
  try {
    const wrapper = createRequire(require.resolve("@foundry-rs/anvil/package.json"));
    const file = process.platform === "win32" ? "anvil.exe" : "anvil";
    return join(dirname(wrapper.resolve(`${name}/package.json`)), "bin", file);
  } catch (cause) {
    throw new Error(`No anvil for this machine (${name} is not installed). Run "npm ci" first.`, { cause });
  }
}

/** @returns {Promise<number>} a TCP port on loopback that was free a moment ago */
export async function freePort() {
  const server = createServer();
  await new Promise((done, fail) => server.once("error", fail).listen(0, LOOPBACK, () => done(undefined)));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

/**
 * One JSON-RPC call over HTTP.
 * @param {string} url
 * @param {string} method
 * @param {readonly unknown[]} [params]
 * @returns {Promise<any>} the `result`
 * @throws {RpcFailure} when the node answers with an error
 */
export async function callRpc(url, method, params = []) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
  });
  const answer = await response.json();
  if (answer.error) throw new RpcFailure(method, answer.error);
  return answer.result;
}

export class RpcFailure extends Error {
  /**
   * @param {string} method
   * @param {{code: number, message: string, data?: unknown}} error
   */
  constructor(method, error) {
    super(`${method}: ${error.message}`);
    this.name = "RpcFailure";
    this.code = error.code;
    /** Revert data where the node gives it, 0x-prefixed. */
    this.data = typeof error.data === "string" ? error.data : undefined;
  }
}

/**
 * Starts anvil on loopback.
 * @param {{port: number, args: readonly string[]}} options port 0 takes a free one
 * @returns {Promise<{url: string, port: number, stop: () => Promise<void>}>}
 */
export async function startAnvil({ port, args }) {
  for (let attempt = 1; ; attempt++) {
    const chosen = port === 0 ? await freePort() : port;
    try {
      return await launch(chosen, args);
    } catch (error) {
      // Another program may have taken the free port between our look and anvil's start.
      if (port !== 0 || attempt === START_ATTEMPTS) throw error;
    }
  }
}

/**
 * @param {number} port
 * @param {readonly string[]} args
 */
async function launch(port, args) {
  const child = spawn(anvilExecutable(), ["--host", LOOPBACK, "--port", String(port), "--quiet", ...args], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint = (complaint + chunk).slice(-2_000);
  });
  let ended = false;
  const end = new Promise((done) => {
    child.once("exit", done);
    child.once("error", (error) => {
      complaint = String(error);
      done(undefined);
    });
  }).then(() => {
    ended = true;
  });
  const killWithUs = () => child.kill("SIGKILL");
  process.once("exit", killWithUs);

  const stop = async () => {
    process.off("exit", killWithUs);
    if (!ended) child.kill("SIGTERM");
    const patience = setTimeout(() => child.kill("SIGKILL"), 3_000);
    await end;
    clearTimeout(patience);
  };

  const url = `http://${LOOPBACK}:${port}`;
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!ended && Date.now() < deadline) {
    try {
      await callRpc(url, "web3_clientVersion");
      // Whoever answered might be another program that held the port; ours would have ended by then.
      await new Promise((done) => setTimeout(done, 20));
      if (!ended) return { url, port, stop };
    } catch {
      await new Promise((done) => setTimeout(done, 25));
    }
  }
  await stop();
  throw new Error(`anvil did not start on port ${port}: ${complaint.trim() || "no answer"}`);
}
