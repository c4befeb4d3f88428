// Wallets announce themselves by EIP-6963. A page that only knew `window.ethereum` would get whichever wallet won
// the race for it.

/** @type {Map<string, {info: {uuid: string, name: string, rdns: string}, provider: any}>} by uuid */
const announced = new Map();

/**
 * Calls back with every wallet, once each, as they announce themselves.
 * @param {(info: {uuid: string, name: string, rdns: string}) => void} onFound
 */
export function discover(onFound) {
  window.addEventListener("eip6963:announceProvider", (event) => {
    const { info, provider } = event.detail ?? {};
    if (typeof info?.uuid !== "string" || announced.has(info.uuid)) return;
    announced.set(info.uuid, { info, provider });
    onFound(info);
  });
  window.dispatchEvent(new Event("eip6963:requestProvider"));
}

/** @param {string} uuid */
export function providerOf(uuid) {
  return announced.get(uuid)?.provider;
}
