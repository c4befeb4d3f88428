/** Words of converting between two forms of the same stake. Keys begin with "convert.". */
export const convert = {} as const;
