/// <reference path="./punycode.d.ts" />
import { toUnicode } from "punycode/";

/** A host with its letters: punycode (RFC 3492) decoded label by label; a label that is none stays as it is. */
export function readableHost(host: string): string {
  return host
    .split(".")
    .map((label) => {
      try {
        return toUnicode(label);
      } catch {
        return label;
      }
    })
    .join(".");
}
