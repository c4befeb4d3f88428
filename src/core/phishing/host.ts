/**
 * The host that an origin names, as the browser wrote it (ASCII, lower case, no dot at the end). Undefined for what no list
 * of names speaks of: an IP address, this machine, another scheme than http and https.
 */
export function namedHost(origin: string): string | undefined {
  const host = /^https?:\/\/([^/:?#]+)(:\d+)?$/i.exec(origin)?.[1]?.toLowerCase().replace(/\.$/, "");
  if (host === undefined || host === "localhost" || host.endsWith(".localhost")) return undefined;
  return /^[\d.]+$/.test(host) ? undefined : host;
}

/** A host and the domains above it, down to two labels: a.b.c, b.c. */
export function domainsOf(host: string): string[] {
  const labels = host.split(".");
  return labels.slice(0, -1).map((_label, index) => labels.slice(index).join("."));
}
