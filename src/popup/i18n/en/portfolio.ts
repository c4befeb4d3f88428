/** Words of portfolio. Keys begin with "portfolio.". */
export const portfolio = {} as const;
