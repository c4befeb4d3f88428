import { type Rule, remark } from "../facts.ts";
import type { SiteFacts } from "../site-facts.ts";

/**
 * A site that passes itself off as a known one. Letters of another script that read like a known name are there to deceive;
 * everything else may still be a coincidence.
 */
export const lookAlikeSite: Rule<SiteFacts> = {
  id: "look-alike-site",
  check: ({ lookAlike, letters, host }) =>
    lookAlike
      ? [
          remark(
            lookAlike.by === "letters" && letters !== "plain" ? "block" : "warn",
            `look-alike-site-${lookAlike.by}`,
            { host, known: lookAlike.domain },
          ),
        ]
      : [],
};
