/** The parts of RFC 3986 that EIP-4361 rests on. */
const unreserved = "A-Za-z0-9\\-._~";
const subDelims = "!$&'()*+,;=";
const encoded = "%[0-9A-Fa-f]{2}";
const pchar = `(?:[${unreserved}${subDelims}:@]|${encoded})`;
const octet = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

const authority = new RegExp(
  `^(?:(?:[${unreserved}${subDelims}:]|${encoded})*@)?(?:\\[([^\\[\\]]*)\\]|(?:[${unreserved}${subDelims}]|${encoded})*)(?::\\d*)?$`,
);
const futureAddress = new RegExp(`^v[0-9A-Fa-f]+\\.[${unreserved}${subDelims}:]+$`);
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`);
const uri = new RegExp(
  `^[A-Za-z][A-Za-z0-9+.-]*:(?:\\/\\/([^/?#]*)(?:\\/${pchar}*)*|(?:\\/|\\/?${pchar}+(?:\\/${pchar}*)*)?)` +
    `(?:\\?(?:${pchar}|[/?])*)?(?:#(?:${pchar}|[/?])*)?$`,
);
const statement = new RegExp(`^[${unreserved}${subDelims}:/?#\\[\\]@ ]+$`);
const requestId = new RegExp(`^${pchar}*$`);

/** IPv6address: eight groups of 16 bits, the last two perhaps as IPv4, one run of at least one group left out as "::". */
function isIpv6(text: string): boolean {
  const halves = text.split("::");
  if (halves.length > 2) return false;
  const groups = halves.map((half) => (half === "" ? [] : half.split(":")));
  const all = groups.flat();
  const last = all.at(-1);
  const endsInIpv4 = last !== undefined && !text.endsWith("::") && ipv4.test(last);
  const hex = endsInIpv4 ? all.slice(0, -1) : all;
  const size = hex.length + (endsInIpv4 ? 2 : 0);
  const fits = halves.length === 2 ? size <= 7 : size === 8;
  return fits && hex.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group));
}

/** authority = [ userinfo "@" ] host [ ":" port ] */
export function isAuthority(text: string): boolean {
  const match = authority.exec(text);
  if (!match) return false;
  const literal = match[1];
  return literal === undefined || isIpv6(literal) || futureAddress.test(literal);
}

/** URI = scheme ":" hier-part [ "?" query ] [ "#" fragment ] */
export function isUri(text: string): boolean {
  const match = uri.exec(text);
  return match !== null && (match[1] === undefined || isAuthority(match[1]));
}

/** scheme = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." ) */
export function isScheme(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*$/.test(text);
}

/** statement = 1*( reserved / unreserved / " " ) of EIP-4361 */
export function isStatement(text: string): boolean {
  return statement.test(text);
}

/** request-id = *pchar of EIP-4361 */
export function isRequestId(text: string): boolean {
  return requestId.test(text);
}

const dateTime =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/** Unix seconds (a fraction dropped) of an RFC 3339 date-time; undefined for any other text and for days no calendar has. */
export function secondsOf(text: string): number | undefined {
  const match = dateTime.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  // Date.UTC takes years below 100 for those of the last century, so the year is set by itself.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCDate() !== day) return undefined;
  const zone = match[8] ?? "Z";
  const sign = zone.startsWith("-") ? -1 : 1;
  const offset = /z/i.test(zone) ? 0 : sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
  return date.getTime() / 1000 + hour * 3600 + (minute - offset) * 60 + second;
}
