/** Words of recovery. Keys begin with "recovery.". */
export const recovery = {} as const;
