import { expect } from "vitest";
import { type Group, hash, person } from "../step.ts";

const recipient = "0x0c54FcCd2e384b4BB6f2E405Bf5Cbc15a017AaFb";
const method = "eth_sendTransaction";
const sends = { method, person: person.confirms };
/** The dapp ends its own waiting for the receipt. */
const wei = (text: string): RegExp => new RegExp(`^${text}$`);

/** Transfers of ether, deployments and calls of what was deployed. */
export const sendsGroup: Group = {
  name: "sends",
  steps: [
    {
      ...sends,
      press: "sendButton",
      says: "sends a legacy transaction as EIP-1559",
      sees: [/Send 0 ETH to 0x0c54…AaFb/],
      result: hash,
    },
    { ...sends, press: "sendEIP1559Button", says: "sends", result: hash },
    {
      ...sends,
      press: "sendEIP1559WithoutGasButton",
      says: "sends, the wallet choosing the gas",
      result: hash,
    },
    {
      ...sends,
      press: "submitForm",
      says: "sends what the form says, type 0x2",
      fill: {
        toInput: recipient,
        amountInput: "0xde0b6b3a7640000",
        typeInput: "0x2",
        maxFeeInput: "0x2540be400",
        maxPriorityFeeInput: "0x3b9aca00",
        dataInput: "0x",
      },
      sees: [/Leaves .*1 ETH/],
      result: hash,
      afterwards: async ({ devnet }) => {
        expect(BigInt(await devnet.levers.rpc("eth_getBalance", [recipient, "latest"]))).toBe(10n ** 18n);
      },
    },
    {
      ...sends,
      press: "deployButton",
      says: "deploys the piggy bank",
      result: hash,
      shows: { contractStatus: wei("Deployed") },
    },
    {
      ...sends,
      press: "depositButton",
      says: "pays 4 ETH in",
      sees: [/Leaves .*4 ETH/],
      result: hash,
      shows: { contractStatus: wei("Deposit completed") },
    },
    {
      ...sends,
      press: "withdrawButton",
      says: "takes 1 ETH out",
      sees: [/Arrives .*1 ETH/],
      result: hash,
      shows: { contractStatus: wei("Withdrawn") },
    },
    {
      ...sends,
      press: "deployFailingButton",
      says: "deploys the failing contract",
      result: hash,
      shows: { failingContractStatus: wei("Deployed") },
    },
    {
      press: "sendFailingButton",
      says: "cannot be confirmed: the contract would refuse it",
      method,
      sees: [/This cannot be confirmed The contract would refuse this/],
      person: person.rejects,
      code: 4001,
    },
    {
      ...sends,
      press: "deployMultisigButton",
      says: "deploys the multisig",
      result: hash,
      shows: { multisigContractStatus: wei("Deployed") },
    },
    {
      ...sends,
      press: "sendMultisigButton",
      says: "sends ETH to a contract, with the gas it needs",
      result: hash,
      shows: { multisigContractStatus: /completed as expected/ },
    },
    {
      press: "sendHeavyHexDataButton",
      says: "shows a call with much data, and rejects it",
      method,
      person: person.rejects,
      code: 4001,
    },
  ],
};
