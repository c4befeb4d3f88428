import type { Address, Hex } from "../core/account/account.ts";
import type { ChainAccess } from "../core/chain/access.ts";
import { WeirError } from "../core/errors/index.ts";
import type { Redemption } from "../core/staking/position.ts";
import type {
  BlockRef,
  Protocol,
  ProtocolReading,
  ProtocolState,
  Read,
  ReadAnswers,
} from "../core/staking/protocol.ts";

/** A protocol's part in a refresh: what is known of it before. */
export interface Subject {
  protocol: Protocol;
  known: readonly Redemption[];
  previous: ProtocolState | undefined;
  /** What its queue's logs said last. */
  queue: ProtocolState | undefined;
  /** The rate that two endpoints agree on, once asked. */
  agreedRate?: bigint | undefined;
}

export interface ChainReading {
  block: BlockRef;
  endpoint: string;
  native: ReadonlyMap<Address, bigint>;
  /** By protocol id: its reading, or what was thrown while decoding it. */
  protocols: ReadonlyMap<string, { reading: ProtocolReading } | { failure: unknown }>;
  /** Decodes a protocol again from the same answers, with a newer `queue` or an `agreedRate`. */
  again(subject: Subject): ProtocolReading;
  /** Answers to the extra reads, by their own keys. */
  extra: ReadAnswers;
}

/** A request that became final needs three rounds (status, hint, payout); a fourth would never end. */
const MOST_ROUNDS = 4;

const prefixed = (prefix: string, reads: readonly Read[]): Read[] =>
  reads.map((read) => ({ ...read, key: `${prefix}|${read.key}` }));

/**
 * Everything of one network: all accounts, all protocols and `extra` in one request, and further rounds only when
 * a protocol asks for them. One protocol that cannot be decoded does not spoil the others. Rejects with chain/*.
 */
export async function readChain(
  access: ChainAccess,
  accounts: readonly Address[],
  subjects: readonly Subject[],
  extra: readonly Read[],
): Promise<ChainReading> {
  const first = subjects.flatMap(({ protocol, known }) =>
    prefixed(protocol.definition.id, protocol.reads(accounts, known)),
  );
  const answer = await access.readMany({ reads: [...first, ...prefixed("", extra)], native: accounts });
  if (answer === undefined) throw new WeirError("chain/no-endpoint", { chainId: access.chainId });
  const { block, endpoint, native } = answer;
  const answers = new Map(answer.answers);

  const answersOf = (prefix: string): Map<string, Hex | undefined> => {
    const own = new Map<string, Hex | undefined>();
    for (const [key, data] of answers) {
      if (key.startsWith(`${prefix}|`)) own.set(key.slice(prefix.length + 1), data);
    }
    return own;
  };
  const decode = ({ protocol, known, previous, queue, agreedRate }: Subject): ProtocolReading =>
    protocol.decode({
      accounts,
      known,
      answers: answersOf(protocol.definition.id),
      block,
      previous,
      queue,
      agreedRate,
    });

  const protocols = new Map<string, { reading: ProtocolReading } | { failure: unknown }>();
  let open = [...subjects];
  for (let round = 1; open.length > 0; round += 1) {
    const wanted: Read[] = [];
    const next: Subject[] = [];
    for (const subject of open) {
      const { id } = subject.protocol.definition;
      try {
        const reading = decode(subject);
        protocols.set(id, { reading });
        if (reading.more.length === 0) continue;
        wanted.push(...prefixed(id, reading.more));
        next.push(subject);
      } catch (failure) {
        protocols.set(id, { failure });
      }
    }
    open = round < MOST_ROUNDS ? next : [];
    if (open.length === 0) break;
    const further = await access.readMany({ reads: wanted, native: [] });
    for (const read of wanted) answers.set(read.key, further?.answers.get(read.key));
  }
  return { block, endpoint, native, protocols, again: decode, extra: answersOf("") };
}
