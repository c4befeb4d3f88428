import { createContext, use } from "react";

/** Which of the extension's windows this is. */
export type Surface = "popup" | "tab" | "confirm";

/** The window by its file name: popup.html, tab.html or confirm.html. */
export function surfaceOf(pathname: string): Surface {
  if (pathname.endsWith("/confirm.html")) return "confirm";
  return pathname.endsWith("/popup.html") ? "popup" : "tab";
}

export const SurfaceProvider = createContext<Surface>("tab");

/** The window this component is in. */
export function useSurface(): Surface {
  return use(SurfaceProvider);
}
