import { createContext, type ReactNode, use, useCallback, useState } from "react";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

type Announce = (text: string) => void;

const AnnounceContext = createContext<Announce>(() => {});

/** Holds the page's one polite live region; wrap the whole page once. */
export function LiveRegion({ children }: { readonly children: ReactNode }) {
  const [message, setMessage] = useState({ text: "", turn: 0 });
  // A new key makes the same text be read again when it is announced twice.
  const announce = useCallback<Announce>((text) => setMessage((last) => ({ text, turn: last.turn + 1 })), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" aria-live="polite">
        <VisuallyHidden key={message.turn}>{message.text}</VisuallyHidden>
      </div>
    </AnnounceContext>
  );
}

/** Says a short text to screen readers without moving the focus. */
export function useAnnounce(): Announce {
  return use(AnnounceContext);
}
