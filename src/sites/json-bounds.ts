import { WeirError } from "../core/errors/index.ts";
import { pageLimits } from "../messages/page/limits.ts";

/**
 * The value of a page's params text, after one linear look at its length, nesting and number of items, so that a hostile text
 * costs no more than that look. Rejects with site/too-large or site/params-invalid.
 */
export function parseBounded(text: string): unknown {
  if (text.length > pageLimits.paramsLength) throw new WeirError("site/too-large", {});
  let depth = 0;
  let items = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (quoted) {
      if (character === 0x5c) index += 1;
      else if (character === 0x22) quoted = false;
    } else if (character === 0x22) quoted = true;
    else if (character === 0x2c) items += 1;
    else if (character === 0x5b || character === 0x7b) depth += 1;
    else if (character === 0x5d || character === 0x7d) depth -= 1;
    if (depth > pageLimits.depth || items > pageLimits.items) throw new WeirError("site/too-large", {});
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new WeirError("site/params-invalid", { detail: "not JSON" }, { cause });
  }
}
