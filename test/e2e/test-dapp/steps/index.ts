import type { Group } from "../step.ts";
import { calls } from "./calls.ts";
import { connection } from "./connection.ts";
import { malicious } from "./malicious.ts";
import { networks } from "./networks.ts";
import { refused } from "./refused.ts";
import { sendsGroup } from "./sends.ts";
import { signing } from "./signing.ts";
import { collections, tokens } from "./tokens.ts";

/** All steps, in the order in which one page takes them. */
export const groups: readonly Group[] = [
  connection,
  networks,
  refused,
  calls,
  sendsGroup,
  tokens,
  collections,
  signing,
  malicious,
];
