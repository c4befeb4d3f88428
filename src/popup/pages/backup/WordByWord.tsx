import { useCallback, useEffect, useState } from "react";
import { FormError } from "../../app/FormError.tsx";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { Row, Stack } from "../../ui/Stack.tsx";
import styles from "./WordByWord.module.css";

export interface WordByWordProps {
  /** From vault.openReveal. */
  readonly token: string;
  readonly words: number;
  readonly hasPassphrase: boolean;
  /** The last word was seen and the user says that all are written down. Without it there is no such button. */
  readonly onWritten?: (() => void) | undefined;
}

/**
 * Shows a phrase one word at a time, each asked for and fetched on its own: never more than one word is in the page,
 * and that one goes when the window loses the focus.
 */
export function WordByWord({ token, words, hasPassphrase, onWritten }: WordByWordProps) {
  const { t } = useI18n();
  const reveal = useCommand("vault.revealWord");
  const [index, setIndex] = useState(0);
  const [word, setWord] = useState<string>();
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set());
  const position = index + 1;
  const hide = useCallback(() => setWord(undefined), []);

  useEffect(() => {
    const onVisibility = (): void => {
      if (document.visibilityState === "hidden") hide();
    };
    window.addEventListener("blur", hide);
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      window.removeEventListener("blur", hide);
      document.removeEventListener("visibilitychange", onVisibility);
    };
  }, [hide]);

  async function show(at: number): Promise<void> {
    hide();
    setIndex(at);
    const answer = await reveal.run({ token, index: at });
    // A window left meanwhile shows nothing.
    if (answer && document.visibilityState === "visible") {
      setWord(answer.word);
      setSeen((before) => new Set(before).add(at));
    }
  }

  function go(at: number): void {
    if (word === undefined) setIndex(at);
    else void show(at);
  }

  return (
    <Stack>
      <Notice tone="warn" still>
        {t("backup.never")}
      </Notice>
      <Progress
        label={t("backup.word-of", { position, total: words })}
        value={seen.size / words}
        valueText={`${seen.size} / ${words}`}
      />
      <div className={styles.card} data-shown={word !== undefined || undefined}>
        <span className={styles.position}>{position}</span>
        <output className={styles.word} data-testid="reveal-word">
          {word ?? <span className={styles.hidden}>{t("backup.hidden")}</span>}
        </output>
        <Button
          icon={word === undefined ? "eye" : "eye-off"}
          busy={reveal.busy}
          onClick={() => (word === undefined ? void show(index) : hide())}
        >
          {word === undefined ? t("backup.show", { position }) : t("backup.hide", { position })}
        </Button>
      </div>
      <FormError error={reveal.error} />
      <Row fill>
        <Button icon="back" disabled={index === 0 || reveal.busy} onClick={() => go(index - 1)}>
          {t("backup.previous")}
        </Button>
        <Button icon="next" disabled={position === words || reveal.busy} onClick={() => go(index + 1)}>
          {t("backup.next")}
        </Button>
      </Row>
      <p className={styles.note}>{t("backup.hides")}</p>
      {hasPassphrase && <Notice still>{t("backup.has-passphrase")}</Notice>}
      {onWritten && (
        <Button variant="primary" wide disabled={seen.size < words} onClick={onWritten}>
          {t("backup.written")}
        </Button>
      )}
    </Stack>
  );
}
