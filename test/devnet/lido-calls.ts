import { ADDRESSES, type Devnet } from "../../scripts/devnet/index.mjs";

export const ETHER = 10n ** 18n;
export const MAX_UINT256 = (1n << 256n) - 1n;
const { steth, wsteth, withdrawalQueue } = ADDRESSES;

export type Call = [method: string, args?: readonly unknown[], value?: bigint];

/** Short forms of calls to the Lido fixtures, for tests. The chain is asked for at each call, as it starts later. */
export function lidoCalls(chain: () => Devnet) {
  const onSteth = (from: string, ...[method, args, value]: Call) =>
    chain().contracts.write(from, "StEth", steth, method, args, value);
  const onWsteth = (from: string, ...[method, args, value]: Call) =>
    chain().contracts.write(from, "WstEth", wsteth, method, args, value);
  const onQueue = (from: string, ...[method, args]: Call) =>
    chain().contracts.write(from, "WithdrawalQueue", withdrawalQueue, method, args);
  const askSteth = (...[method, args]: Call) => chain().contracts.read("StEth", steth, method, args);
  const askWsteth = (...[method, args]: Call) => chain().contracts.read("WstEth", wsteth, method, args);
  const askQueue = (...[method, args]: Call) =>
    chain().contracts.read("WithdrawalQueue", withdrawalQueue, method, args);

  const stake = (from: string, wei: bigint) =>
    onSteth(from, "submit", ["0x0000000000000000000000000000000000000000"], wei);
  const balance = async (address: string) =>
    BigInt(await chain().levers.rpc("eth_getBalance", [address, "latest"]));
  const blockTime = async () =>
    BigInt((await chain().levers.rpc("eth_getBlockByNumber", ["latest", false])).timestamp);

  /** Stakes and asks to withdraw; answers with the ids. */
  async function requestWithdrawals(owner: string, amounts: readonly bigint[]): Promise<bigint[]> {
    await stake(
      owner,
      amounts.reduce((sum, amount) => sum + amount, ETHER),
    );
    await onSteth(owner, "approve", [withdrawalQueue, MAX_UINT256]);
    await onQueue(owner, "requestWithdrawals", [amounts, owner]);
    return [...(await askQueue("getWithdrawalRequests", [owner]))].sort((a, b) => (a < b ? -1 : 1));
  }
  async function hintsFor(ids: readonly bigint[]): Promise<bigint[]> {
    return [...(await askQueue("findCheckpointHints", [ids, 1, await askQueue("getLastCheckpointIndex")]))];
  }

  return {
    onSteth,
    onWsteth,
    onQueue,
    askSteth,
    askWsteth,
    askQueue,
    stake,
    balance,
    blockTime,
    requestWithdrawals,
    hintsFor,
  };
}
