import { familyPath, type PathFamily } from "../../../core/device/paths.ts";

export const pageSize = 5;

/** Where addresses are looked for: a family of paths, or single paths that the person typed. */
export type Source = PathFamily | "custom";

/** One address to choose. `number` counts from 1 within its source. */
export interface Entry {
  path: string;
  number: number;
}

/** The entries of one page (0 …) of a source; typed paths stand all on the first. */
export function entriesOf(source: Source, page: number, typed: readonly string[]): Entry[] {
  if (source === "custom") return typed.map((path, index) => ({ path, number: index + 1 }));
  return Array.from({ length: pageSize }, (_, index) => {
    const at = page * pageSize + index;
    return { path: familyPath(source, at), number: at + 1 };
  });
}
