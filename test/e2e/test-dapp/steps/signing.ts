import { type Around, account, type Group, person, type Step } from "../step.ts";

const ours = new RegExp(`^${account}$`, "i");
/** 65 bytes as JSON. */
const signature = /^"0x[0-9a-f]{130}"$/;
const typed = { method: "eth_signTypedData_v4", person: person.confirms, result: signature } as const;
const personal = { method: "personal_sign", person: person.confirms, result: signature } as const;
const seen = (
  press: string,
  says: string,
  sees: readonly RegExp[],
  method = typed.method as string,
): Step => ({
  press,
  says,
  sees,
  method,
  person: person.rejects,
  code: 4001,
});
const blocked = (press: string, says: string, why: RegExp): Step =>
  seen(press, says, [/This cannot be confirmed/, why], "personal_sign");

const undeclared = {
  says: "is refused: no domain is declared, so it would be good for any contract",
  method: typed.method,
  code: -32602,
} as const;

/** The taker of the dapp's permit: a person's address, until there is code. */
async function makeContract({ devnet }: Around): Promise<void> {
  await devnet.levers.rpc("anvil_setCode", ["0x5B38Da6a701c568545dCfcB03FcB875f56beddC4", "0x00"]);
}

/** Texts, sign-ins and typed data; what the dapp verifies, it verifies with its own code. */
export const signing: Group = {
  name: "signing",
  steps: [
    { ...personal, press: "personalSign", says: "signs a text", sees: [/Example `personal_sign` message/] },
    {
      press: "personalSignVerify",
      says: "is verified by personal_ecRecover",
      method: "personal_ecRecover",
      shows: { personalSignVerifyECRecoverResult: ours },
    },
    seen(
      "siweResources",
      "shows a sign-in with what it is for",
      [/Sign in .*Request some_id For ipfs:\/\/Qme7ss3ARVgxv6rXqVPiikMJ8u2NLgmgszg13pYrDKEoiu/],
      "personal_sign",
    ),
    {
      ...personal,
      press: "siwe",
      says: "signs in, after a warning: its address is https, the page's is not",
      sees: [/Read this first The sign-in is about https:/, /It says I accept the MetaMask Terms of Service/],
    },
    blocked(
      "siwe",
      "does not sign in twice with one nonce",
      /You have signed in to this site with it before/,
    ),
    blocked("siweBadDomain", "signs in to no other site", /This signs you in to metamask\.badactor\.io/),
    blocked("siweBadAccount", "signs in for no other account", /another account than the one that signs/),
    blocked("siweMalformed", "signs nothing that only looks like a sign-in", /is not written as one \(uri\)/),
    {
      ...typed,
      press: "signTypedDataV4",
      says: "signs, saying that the meaning is unknown",
      sees: [/Weir does not know what “Mail” means/, /Ether Mail/],
    },
    { press: "signTypedDataV4Verify", says: "is verified", shows: { signTypedDataV4VerifyResult: ours } },
    { ...typed, press: "signExtraDataNotTyped", says: "signs what is typed", sees: [/“Wallet”/] },
    {
      ...seen("signPermit", "cannot be confirmed for a person's address", [
        /This cannot be confirmed 0x5B38…ddC4 is a person’s address/,
        /may take up to 3,000/,
        /never runs out/,
      ]),
      afterwards: makeContract,
    },
    { ...typed, press: "signPermit", says: "signs a permit for a contract", sees: [/may take up to 3,000/] },
    { press: "signPermitVerify", says: "is verified", shows: { signPermitVerifyResult: ours } },
    { ...undeclared, press: "sign721Permit", shows: { sign721PermitResult: /^Error/ } },
    { ...undeclared, press: "signSeaportBulkOrder" },
    seen("signPermitSingle", "shows what Permit2 would let be taken, and until when", [
      /This cannot be confirmed 0x3fC9…7FAD is a person’s address/,
      /may take all your .*until Aug 5, 2024/,
    ]),
    seen("signPermitBatch", "shows each token", [/all your .*98,765,432,109,876,543,210/]),
    seen("signBlurOrder", "says that the meaning is unknown", [/does not know what “Order” means/]),
  ],
};
