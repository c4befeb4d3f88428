import * as v from "valibot";
import type { ErrorReport } from "../../core/errors/index.ts";
import { errorReport, WeirError } from "../../core/errors/index.ts";
import { toWire, type Wire } from "../../core/wire/wire.ts";
import type { Schema } from "./command.ts";
import { type CommandHandlers, type CommandName, popupCommands } from "./index.ts";

export const popupChannel = "weir/popup";

const Envelope = v.strictObject({ to: v.literal(popupChannel), name: v.string(), input: v.unknown() });

export type Answer = { ok: true; value: Wire } | { ok: false; error: ErrorReport };

/** Whether a message is meant for the popup router at all (others must be left to other listeners). */
export function isPopupMessage(message: unknown): boolean {
  return typeof message === "object" && message !== null && (message as { to?: unknown }).to === popupChannel;
}

/**
 * Answers one message of an extension page. `trusted` is the platform's word that the sender is one. Always
 * resolves: a handler that throws answers with its error's report, so that no sender waits for ever.
 */
export async function answerPopupMessage(
  message: unknown,
  trusted: boolean,
  handlers: CommandHandlers,
): Promise<Answer> {
  const envelope = v.safeParse(Envelope, message);
  const name =
    envelope.success && Object.hasOwn(popupCommands, envelope.output.name) ? envelope.output.name : undefined;
  try {
    if (!trusted) throw new WeirError("message/forbidden", { name: name ?? "?" });
    if (!envelope.success || name === undefined) throw new WeirError("message/unknown", { name: "?" });
    const schema: Schema = popupCommands[name as CommandName].input;
    const input = v.safeParse(schema, envelope.output.input);
    if (!input.success) throw new WeirError("message/invalid", { name });
    const handler = handlers[name as CommandName] as (input: unknown) => Promise<unknown>;
    return { ok: true, value: toWire(await handler(input.output)) };
  } catch (error) {
    return { ok: false, error: errorReport(error, name ?? "?") };
  }
}
