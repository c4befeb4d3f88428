import { startAnvil } from "../../../../scripts/devnet/anvil.mjs";
import { type Group, person } from "../step.ts";

/** The one that the dapp proposes. */
const proposed = { port: 8546, chainId: 1338 };
const adds = { press: "addEthereumChain", method: "wallet_addEthereumChain" } as const;
const entry = (chainId: string): string => `.network-modal-item[data-chain-id="${chainId}"]`;

/** The network that the dapp proposes, before and after a node serves it, and the list of networks it knows. */
export const networks: Group = {
  name: "networks",
  steps: [
    { press: "openNetworkPicker", says: "opens the list" },
    {
      press: entry("0x1"),
      says: "stays on Ethereum",
      method: "wallet_switchEthereumChain",
      result: /^null$/,
    },
    {
      press: entry("0x2105"),
      says: "is told that Weir does not have Base",
      method: "wallet_switchEthereumChain",
      code: 4902,
    },
    {
      press: "switchEthereumChain",
      says: "is told that Weir does not have it",
      method: "wallet_switchEthereumChain",
      code: 4902,
    },
    {
      ...adds,
      says: "is refused while no node answers for it",
      code: -32602,
      afterwards: async ({ started }) => {
        const node = await startAnvil({
          port: proposed.port,
          args: ["--chain-id", String(proposed.chainId)],
        });
        started(node.stop);
      },
    },
    {
      ...adds,
      says: "is told when the person says no",
      sees: [/Localhost 8546/, /1338/],
      person: person.rejects,
      code: 4001,
    },
    {
      ...adds,
      says: "adds it, and is on it",
      person: person.accepts("Add"),
      result: /^null$/,
      shows: { chainId: /^0x53a$/ },
    },
    {
      press: entry("0x1"),
      says: "comes back, as it may without asking",
      method: "wallet_switchEthereumChain",
      result: /^null$/,
      shows: { chainId: /^0x1$/ },
    },
    {
      press: "switchEthereumChain",
      says: "goes there again",
      method: "wallet_switchEthereumChain",
      result: /^null$/,
      shows: { chainId: /^0x53a$/ },
    },
    {
      press: entry("0x1"),
      says: "comes back",
      method: "wallet_switchEthereumChain",
      result: /^null$/,
      shows: { chainId: /^0x1$/ },
    },
  ],
};
