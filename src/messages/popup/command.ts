import type { BaseIssue, BaseSchema, InferOutput } from "valibot";

export type Schema = BaseSchema<unknown, unknown, BaseIssue<unknown>>;

/** One command of the extension's own pages to the worker: what goes in and what comes back, both checked. */
export interface Command<I extends Schema = Schema, O extends Schema = Schema> {
  input: I;
  output: O;
}

export const command = <I extends Schema, O extends Schema>(input: I, output: O): Command<I, O> => ({
  input,
  output,
});

export type CommandInput<C> = C extends Command<infer I, Schema> ? InferOutput<I> : never;
export type CommandOutput<C> = C extends Command<Schema, infer O> ? InferOutput<O> : never;
