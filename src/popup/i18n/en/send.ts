/** Words of send. Keys begin with "send.". */
export const send = {} as const;
