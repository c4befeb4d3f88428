/** Words of ending and changing allowances. Keys begin with "approve.". */
export const approve = {
  "approve.title": "Change an allowance",
  "approve.review": "Review",
  "approve.token": "Token",
  "approve.choice": "What shall hold from now on",
  "approve.end": "End it",
  "approve.end-explain": "Nothing can be taken any more.",
  "approve.limit": "Set another limit",
  "approve.which": "Which allowance?",
  "approve.which-explain": "Open this from an operation that granted one.",
} as const;
