/** Words of audit. Keys begin with "audit.". */
export const audit = {} as const;
