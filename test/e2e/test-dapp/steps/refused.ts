import type { Group } from "../step.ts";

const transaction = { method: "eth_sendTransaction", code: -32602 } as const;
const typed = { method: "eth_signTypedData_v4", code: -32602 } as const;

/** What gets an error and no window. */
export const refused: Group = {
  name: "refused",
  steps: [
    {
      ...transaction,
      press: "sendWithInvalidValue",
      says: "names the field",
      shows: { sendMalformedResult: /value/ },
    },
    { ...transaction, press: "sendWithInvalidTxType", says: "names the field" },
    {
      ...transaction,
      press: "sendWithInvalidRecipient",
      says: "names the field",
      shows: { sendMalformedResult: /\bto\b/ },
    },
    {
      ...transaction,
      press: "sendWithInvalidGasLimit",
      says: "names the field",
      shows: { sendMalformedResult: /gasLimit/ },
    },
    {
      ...transaction,
      press: "sendWithInvalidMaxFeePerGas",
      says: "is refused, though fees are the wallet's to set",
      shows: { sendMalformedResult: /^Error/ },
    },
    {
      ...transaction,
      press: "sendTempoBatchTx",
      says: "knows no type 0x76",
      shows: { sendTempoBatchTxResult: /^Error/ },
    },
    {
      ...transaction,
      press: "maliciousSendWithOddHexData",
      says: "reads no half byte",
      shows: { maliciousWarningBypassResult: /data/ },
    },
    {
      ...transaction,
      press: "maliciousApproveERC20WithOddHexData",
      says: "reads no half byte",
      shows: { maliciousWarningBypassResult: /data/ },
    },
    {
      ...transaction,
      press: "maliciousSendWithoutHexPrefixValue",
      says: "guesses no number",
      shows: { maliciousWarningBypassResult: /value/ },
    },
    { ...typed, press: "maliciousPermitHexPaddedChain", says: "takes no network of more than 256 bits" },
    { ...typed, press: "maliciousPermitIntAddress", says: "guesses no address" },
    {
      ...typed,
      press: "signInvalidType",
      says: "names what is wrong",
      shows: { signMalformedResult: /^Error/ },
    },
    {
      ...typed,
      press: "signEmptyDomain",
      says: "names what is wrong",
      shows: { signMalformedResult: /^Error/ },
    },
    {
      ...typed,
      press: "signInvalidPrimaryType",
      says: "names what is wrong",
      shows: { signMalformedResult: /^Error/ },
    },
    {
      ...typed,
      press: "signNoPrimaryTypeDefined",
      says: "names what is wrong",
      shows: { signMalformedResult: /^Error/ },
    },
    {
      ...typed,
      press: "signInvalidVerifyingContractType",
      says: "names what is wrong",
      shows: { signMalformedResult: /^Error/ },
    },
    { press: "ethSign", says: "is not there: it signs anything", method: "eth_sign", code: 4200 },
    {
      press: "getEncryptionKeyButton",
      says: "is not there",
      method: "eth_getEncryptionPublicKey",
      code: 4200,
      shows: { encryptionKeyDisplay: /^Error/ },
    },
    {
      press: "signTypedData",
      says: "is refused with a reason",
      method: "eth_signTypedData",
      code: 4200,
      shows: { signTypedDataResult: /^Error: .*v4/i },
    },
    {
      press: "signTypedDataV3",
      says: "is refused with a reason",
      method: "eth_signTypedData_v3",
      code: 4200,
      shows: { signTypedDataV3Result: /^Error: .*v4/i },
    },
  ],
};
