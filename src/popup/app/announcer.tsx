import { createContext, type ReactNode, use, useCallback, useRef, useState } from "react";
import { VisuallyHidden } from "../ui/VisuallyHidden.tsx";

const Announce = createContext<(text: string) => void>(() => undefined);

/** Says a finished thing ("Copied", "Saved") to screen readers without moving the focus. */
export function useAnnounce(): (text: string) => void {
  return use(Announce);
}

/** The window's one polite live region. The same sentence twice is said twice. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ text: "", turn: 0 });
  const turn = useRef(0);
  const announce = useCallback((text: string) => {
    turn.current += 1;
    setSaid({ text, turn: turn.current });
  }, []);
  return (
    <Announce value={announce}>
      {children}
      <VisuallyHidden>
        <span role="status" aria-live="polite">
          <span key={said.turn}>{said.text}</span>
        </span>
      </VisuallyHidden>
    </Announce>
  );
}
