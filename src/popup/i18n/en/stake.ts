/** Words of stake. Keys begin with "stake.". */
export const stake = {} as const;
