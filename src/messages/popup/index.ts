import { accountCommands } from "./accounts.ts";
import { allowanceCommands } from "./allowances.ts";
import type { CommandInput, CommandOutput } from "./command.ts";
import { deviceCommands } from "./devices.ts";
import { operationCommands } from "./operations.ts";
import { portfolioCommands } from "./portfolio.ts";
import { settingsCommands } from "./settings.ts";
import { siteCommands } from "./sites.ts";
import { vaultCommands } from "./vault.ts";

/** Every command that the extension's own pages may send. Nothing else may reach these names. */
export const popupCommands = {
  ...vaultCommands,
  ...accountCommands,
  ...portfolioCommands,
  ...operationCommands,
  ...siteCommands,
  ...allowanceCommands,
  ...deviceCommands,
  ...settingsCommands,
};

export type CommandName = keyof typeof popupCommands;
export type Input<N extends CommandName> = CommandInput<(typeof popupCommands)[N]>;
export type Output<N extends CommandName> = CommandOutput<(typeof popupCommands)[N]>;

/** One handler per command: the whole of what the worker offers to pages. */
export type CommandHandlers = { [N in CommandName]: (input: Input<N>) => Promise<Output<N>> };
