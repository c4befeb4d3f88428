import { sameAddress } from "../../../core/account/address.ts";
import { useAccounts, useContacts } from "../../data/records.ts";
import { useProtocols } from "./protocols.ts";

/** Gives the name under which an address is known here: own account, address book, a protocol's contract. */
export function useNames(chainId: number): (address: string) => string | undefined {
  const accounts = useAccounts().value?.accounts ?? [];
  const { contacts } = useContacts();
  const protocols = useProtocols(chainId) ?? [];
  return (address) => {
    const known = [...accounts, ...contacts].find((each) => sameAddress(each.address, address));
    if (known) return known.label;
    for (const protocol of protocols) {
      const contract = protocol.contracts.find((each) => sameAddress(each.address, address));
      if (contract) return `${protocol.name} · ${contract.role}`;
    }
    return undefined;
  };
}
