import type { Primordials } from "./primordials.ts";
import type { Provider } from "./provider.ts";

/** Weir's mark for wallet lists: water over a weir. A data URI, as EIP-6963 asks. */
const icon =
  "data:image/svg+xml," +
  "%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 96 96'%3E" +
  "%3Crect width='96' height='96' rx='22' fill='%230b6e6e'/%3E" +
  "%3Cpath d='M14 36h30c12 0 12 26 24 26h14' fill='none' stroke='%23fff' stroke-width='9' stroke-linecap='round'/%3E" +
  "%3Cpath d='M14 54h22c8 0 8 20 18 20h28' fill='none' stroke='%238fe0d6' stroke-width='7' stroke-linecap='round'/%3E" +
  "%3C/svg%3E";

/** EIP-6963: announces at once and whenever a page asks who is there. The detail is frozen, the uuid this page's own. */
export function announce(safe: Primordials, provider: Provider): void {
  const info = safe.freeze({
    uuid: safe.randomUuid(),
    name: "Weir",
    icon,
    rdns: "io.github.weir-wallet",
  });
  const detail = safe.freeze({ info, provider });
  const tell = (): void => {
    safe.dispatch(new safe.CustomEvent("eip6963:announceProvider", { detail }));
  };
  safe.listen("eip6963:requestProvider", tell);
  tell();
}
