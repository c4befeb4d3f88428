import { act } from "react";
import { button, field, type Script, settle } from "../../app/fake-platform.test-kit.tsx";
import { click } from "../../ui/render.test-kit.tsx";
import {
  device,
  type FakeDevice,
  first,
  ledgerAccount,
  renderBeside,
  type Shown,
} from "./fake-ledger.test-kit.tsx";
import PairFlow from "./index.tsx";

export const live = (index: number): string => `m/44'/60'/${index}'/0/0`;
/** What the page says; the spaces before units are not told apart from others. */
export const text = (): string => (document.body.textContent ?? "").replaceAll("\u00a0", " ");
/** The rows whose address is read. */
export const rows = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>("[data-testid=pair-row]"),
];
export const boxes = (): HTMLInputElement[] =>
  rows().flatMap((row) => row.querySelector<HTMLInputElement>("input[type=checkbox]") ?? []);
export const inRow = (index: number, selector: string): HTMLElement => {
  const found = rows()[index]?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector} in row ${index}: ${text()}`);
  return found;
};
export const box = (index: number): HTMLElement => inRow(index, "input");

/** Another place to look for addresses. */
export function choose(value: string): void {
  const select = field<HTMLSelectElement>("Where to look");
  act(() => {
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

/** A network on which the addresses that are named hold one ether, and everybody else nothing. */
export const looks = (...rich: string[]): Script["devices.look"] =>
  function look({ addresses }) {
    const read = (addresses as string[]).map((address) => ({
      address,
      chainId: 1,
      native: rich.includes(address) ? "1000000000000000000" : "0",
      holdings: rich.includes(address)
        ? [
            { assetId: "0xae", symbol: "stETH", decimals: 18, amount: "2500000000000000000", kind: "token" },
            {
              assetId: "native",
              symbol: "ETH",
              decimals: 18,
              amount: "300000000000000000",
              kind: "claimable",
            },
          ]
        : [],
    }));
    return { read, failed: [] };
  };

/** A worker that takes all. */
export const script: Script = {
  "devices.pair": () => device,
  "devices.look": looks(first),
  "devices.add": ({ accounts }) =>
    (accounts as { address: string; path: string }[]).map((each, index) => ({
      ...ledgerAccount,
      ...each,
      id: `new${index}`,
    })),
  "accounts.select": () => ({}),
};

/** On the screen of addresses, all five of the first page read. */
export async function paired(fake: FakeDevice, shown: Shown = {}) {
  const rendered = await renderBeside(<PairFlow />, fake, { script, ...shown });
  await settle(() => text().includes("Connect the Ledger"));
  click(button("Connect the Ledger"));
  await settle(() => rows().length === 5);
  return rendered;
}
