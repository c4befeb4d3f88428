/** Words of wrap. Keys begin with "wrap.". */
export const wrap = {} as const;
