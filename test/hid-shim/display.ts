import { execFileSync, spawn } from "node:child_process";
import { findForHidShim } from "../../scripts/setup/hid-shim.mjs";

/** An X display that nobody looks at, for windows of the browser itself that no driver reaches. */
export interface Display {
  /** For the browser's process. */
  readonly env: Record<string, string>;
  /** Presses keys one after another, by X's names, e.g. "Tab", "Return", in whatever window has the focus. */
  press(...keys: string[]): void;
  close(): void;
}

/** Starts Xvfb, which chooses a free display's number itself. Rejects when it ends before it has one. */
export async function startDisplay(): Promise<Display> {
  const [server, xdotool] = [findForHidShim("display"), findForHidShim("keys")];
  if (!server || !xdotool) throw new Error("no display to be had");
  const child = spawn(server, ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const number = await new Promise<string>((done, fail) => {
    child.once("error", fail);
    child.once("exit", (code) => fail(new Error(`Xvfb ended with ${code}`)));
    child.stdio[3]?.once("data", (text: Buffer) => done(String(text).trim()));
  });
  const env = { DISPLAY: `:${number}` };
  return {
    env,
    press(...keys) {
      execFileSync(xdotool, ["key", "--delay", "100", ...keys], { env: { ...process.env, ...env } });
    },
    close: () => void child.kill(),
  };
}
