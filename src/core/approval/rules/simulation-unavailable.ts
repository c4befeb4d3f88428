import { type Rule, remark } from "../facts.ts";

/** What could not be tried out before signing, said plainly. */
export const simulationUnavailable: Rule = {
  id: "simulation-unavailable",
  check: ({ simulation, permitSimulatedAsApproval }) => [
    ...(simulation === "partial" ? [remark("warn", "simulation-unavailable")] : []),
    ...(simulation === "whole" && permitSimulatedAsApproval ? [remark("note", "permit-as-approval")] : []),
  ],
};
