import type { MessageKey } from "../../i18n/translator.ts";

/** A sentence on what would make a password stronger. */
export type PasswordHelp = Extract<MessageKey, `onboarding.help-${string}`>;

/** Shortest password taken, in characters. */
export const minPasswordLength = 8;
/** Lowest score taken (0 to 4 by zxcvbn). */
export const minPasswordScore = 2;

/** How hard a password is to guess, and what would help. */
export interface PasswordStrength {
  score: 0 | 1 | 2 | 3 | 4;
  help: PasswordHelp;
}

/** The library's warnings (its keys) in the wallet's words. */
const helpFor: Readonly<Record<string, PasswordHelp>> = {
  straightRow: "onboarding.help-keyboard",
  keyPattern: "onboarding.help-keyboard",
  simpleRepeat: "onboarding.help-repeat",
  extendedRepeat: "onboarding.help-repeat",
  sequences: "onboarding.help-repeat",
  recentYears: "onboarding.help-date",
  dates: "onboarding.help-date",
  topTen: "onboarding.help-common",
  topHundred: "onboarding.help-common",
  common: "onboarding.help-common",
  similarToCommon: "onboarding.help-common",
  userInputs: "onboarding.help-common",
  pwned: "onboarding.help-common",
  wordByItself: "onboarding.help-name",
  namesByThemselves: "onboarding.help-name",
  commonNames: "onboarding.help-name",
};

export type PasswordJudge = (password: string) => PasswordStrength;

let judge: Promise<PasswordJudge> | undefined;

/** Loads the estimator and its word lists, once. They are large, so only screens that choose a password ask for them. */
export function loadPasswordJudge(): Promise<PasswordJudge> {
  judge ??= Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]).then(([core, common, english]) => {
    const factory = new core.ZxcvbnFactory({
      dictionary: { ...common.dictionary, ...english.dictionary },
      graphs: common.adjacencyGraphs,
    });
    return (password) => {
      // Its time grows with the square of the length; what comes after 100 characters cannot make it weaker.
      const { score, feedback } = factory.check(password.slice(0, 100), [
        "weir",
        "wallet",
        "ethereum",
        "lido",
      ]);
      const fallback = password.length < 14 ? "onboarding.help-longer" : "onboarding.help-words";
      return { score, help: helpFor[feedback.warning ?? ""] ?? fallback };
    };
  });
  return judge;
}
