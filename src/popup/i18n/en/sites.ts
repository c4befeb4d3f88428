/** Words of sites. Keys begin with "sites.". */
export const sites = {} as const;
