/** Words of approve. Keys begin with "approve.". */
export const approve = {} as const;
