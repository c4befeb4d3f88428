import type { Call } from "@open-rpc/test-coverage/build/coverage";
import type { Method, OpenrpcDocument } from "./document.ts";
import { fitting } from "./params.ts";
import type { AskingSite } from "./site.ts";
import { connected, examplesOf, type Params, SpecRule, stranger } from "./spec-rule.ts";
import type { SpecFacts } from "./world.ts";

const asking: ReadonlyMap<string, typeof connected | typeof stranger> = new Map([
  ["wallet_addEthereumChain", connected],
  ["wallet_requestPermissions", connected],
  ["wallet_watchAsset", connected],
  ["wallet_sendCalls", connected],
  ["personal_sign", connected],
  ["eth_signTypedData_v4", connected],
  ["eth_sendTransaction", connected],
  ["eth_requestAccounts", stranger],
]);
const restricted = (method: Method): boolean => JSON.stringify(method.tags ?? []).includes("Restricted");

/** The person says no: 4001. */
export class Rejected extends SpecRule {
  private readonly facts: SpecFacts;
  private readonly sites: Record<string, AskingSite>;
  constructor(facts: SpecFacts, sites: Record<string, AskingSite>) {
    super("rejected");
    this.facts = facts;
    this.sites = sites;
  }
  getCalls(_document: OpenrpcDocument, method: Method): Call[] {
    const from = asking.get(method.name);
    const [example = []] = examplesOf(method);
    return from === undefined
      ? []
      : [this.call(method, fitting(this.facts, method.name, example) as Params, from)];
  }
  async afterRequest(_options: unknown, call: Call): Promise<void> {
    await this.sites[call.url]?.decide("reject");
  }
  override validateCall(call: Call): Call {
    return expecting(call, 4001);
  }
}

/** A site that was never connected gets nothing of what the document restricts: 4100, or no accounts. */
export class Strangers extends SpecRule {
  private readonly facts: SpecFacts;
  constructor(facts: SpecFacts) {
    super("stranger");
    this.facts = facts;
  }
  getCalls(_document: OpenrpcDocument, method: Method): Call[] {
    const [example = []] = examplesOf(method);
    return restricted(method)
      ? [this.call(method, fitting(this.facts, method.name, example) as Params, stranger)]
      : [];
  }
  override validateCall(call: Call): Call {
    if (call.methodName === "eth_accounts") {
      call.valid = JSON.stringify(call.result) === "[]";
      return call;
    }
    return expecting(call, 4100);
  }
}

/** A method that needs params is asked without any: -32602. */
export class NoParams extends SpecRule {
  constructor() {
    super("nothing");
  }
  getCalls(_document: OpenrpcDocument, method: Method): Call[] {
    const needed = method.params.some((param) => (param as { required?: boolean }).required === true);
    const none = (method.paramStructure === "by-name" ? {} : []) as Params;
    return needed ? [this.call(method, none)] : [];
  }
  override validateCall(call: Call): Call {
    return expecting(call, -32602);
  }
}

function expecting(call: Call, code: number): Call {
  call.valid = call.error?.code === code;
  if (!call.valid) call.reason = call.error ? `error ${call.error.code}` : "no error";
  return call;
}
