import type { Protocol } from "../core/staking/protocol.ts";

const folders = import.meta.glob<{ protocol: Protocol }>("./*/index.ts", { eager: true });

/** Every protocol: one per folder here, in the order of the folders' names. Adding one is adding its folder. */
export const protocols: readonly Protocol[] = Object.values(folders).map((folder) => folder.protocol);

/** The protocol with this id, or undefined. */
export function protocolById(id: string): Protocol | undefined {
  return protocols.find((protocol) => protocol.definition.id === id);
}

/** Protocols on a network. */
export function protocolsOf(chainId: number): Protocol[] {
  return protocols.filter((protocol) => protocol.definition.chainId === chainId);
}
