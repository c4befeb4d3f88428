import type { ErrorReport } from "../../../core/errors/index.ts";
import type { Intent } from "../../../core/staking/intent.ts";
import { navigateFromHere } from "../../app/router.ts";
import { useCommand } from "../../data/use-command.ts";
import { reviewRoute } from "../review/ReviewScreen.tsx";
import type { Start } from "./use-start.ts";

/** Makes an operation of an intent and goes on to its review. */
export interface Planning {
  plan(intent: Intent): Promise<void>;
  busy: boolean;
  error: ErrorReport | undefined;
}

/** The step from a form to its review. The record exists when the review opens, so closing the window loses nothing. */
export function usePlan(start: Start): Planning {
  const command = useCommand("operations.plan");
  return {
    busy: command.busy,
    error: command.error,
    async plan(intent) {
      const go = navigateFromHere();
      const operation = await command.run({
        chainId: start.chain.chainId,
        accountId: start.account.id,
        intent,
      });
      // Of whoever went somewhere else meanwhile the operation waits in the activity.
      if (operation) go(reviewRoute(operation));
    },
  };
}
