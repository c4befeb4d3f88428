import { canInstall, install, onPath } from "./packages.mjs";

/**
 * What the test of the browser's own WebHID (test/hid-shim) needs beside a browser: any C compiler, a display that nobody
 * looks at, and keys pressed on it. The compiler installed is the smallest, since the shim includes no header.
 */
const wanted = {
  compiler: { names: ["cc", "gcc", "clang", "tcc"], package: "tcc" },
  display: { names: ["Xvfb"], package: "xvfb" },
  keys: { names: ["xdotool"], package: "xdotool" },
};

/** The path of "compiler", "display" or "keys" on this machine, or undefined. */
export function findForHidShim(part) {
  for (const name of wanted[part].names) {
    const found = onPath(name);
    if (found) return found;
  }
  return undefined;
}

/** Why one of these parts is not to be had here, as a sentence; undefined when all of them are. */
export function lackingForHidShim(parts) {
  if (process.platform !== "linux") return "the device below the browser is made for Linux alone";
  const missing = parts.filter((part) => findForHidShim(part) === undefined);
  if (missing.length === 0) return undefined;
  const packages = missing.map((part) => wanted[part].package).join(" ");
  return `${missing.join(" and ")} missing (Debian: apt-get install ${packages})`;
}

/** Installs what is missing where this user may. What is still missing afterwards is for the tests to say. */
export async function ensureHidShim() {
  if (process.platform !== "linux") return;
  const missing = Object.keys(wanted).filter((part) => findForHidShim(part) === undefined);
  if (missing.length > 0 && canInstall()) await install(missing.map((part) => wanted[part].package));
}
