import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { keccak256 } from "ethers/crypto";

/** Where Uniswap's own package carries the code that runs at Permit2's address on every network. */
const PUBLISHED = createRequire(import.meta.url).resolve(
  "@uniswap/v4-periphery/lib/permit2/test/utils/DeployPermit2.sol",
);
const CODE_HASH = "0xa1ad0529565c25202190d4ae7f75d4ca08dc432cc760544ee7d0313b68e82ecd";

/**
 * Permit2's runtime code as Uniswap publishes it for tests (MIT), not compiled here: its source wants an older
 * compiler. It works out its EIP-712 domain from the chain and the address it runs at.
 * @returns {Promise<string>} 0x-prefixed
 * @throws {Error} when the package holds another code than the known one
 */
export async function permit2Code() {
  const [, code] = /hex"([0-9a-f]+)"/.exec(await readFile(PUBLISHED, "utf8")) ?? [];
  if (code === undefined || keccak256(`0x${code}`) !== CODE_HASH) {
    throw new Error("the package @uniswap/v4-periphery does not hold the Permit2 code that is known");
  }
  return `0x${code}`;
}
