import { ADDRESSES } from "../../../../scripts/devnet/index.mjs";
import { type Around, account, type Group, hash, person, type Step } from "../step.ts";

const method = "eth_sendTransaction";
const sends = { method, person: person.confirms, result: hash } as const;
/** The taker that the dapp's buttons name: nobody's contract, until a step makes it one. */
const taker = "0x9bc5baF874d2DA8D216aE9f137804184EE5AfEF4";
const plainTaker =
  /0x9bc5…fEF4 is a person’s address, not a contract\. No honest site needs such an allowance/;

/** From here on there is code at the taker's address (a lone STOP), as at a market's. */
async function makeContract({ devnet }: Around): Promise<void> {
  await devnet.levers.rpc("anvil_setCode", [taker, "0x00"]);
}

const blocked = (press: string, says: string): Step => ({
  press,
  says,
  method,
  sees: [/This cannot be confirmed/],
  person: person.rejects,
  code: 4001,
});

/** A token, its transfers and allowances; the dapp deploys it itself. */
export const tokens: Group = {
  name: "tokens",
  steps: [
    {
      ...sends,
      press: "createToken",
      says: "deploys a token",
      shows: { erc20TokenAddresses: /^0x[0-9a-fA-F]{40}$/ },
    },
    { ...sends, press: "transferTokens", says: "sends 1.5 TST", sees: [/Leaves .*1\.5 TST/] },
    { ...sends, press: "transferTokensWithoutGas", says: "sends 1.5 TST", sees: [/Leaves .*1\.5 TST/] },
    {
      ...blocked("approveTokens", "cannot be confirmed for a person's address"),
      sees: [plainTaker],
      afterwards: makeContract,
    },
    { ...blocked("approveTokensWithoutGas", "cannot be confirmed for a person's address") },
    { ...sends, press: "approveTokens", says: "lets a contract take 7 TST", sees: [/7 TST/] },
    { ...sends, press: "increaseTokenAllowance", says: "adds 1 TST to it", sees: [/8 TST/] },
    {
      press: "getAllowance",
      says: "reads it back",
      fill: { allowanceOwner: account, allowanceSpender: taker },
      method: "eth_call",
      shows: { allowanceAmountResult: /^8\.0000$/ },
    },
    {
      press: "watchAssets",
      says: "has the token shown, by what its contract says of itself",
      method: "wallet_watchAsset",
      sees: [/Show this token\?/, /TST/],
      person: person.accepts("Show"),
      result: /^true$/,
    },
    {
      press: "eip747WatchButton",
      says: "is told of a symbol that the contract does not have, and rejects it",
      method: "wallet_watchAsset",
      fill: { eip747ContractAddress: ADDRESSES.wsteth, eip747Symbol: "USDC", eip747Decimals: "18" },
      sees: [/do not say the same/],
      person: person.rejects,
      code: 4001,
      shows: { eip747Status: /error/ },
    },
    {
      press: "transferFromTokens",
      says: "is told at once that it would fail: nobody allowed it",
      fill: { transferFromSenderInput: taker, transferFromRecipientInput: account },
      method: "eth_estimateGas",
      code: 3,
    },
  ],
};

/** An NFT collection and a collection of several kinds, deployed by the dapp. */
export const collections: Group = {
  name: "collections",
  steps: [
    { ...sends, press: "deployNFTsButton", says: "deploys", shows: { nftsStatus: /^Deployed$/ } },
    { ...sends, press: "mintButton", says: "mints", shows: { nftsStatus: /^Mint completed$/ } },
    {
      press: "watchNFTButton",
      says: "is refused",
      method: "wallet_watchAsset",
      code: -32602,
    },
    {
      ...sends,
      press: "approveButton",
      says: "lets a contract take one item",
      shows: { nftsStatus: /^Approve completed$/ },
    },
    {
      ...sends,
      press: "setApprovalForAllButton",
      says: "lets a contract take every item, after a warning",
      sees: [/Read this first.*every item/],
      shows: { nftsStatus: /^Set Approval For All completed$/ },
    },
    {
      ...sends,
      press: "revokeButton",
      says: "takes it back",
      shows: { nftsStatus: /^Revoke completed$/ },
    },
    {
      ...sends,
      press: "transferFromButton",
      says: "sends an item",
      shows: { nftsStatus: /^Transfer From completed$/ },
    },
    { ...sends, press: "deployERC1155Button", says: "deploys", shows: { erc1155Status: /^Deployed$/ } },
    { press: "watchAssetButton", says: "is refused", method: "wallet_watchAsset", code: -32602 },
    {
      ...sends,
      press: "batchMintButton",
      says: "mints",
      fill: { batchMintTokenIds: "1, 2, 3", batchMintIdAmounts: "1, 1, 10000000" },
      shows: { erc1155Status: /^Batch Minting completed$/ },
    },
    {
      ...sends,
      press: "setApprovalForAllERC1155Button",
      says: "lets a contract take everything, after a warning",
      sees: [/Read this first.*every item/],
      shows: { erc1155Status: /^Set Approval For All completed$/ },
    },
    {
      ...sends,
      press: "revokeERC1155Button",
      says: "takes it back",
      shows: { erc1155Status: /^Revoke completed$/ },
    },
    {
      ...sends,
      press: "batchTransferFromButton",
      says: "sends several",
      fill: { batchTransferTokenIds: "1, 2, 3", batchTransferTokenAmounts: "1, 1, 10000000" },
      shows: { erc1155Status: /^Batch Transfer From completed$/ },
    },
  ],
};
