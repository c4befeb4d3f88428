import * as v from "valibot";
import type { ErrorReport } from "../../core/errors/index.ts";
import { errorFromReport, WeirError } from "../../core/errors/index.ts";
import { toWire } from "../../core/wire/wire.ts";
import type { Schema } from "./command.ts";
import { type CommandName, type Input, type Output, popupCommands } from "./index.ts";
import { popupChannel } from "./router.ts";

export type SendMessage = (message: unknown) => Promise<unknown>;

/** Sends a command and gives its checked answer; rejects with the worker's WeirError or message/worker-gone. */
export type PopupClient = <N extends CommandName>(name: N, input: Input<N>) => Promise<Output<N>>;

/** A typed client over the platform's sendMessage. */
export function popupClient(send: SendMessage): PopupClient {
  return async (name, input) => {
    const message = { to: popupChannel, name, input: toWire(input) };
    let answer: unknown;
    try {
      answer = await send(message);
      if (answer === undefined) throw new TypeError("no answer");
    } catch (cause) {
      throw new WeirError("message/worker-gone", { name }, { cause });
    }
    if (typeof answer !== "object" || answer === null) throw new WeirError("message/invalid", { name });
    const { ok, value, error } = answer as { ok: unknown; value: unknown; error: ErrorReport };
    if (ok !== true) throw errorFromReport(error);
    const schema: Schema = popupCommands[name].output;
    const parsed = v.safeParse(schema, value);
    if (!parsed.success) throw new WeirError("message/invalid", { name });
    return parsed.output as Output<typeof name>;
  };
}
