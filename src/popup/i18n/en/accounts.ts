/** Words of accounts. Keys begin with "accounts.". */
export const accounts = {} as const;
