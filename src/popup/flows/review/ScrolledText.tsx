import { useLayoutEffect, useRef, useState } from "react";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import styles from "./review.module.css";

const toleratedPixels = 4;

export interface ScrolledTextProps {
  readonly label: string;
  readonly text: string;
  readonly hex: boolean;
  /** Told whether a part of the text was not yet on the screen. */
  readonly onUnscrolled: (unscrolled: boolean) => void;
}

/** A text to sign, whole. A long one scrolls within its box, and it is noticed when its end was reached. */
export function ScrolledText({ label, text, hex, onUnscrolled }: ScrolledTextProps) {
  const { t } = useI18n();
  const box = useRef<HTMLDivElement>(null);
  const [seenText, setSeenText] = useState<string>();
  const unseen = seenText !== text;
  useLayoutEffect(() => {
    onUnscrolled(unseen);
    return () => onUnscrolled(false);
  }, [unseen, onUnscrolled]);

  function look(): void {
    const element = box.current;
    if (element === null) return;
    const below = element.scrollHeight - element.clientHeight - element.scrollTop;
    if (below <= toleratedPixels) setSeenText(text);
  }

  useLayoutEffect(look, [text]);
  return (
    <>
      {/** biome-ignore lint/a11y/useSemanticElements: a text that scrolls needs a name and the focus, not a form's group */}
      <div
        ref={box}
        className={styles.text}
        role="group"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, so the keyboard must reach it
        tabIndex={0}
        data-hex={hex || undefined}
        data-testid="signed-text"
        onScroll={look}
      >
        {text}
      </div>
      {unseen && <p className={styles.meta}>{t("review.scroll-hint")}</p>}
    </>
  );
}
