import { expect } from "vitest";
import { until } from "../../driver/until.ts";
import { click } from "../../ui.ts";
import { confirmWindow, confirmWindowGone } from "../../wallet.ts";
import { type Around, type Group, person, type Step } from "../step.ts";

const sending = "eth_sendTransaction";
const signing = "eth_signTypedData_v4";
const shown = (press: string, says: string, sees: readonly RegExp[], method = sending): Step => ({
  press,
  says,
  sees,
  method,
  person: person.rejects,
  code: 4001,
});

/** Ten at once: the person is asked once, and the page told of the others that one waits already. */
const batch = (press: string, method: string): Step => ({
  press,
  says: "asks ten times at once; the person sees one",
  method,
  code: -32002,
  afterwards: async ({ browser, dapp, from }) => {
    await click(await confirmWindow(browser), "button", "Reject");
    await confirmWindowGone(browser);
    const codes = (await dapp.answered(method, from, 10)).map(({ code }) => code);
    expect(codes.sort()).toEqual([...Array.from({ length: 9 }, () => -32002), 4001]);
  },
});

/** Ten one after another: the person says no once and disconnects the site, which ends the rest. */
const queue = (press: string, method: string): Step => ({
  press,
  says: "asks ten times, one after another, until it is disconnected",
  afterwards: async ({ browser, dapp, from }: Around) => {
    await click(await confirmWindow(browser), "button", "Reject");
    await dapp.answered(method, from, 1);
    await dapp.press("revokeAccountsPermission");
    const codes = (await dapp.answered(method, from, 10)).map(({ code }) => code);
    // Disconnected, or asked with no account, which the page has no more.
    expect(codes[0]).toBe(4001);
    expect(codes.filter((code) => ![4001, 4100, -32602].includes(code ?? 0))).toEqual([]);
    await confirmWindowGone(browser).catch(async () => (await confirmWindow(browser)).close());
    await dapp.press("connectButton");
    await click(await confirmWindow(browser), "button", "Connect");
    await confirmWindowGone(browser);
    await until(async () => (await dapp.shows("accounts")) !== "", "the dapp to be connected again");
  },
});

/** Samples of theft. Weir asks nobody whether an address is bad: it says what would happen. */
export const malicious: Group = {
  name: "malicious",
  steps: [
    shown("maliciousRawEthButton", "says that the address is new", [
      /You have not sent anything to 0x5FbD…0aa3 before/,
    ]),
    shown("maliciousERC20TransferButton", "says that the address is new", [
      /You have not sent anything to 0x5FbD…0aa3 before/,
    ]),
    shown("maliciousApprovalButton", "cannot be confirmed: a person would be the taker", [
      /This cannot be confirmed 0xE50a…39e6 is a person’s address, not a contract/,
    ]),
    shown("maliciousSetApprovalForAll", "cannot be confirmed: a person would be the taker", [
      /This cannot be confirmed 0xb854…5ede is a person’s address, not a contract/i,
      /every item/,
    ]),
    shown("maliciousContractInteractionButton", "says that the contract is new to the account", [
      /has not used the contract/,
    ]),
    shown("swapComparisonSwapButton", "shows what leaves", [/Leaves -?0\.0003 ETH/]),
    shown(
      "maliciousPermit",
      "cannot be confirmed: a person would be the taker",
      [/This cannot be confirmed 0x1661…3Ee3 is a person’s address/, /up to 1,033,366,316,628/],
      signing,
    ),
    shown(
      "maliciousTradeOrder",
      "says that the meaning is unknown",
      [/does not know what “ERC721Order” means/],
      signing,
    ),
    shown(
      "maliciousSeaport",
      "cannot be confirmed: six things for nothing",
      [/This cannot be confirmed .*anybody could take 6 things of yours and you would get nothing/],
      signing,
    ),
    batch("sendEIP1559Batch", sending),
    batch("signTypedDataV4Batch", signing),
    queue("sendEIP1559Queue", sending),
    queue("signTypedDataV4Queue", signing),
  ],
};
