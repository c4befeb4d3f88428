import { Transaction } from "ethers/transaction";
import { describe, expect, it } from "vitest";
import type { Account, Hex } from "../../src/core/account/account.ts";
import { addressOfKey } from "../../src/core/account/address.ts";
import { typedDataDigest } from "../../src/core/account/typed-data-digest.ts";
import { signDigest } from "../../src/signers/memory/digest-signature.ts";
import { memorySigner } from "../../src/signers/memory/memory-signer.ts";
import eip1559 from "./data/eip1559.json" with { type: "json" };

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "hex"));

describe("EIP-155, the example of its text", () => {
  it("signs the published hash into the published v, r and s", () => {
    const key = bytes("46".repeat(32));
    const transaction = Transaction.from({
      type: 0,
      chainId: 1,
      nonce: 9,
      gasPrice: 20n * 10n ** 9n,
      gasLimit: 21_000n,
      to: "0x3535353535353535353535353535353535353535",
      value: 10n ** 18n,
      data: "0x",
    });
    expect(transaction.unsignedHash).toBe(
      "0xdaf5a779ae972f972197303d7b574746c7ef83eadac0f2791ad23db92e4c8e53",
    );
    const signature = signDigest(transaction.unsignedHash as Hex, key, addressOfKey(key));
    expect(BigInt(signature.r)).toBe(
      18515461264373351373200002665853028612451056578545711640558177340181847433846n,
    );
    expect(BigInt(signature.s)).toBe(
      46948507304638947509940763649030358759909902576025900602547168820602576006531n,
    );
    transaction.signature = signature;
    expect(transaction.serialized).toBe(
      "0xf86c098504a817c800825208943535353535353535353535353535353535353535880de0b6b3a76400008025a028ef61340bd939bc2195fe537567866003e1a15d3c71ff63e1590620aa636276a067cbe9d8997f761aecb703304b3800ccf555c9f3dc64214b297fb1966a3b6d83",
    );
  });
});

describe("EIP-1559, through the wallet's own signer", () => {
  it.each(eip1559)("nonce $nonce on chain 7822", async (vector) => {
    const key = bytes(vector.privateKey);
    const account: Account = {
      id: "a",
      kind: "imported",
      address: addressOfKey(key),
      label: "A",
      hidden: false,
      createdAt: 0,
    };
    const lender = {
      withSecretKey: async <T>(_: Account, use: (lent: Uint8Array) => T | Promise<T>) => use(key),
    };
    const signed = await memorySigner(lender, account, async () => {}).signTransaction({
      chainId: 7822,
      nonce: vector.nonce,
      to: vector.to as Hex,
      data: "0x",
      value: BigInt(vector.value),
      gasLimit: BigInt(vector.gasLimit),
      maxFeePerGas: BigInt(vector.maxFeePerGas),
      maxPriorityFeePerGas: BigInt(vector.maxPriorityFeePerGas),
    });
    expect(signed.raw).toBe(`0x${vector.signed}`);
  });
});

describe("EIP-712, the Mail example of its text", () => {
  const mail = {
    domain: {
      name: "Ether Mail",
      version: "1",
      chainId: 1n,
      verifyingContract: "0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC",
    },
    primaryType: "Mail",
    types: {
      Person: [
        { name: "name", type: "string" },
        { name: "wallet", type: "address" },
      ],
      Mail: [
        { name: "from", type: "Person" },
        { name: "to", type: "Person" },
        { name: "contents", type: "string" },
      ],
    },
    message: {
      from: { name: "Cow", wallet: "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826" },
      to: { name: "Bob", wallet: "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB" },
      contents: "Hello, Bob!",
    },
  } as const;

  it("has the published digest and signature", () => {
    const digest = typedDataDigest(mail);
    expect(digest).toBe("0xbe609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2");
    // The text's key is the Keccak-256 of "cow".
    const key = bytes("c85ef7d79691fe79573b1a7064c19c1a9819ebdbd1faaab1a8ec92344438aaf4");
    expect(addressOfKey(key)).toBe("0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826");
    expect(signDigest(digest, key, addressOfKey(key))).toEqual({
      v: 28,
      r: "0x4355c47d63924e8a72e509b65029052eb6c299d53a04e167c5775fd466751c9d",
      s: "0x07299936d304c153f6443dfa05f40ff007d72911b6f72307f996231605b91562",
    });
  });
});
