/** Words of unlock. Keys begin with "unlock.". */
export const unlock = {} as const;
