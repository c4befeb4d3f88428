import { shownText } from "../../site/shown-text.ts";
import { visibleText } from "../../site/visible-text.ts";
import { type Rule, remark } from "../facts.ts";
import type { SigningFacts } from "../signing-facts.ts";

/** Every text in a value of typed data. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Characters that cannot be seen or turn what is seen around. They are shown written out, and here said to be there. */
export const hiddenCharacters: Rule<SigningFacts> = {
  id: "hidden-characters",
  check: ({ bytes, typedData }) => {
    const inMessage = bytes === undefined ? 0 : shownText(bytes).escapes;
    const texts = typedData ? [...textsIn(typedData.domain), ...textsIn(typedData.message)] : [];
    const inData = texts.reduce((sum, text) => sum + visibleText(text).escapes, 0);
    const count = inMessage + inData;
    return count > 0 ? [remark("warn", "hidden-characters", { count })] : [];
  },
};
