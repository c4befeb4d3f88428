import { WeirError } from "../errors/index.ts";

const grammar = /^(https?):\/\/([a-z0-9.-]+|\[::1\])(:\d{1,5})?([/?][\x21-\x7e]*)?$/i;
const thisComputer = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * The endpoint URL somebody typed, in the one form it is stored in (scheme and host in lower case, no lone slash at the
 * end). Only https, or http on this computer. The grammar is a strict part of what URL parsers accept, so that none of
 * them can read another host out of it: no user part, backslash, blank or fragment. Throws chain/endpoint-malformed or
 * chain/endpoint-insecure.
 */
export function parseEndpoint(text: string): string {
  const match = grammar.exec(text.trim());
  if (!match || text.length > 2000) throw new WeirError("chain/endpoint-malformed", {});
  const scheme = (match[1] ?? "").toLowerCase();
  const host = (match[2] ?? "").toLowerCase();
  const port = match[3] ?? "";
  const rest = match[4] ?? "";
  const labels = host.split(".");
  if (host !== "[::1]" && labels.some((label) => label === "" || label.length > 63)) {
    throw new WeirError("chain/endpoint-malformed", {});
  }
  if (Number(port.slice(1)) > 65_535 || rest.includes("#") || rest.includes("\\")) {
    throw new WeirError("chain/endpoint-malformed", {});
  }
  if (scheme === "http" && !thisComputer.has(host)) throw new WeirError("chain/endpoint-insecure", {});
  return `${scheme}://${host}${port}${rest === "/" ? "" : rest}`;
}

/**
 * What may be shown, stored in a snapshot or put into an error of an endpoint: host and port. Never path, query or
 * user part, where providers' keys are; a part of the host that looks like a key is cut too.
 */
export function hostLabel(url: string): string {
  const authority = /^[a-z]+:\/\/([^/?#\\]*)/i.exec(url)?.[1] ?? "";
  const host = authority.slice(authority.lastIndexOf("@") + 1).toLowerCase();
  if (!/^([a-z0-9.-]+|\[[0-9a-f:]+\])(:\d{1,5})?$/.test(host)) return "?";
  return host.replace(/(^|\.)([a-z0-9]*\d[a-z0-9]*)(?=\.)/g, (whole, dot: string, label: string) =>
    label.length >= 20 ? `${dot}${label.slice(0, 3)}…` : whole,
  );
}

/** Whether two endpoint URLs ask the same server, so that one is no second opinion on the other. */
export function sameHost(first: string, second: string): boolean {
  return hostLabel(first) === hostLabel(second);
}
