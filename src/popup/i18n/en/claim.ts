/** Words of claim. Keys begin with "claim.". */
export const claim = {} as const;
