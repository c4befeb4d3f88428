/** Words of onboarding. Keys begin with "onboarding.". */
export const onboarding = {} as const;
