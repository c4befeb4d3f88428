export type HidShimPart = "compiler" | "display" | "keys";
export function findForHidShim(part: HidShimPart): string | undefined;
export function lackingForHidShim(parts: readonly HidShimPart[]): string | undefined;
export function ensureHidShim(): Promise<void>;
