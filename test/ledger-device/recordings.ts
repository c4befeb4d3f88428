// Only in node: reads files of the development dependency @ledgerhq/hw-app-eth 7.9.0.
import { readFileSync } from "node:fs";

/** An APDU and its answer with the status word, hex without 0x. */
export interface Exchange {
  request: string;
  answer: string;
}

export interface Recording {
  /** Row of the list of genuine records that this project keeps: 1 … 13. */
  record: number;
  /** The test or the fixture it stands in. */
  name: string;
  /** Who signed, or whose address it is; absent where nothing is signed. */
  signer?: string;
  exchanges: Exchange[];
  /** Typed data that the exchanges carry, as JSON text. */
  typedData?: string;
}

/**
 * Recorded exchanges of Ledger's Ethereum app from Ledger's own tests. Only those are here whose signatures recover, with
 * their own v, to an address that others confirm; the package has more, some of them edited by hand. Seed B is the
 * public default phrase of Ledger's emulator, so these are of the app itself, not necessarily of a physical device.
 */
export const signers = {
  a: "0x6cBCD73CD8e8a42844662f0A0e76D7F79Afd933d",
  b: "0xDad77910DbDFdE764fC21FCD4E74D71bBACA6D8D",
  c: "0xfC9B95EAF8E6f5Fc433053C921ac6e94Dc79416f",
  /** Two more seeds, each confirmed by several fixtures of typed data. */
  d: "0xB7030d92Ec58bA063aC413a2Ce0420A14686f84f",
  e: "0xEB1297A7AeEd59196eb8A4e401C952Eb19F62006",
  /** Of "abandon … about" at 44'/60'/0'/0'/0. */
  abandon: "0xCbA98362e199c41E1864D0923AF9646d3A648451",
} as const;

/** The phrase of seed B, public: the default of Ledger's emulator Speculos. */
export const emulatorPhrase =
  "glory promote mansion idle axis finger extra february uncover one trip resource lawn turtle enact monster seven myth punch hobby comfort wild raise skin";

const folder = new URL("../../node_modules/@ledgerhq/hw-app-eth/tests/", import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, folder), "utf8");

function exchangesIn(source: string): Exchange[] {
  const lines = [...source.toLowerCase().matchAll(/(=>|<=) *([0-9a-f]+)/g)];
  return lines.flatMap(([, arrow, hex], i) => {
    const next = lines[i + 1];
    return arrow === "=>" && next?.[1] === "<=" ? [{ request: hex!, answer: next[2]! }] : [];
  });
}

/** The bodies of the package's tests by their names, without block comments (one holds an old record). */
function testBodies(): Map<string, string> {
  const source = text("Eth.unit.test.ts").replace(/\/\*[\s\S]*?\*\//g, "");
  const starts = [...source.matchAll(/\b(?:it|test)\(\s*"([^"]+)"/g)];
  return new Map(starts.map((start, i) => [start[1]!, source.slice(start.index, starts[i + 1]?.index)]));
}

const named: { record: number; name: string; signer: string }[] = [
  { record: 1, name: "getAddress with chain ID", signer: signers.a },
  { record: 2, name: "should clear sign the coin transaction", signer: signers.a },
  { record: 3, name: "should clear sign the ERC20 transaction", signer: signers.a },
  { record: 4, name: "should clear sign the ERC721 transaction with plugin load", signer: signers.a },
  { record: 4, name: "should clear sign the ERC1155 transaction with plugin load", signer: signers.a },
  { record: 5, name: "should clear sign the external plugin transaction", signer: signers.a },
  { record: 6, name: "signTransaction supports EIP1559", signer: signers.b },
  { record: 7, name: "signTransaction supports EIP2930", signer: signers.b },
  { record: 12, name: "getAddress", signer: signers.abandon },
];

/** Number of a fixture and, where it is another, the name of its message. */
const fixtures: { record: number; names: [apdus: string, message?: string][]; signer: string }[] = [
  {
    record: 9,
    names: [
      ["15", "15-permit"],
      ["16", "16-permit2"],
      ["17", "17-uniswapx"],
      ["18", "18-1inch-fusion"],
    ],
    signer: signers.b,
  },
  { record: 10, names: [["14"]], signer: signers.a },
  { record: 11, names: [["0"], ["11"], ["12"], ["13"]], signer: signers.d },
  {
    record: 11,
    names: [["1"], ["4"], ["5"], ["6"], ["8"], ["9"], ["10"]],
    signer: signers.e,
  },
];

export function readRecordings(): Recording[] {
  const bodies = testBodies();
  const ofTests = named.map((entry) => {
    const exchanges = exchangesIn(bodies.get(entry.name) ?? "");
    // What follows record 7 in its test is another transaction, with a signature of nobody known.
    return { ...entry, exchanges: entry.record === 7 ? exchanges.slice(0, 1) : exchanges };
  });
  const stark = [...bodies].flatMap(([name, body]) => {
    const exchanges = exchangesIn(body);
    const signs = name.startsWith("stark") && exchanges.some(({ request }) => request.startsWith("e004"));
    return signs ? [{ record: 8, name, signer: signers.c, exchanges }] : [];
  });
  const ofFixtures = fixtures.flatMap(({ record, names, signer }) =>
    names.map(([name, message = name]) => ({
      record,
      name,
      signer,
      exchanges: exchangesIn(text(`fixtures/apdus/${name}.apdus`)),
      typedData: text(`fixtures/messages/${message}.json`),
    })),
  );
  const versions = ["version-1.0.0", "version-1.11.1", "version-1.12.0"].map((name) => ({
    record: 13,
    name,
    exchanges: exchangesIn(text(`fixtures/apdus/${name}.apdus`)),
  }));
  return [...ofTests, ...stark, ...ofFixtures, ...versions].sort((a, b) => a.record - b.record);
}
