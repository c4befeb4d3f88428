import type { AuditLog } from "../core/audit/audit-log.ts";
import type { CommandHandlers } from "../messages/popup/index.ts";

/** Handlers of the audit log's commands. */
export function auditCommands(log: AuditLog): Pick<CommandHandlers, "audit.list" | "audit.export"> {
  return {
    "audit.list": ({ before, limit }) =>
      log.list({ before, limit: Math.min(500, Math.max(1, Math.floor(limit))) }),
    "audit.export": async () => {
      const json = await log.export();
      await log.write("log.exported");
      return { json };
    },
  };
}
