import { useState } from "react";
import type { Account } from "../../../core/account/account.ts";
import { sameAddress } from "../../../core/account/address.ts";
import type { Asset } from "../../../core/asset/asset.ts";
import type { Chain } from "../../../core/chain/chain.ts";
import { chainById, chains } from "../../../core/chain/chains.ts";
import type { Snapshot } from "../../../core/snapshot/snapshot.ts";
import type { Position } from "../../../core/staking/position.ts";
import { useRoute } from "../../app/router.ts";
import { useAccounts, useSelectedAccount, useSnapshot } from "../../data/records.ts";
import { type ProtocolFacts, useProtocols } from "../review/protocols.ts";

/** Where every flow begins: the network, the account and the protocol, from the route and the wallet's state. */
export interface Start {
  chain: Chain;
  account: Account;
  accounts: readonly Account[];
  setAccount(id: string): void;
  snapshot: Snapshot | undefined;
  /** All protocols of the network; undefined until the worker answered. */
  protocols: readonly ProtocolFacts[] | undefined;
  protocol: ProtocolFacts | undefined;
  setProtocol(id: string): void;
  params: URLSearchParams;
  /** The operation under review, when the form is behind us. */
  reviewId: string | undefined;
  /** Wei of the account by the last snapshot; undefined when it does not say. */
  nativeBalance: bigint | undefined;
  /** What the account holds by the last snapshot. */
  positions: readonly Position[];
}

/** Reads the start of a flow from "?account=…&protocol=…&review=…"; undefined while the accounts are not here. */
export function useStart(): Start | undefined {
  const { params } = useRoute();
  const list = useAccounts().value;
  const selected = useSelectedAccount();
  const [accountId, setAccount] = useState(params.get("account"));
  const [protocolId, setProtocol] = useState(params.get("protocol"));
  const [first] = chains;
  const chain = chainById(Number(params.get("chain"))) ?? first;
  const snapshot = useSnapshot(chain?.chainId ?? 0).value;
  const protocols = useProtocols(chain?.chainId ?? 0);
  const account = list?.accounts.find((each) => each.id === accountId) ?? selected;
  if (chain === undefined || account === undefined || list === undefined) return undefined;
  const own = (address: string) => sameAddress(address, account.address);
  return {
    chain,
    account,
    accounts: list.accounts.filter((each) => !each.hidden || each.id === account.id),
    setAccount,
    snapshot,
    protocols,
    protocol: protocols?.find((each) => each.id === protocolId) ?? protocols?.[0],
    setProtocol,
    params,
    reviewId: params.get("review") ?? undefined,
    nativeBalance: snapshot?.native.find((each) => own(each.account))?.balance,
    positions: snapshot?.positions.filter((each) => own(each.account)) ?? [],
  };
}

/** A protocol's token as an asset. */
export function tokenAsset(token: ProtocolFacts["tokens"][number]): Asset {
  return {
    id: token.id,
    symbol: token.symbol,
    name: token.name,
    decimals: token.decimals,
    address: token.address as `0x${string}`,
  };
}
