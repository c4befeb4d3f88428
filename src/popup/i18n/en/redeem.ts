/** Words of redeem. Keys begin with "redeem.". */
export const redeem = {} as const;
