import { isDeepStrictEqual } from "node:util";
import type { Call } from "@open-rpc/test-coverage/build/coverage";
import JsonSchemaFakerRule from "@open-rpc/test-coverage/build/rules/json-schema-faker-rule";
import type { Method, OpenrpcDocument } from "./document.ts";
import { fitting } from "./params.ts";
import type { AskingSite } from "./site.ts";
import { examplesOf, type Params, SpecRule } from "./spec-rule.ts";
import type { SpecFacts } from "./world.ts";

/** Reads whose params mean something whatever the values; a block, where one is named, is the latest. */
const randomReads = new Set([
  "eth_getBalance",
  "eth_getCode",
  "eth_getTransactionCount",
  "eth_getBlockByHash",
  "eth_getBlockTransactionCountByHash",
  "eth_getTransactionByHash",
  "eth_getTransactionReceipt",
]);

type Node = (method: string, params: readonly unknown[]) => Promise<unknown>;
/** Marks a result that is to the letter the node's. */
export const nodesOwn = "the node's answer";

/** The document's examples, with what they speak of made real; a person confirms what is asked. */
export class Examples extends SpecRule {
  private readonly facts: SpecFacts;
  private readonly site: AskingSite;
  private readonly node: Node;
  constructor(facts: SpecFacts, site: AskingSite, node: Node) {
    super("example");
    this.facts = facts;
    this.site = site;
    this.node = node;
  }
  getCalls(_document: OpenrpcDocument, method: Method): Call[] {
    const examples = examplesOf(method);
    return (examples.length > 0 ? examples : [[]]).map((params) =>
      this.call(method, fitting(this.facts, method.name, params) as Params),
    );
  }
  async afterRequest(): Promise<void> {
    await this.site.decide("confirm");
  }
  /** What does not fit the schema may be what the node itself says: then the wallet has changed nothing. */
  override async validateCall(call: Call): Promise<Call> {
    await super.validateCall(call);
    if (call.valid !== true && call.error === undefined && call.methodName.startsWith("eth_get")) {
      const isFilter = call.methodName.startsWith("eth_getFilter");
      const asked = isFilter
        ? this.node("eth_getLogs", [this.facts.logFilter])
        : this.node(call.methodName, call.params);
      const said = await asked.catch(() => undefined);
      if (isDeepStrictEqual(said, call.result)) call.attachments = [{ type: "text", data: nodesOwn }];
    }
    return call;
  }
  /** Back on the first network for what comes after. */
  async afterResponse(_options: unknown, call: Call): Promise<void> {
    if (/EthereumChain$/.test(call.methodName)) {
      await this.site.ask("wallet_switchEthereumChain", [{ chainId: "0x1" }]);
    }
  }
}

/** Params by the tool's own generator. */
export class RandomParams extends SpecRule {
  constructor() {
    super("random");
  }
  getCalls(document: OpenrpcDocument, method: Method): Call[] {
    if (!randomReads.has(method.name)) return [];
    const blocks = method.params.map((param) => (param as { name: string }).name === "Block");
    const { examples: _, ...bare } = method;
    return new JsonSchemaFakerRule({ numCalls: 3, skip: [], only: [] })
      .getCalls(document, bare as Method)
      .map(({ params }) =>
        this.call(method, params.map((value, index) => (blocks[index] ? "latest" : value)) as Params),
      );
  }
}
