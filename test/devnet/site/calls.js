// The few calls this page makes, encoded by hand: a selector and 32-byte words.

export const STETH = "0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84";
export const WSTETH = "0x7f39C581F595B53c5cb19bD0b3f8dA6c935E2Ca0";
export const LOCH = "0x000000000000000000000000000000000010C4e7";
export const UNLIMITED = (1n << 256n) - 1n;
const NOBODY = "0x0000000000000000000000000000000000000000";

/** @param {string | bigint} value address or number */
const word = (value) =>
  (typeof value === "bigint" ? value.toString(16) : value.slice(2)).toLowerCase().padStart(64, "0");
/** @param {string} selector @param {(string | bigint)[]} values */
const call = (selector, ...values) => selector + values.map(word).join("");

export const approve = (spender, amount) => call("0x095ea7b3", spender, amount);
export const submit = () => call("0xa1903eab", NOBODY);
export const deposit = (token, amount) => call("0x47e7ef24", token, amount);
export const withdraw = (token, amount) => call("0xf3fef3a3", token, amount);
export const depositedBy = (account, token) => call("0xf7888aec", account, token);
export const balanceOf = (account) => call("0x70a08231", account);
export const allowance = (owner, spender) => call("0xdd62ed3e", owner, spender);

/** "0.5" → wei; undefined when it is no plain decimal number with at most 18 places. */
export function parseAmount(text) {
  const match = /^(\d{1,30})(?:\.(\d{1,18}))?$/.exec(text.trim());
  return match ? BigInt(match[1] + (match[2] ?? "").padEnd(18, "0")) : undefined;
}

/** Wei → at most six decimal places, cut, never rounded up. */
export function showAmount(wei) {
  if (wei === UNLIMITED) return "without limit";
  const digits = wei.toString().padStart(19, "0");
  const fraction = digits.slice(-18, -12).replace(/0+$/, "");
  return digits.slice(0, -18) + (fraction === "" ? "" : `.${fraction}`);
}
