import { TypedDataEncoder, verifyTypedData } from "ethers/hash";
import type { World } from "../world.ts";

const permitTypes = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
};

/** A permit of stETH for the demo's contract as a site asks for it, with its hashes and who signed it. */
export async function permitOf({ devnet }: World, owner: string, value: bigint) {
  const { steth, loch } = devnet.addresses;
  const domain = { name: "Liquid staked Ether 2.0", version: "2", chainId: 1, verifyingContract: steth };
  const nonce = String(await devnet.contracts.read("StEth", steth, "nonces", [owner]));
  const deadline = String(Math.floor(Date.now() / 1000) + 3600);
  const message = { owner, spender: loch, value: String(value), nonce, deadline };
  return {
    message,
    json: JSON.stringify(TypedDataEncoder.getPayload(domain, permitTypes, message)),
    domainHash: TypedDataEncoder.hashDomain(domain),
    messageHash: TypedDataEncoder.hashStruct("Permit", permitTypes, message),
    signer: (signature: unknown) => verifyTypedData(domain, permitTypes, message, String(signature)),
  };
}
