import type { Call } from "@open-rpc/test-coverage/build/coverage";
import JsonSchemaFakerRule from "@open-rpc/test-coverage/build/rules/json-schema-faker-rule";
import type Rule from "@open-rpc/test-coverage/build/rules/rule";
import type { Method, OpenrpcDocument } from "./document.ts";

/** What each rule shows of a method; these are the report's columns. */
export const checks = ["example", "random", "rejected", "stranger", "nothing"] as const;
export type Check = (typeof checks)[number];

/** Who asks: the tool hands a call's address on to the transport. */
export const connected = "connected";
export const stranger = "stranger";

/** Of one call: by position or by name. */
export type Params = Call["params"];
/** The params of the document's examples for a method. */
export const examplesOf = (method: Method): Params[] =>
  (method.examples ?? []).map((one) => {
    const { params } = one as unknown as { params: { value: unknown }[] };
    const values = params.map(({ value }) => value);
    return (method.paramStructure === "by-name" ? byName(method, values) : values) as Params;
  });
const byName = (method: Method, values: readonly unknown[]) =>
  Object.fromEntries(
    method.params.flatMap((param, index) =>
      index < values.length ? [[(param as { name: string }).name, values[index]]] : [],
    ),
  );

const bySchema = new JsonSchemaFakerRule();

/** One check: the calls it makes, and what of their answers is right. */
export abstract class SpecRule implements Rule {
  readonly check: Check;
  constructor(check: Check) {
    this.check = check;
  }
  getTitle(): string {
    return this.check;
  }
  abstract getCalls(document: OpenrpcDocument, method: Method): Call[];
  protected call(method: Method, params: Params, from = connected): Call {
    const { schema } = method.result as unknown as { schema: Call["resultSchema"] };
    return { title: this.check, methodName: method.name, params, url: from, resultSchema: schema };
  }
  /** The answer fits the method's result. */
  validateCall(call: Call): Call | Promise<Call> {
    if (call.error === undefined) return bySchema.validateCall(call);
    call.valid = false;
    call.reason = `error ${call.error.code}`;
    return call;
  }
}
