/** Words of activity. Keys begin with "activity.". */
export const activity = {} as const;
