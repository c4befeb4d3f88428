import type { Group, Step } from "../step.ts";

/** Every batch of the dapp wants to be atomic, which a plain account cannot do: EIP-5792's 5760. */
const batch = (press: string, errorIn: string): Step => ({
  press,
  says: "is refused: a plain account does nothing atomically",
  method: "wallet_sendCalls",
  code: 5760,
  shows: { [errorIn]: /^Error/ },
});

/** EIP-5792. */
export const calls: Group = {
  name: "calls",
  steps: [
    {
      press: "eip5792GetCapabilitiesButton",
      says: "tells what Weir can do, by network",
      method: "wallet_getCapabilities",
      result: /"0x1":.*"atomic":\{"status":"unsupported"\}/,
    },
    {
      press: "eip5792GetCapabilitiesButton",
      says: "tells it for the networks asked for",
      fill: { eip5792ChainIdsInput: "0x1" },
      method: "wallet_getCapabilities",
      result: /^\{"0x1":/,
    },
    batch("eip5792SendCallsButton", "eip5792SendCallsError"),
    { press: "eip5792SendCallsEdit", says: "opens the form" },
    batch("eip5792SendCallsButton", "eip5792SendCallsError"),
    { press: "eip5792AddCall", says: "adds a call to the form" },
    { press: ".eip5792Call button", says: "removes a call from the form" },
    batch("eip5792SendCallsApprovalButton", "eip5792SendCallsError"),
    {
      ...batch("eip5792SendCallsRequiredAssetsButton", "eip5792SendCallsError"),
      says: "is refused: it needs assets from elsewhere",
      code: 5700,
    },
    batch("batchUsdcSwapExecuteButton", "batchUsdcSwapError"),
    ...[
      "ppomSendMaliciousEthButton",
      "ppomSendMaliciousERC20TransferButton",
      "ppomSendMaliciousERC20ApprovalButton",
      "ppomSendMaliciousSetApprovalForAllButton",
      "ppomSendMaliciousContractInteractionButton",
      "ppomSendThreeMaliciousTxsButton",
    ].map((button) => batch(button, "ppomSendCallsError")),
    {
      press: "eip5792GetCallsStatusButton",
      says: "knows no batch of that name",
      fill: { eip5792RequestIdInput: "0x01" },
      method: "wallet_getCallsStatus",
      code: 5730,
      shows: { eip5792GetCallsStatusResult: /^Error/ },
    },
  ],
};
