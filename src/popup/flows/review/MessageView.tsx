import type { Hex } from "../../../core/account/account.ts";
import type { Operation } from "../../../core/operation/operation.ts";
import { shownText } from "../../../core/site/shown-text.ts";
import { isSignInLike, readSignIn } from "../../../core/site/sign-in.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import styles from "./review.module.css";
import { ScrolledText } from "./ScrolledText.tsx";
import { SignInTable } from "./SignInTable.tsx";
import type { Review } from "./use-review.ts";

export interface MessageViewProps {
  readonly operation: Operation;
  readonly bytes: Hex;
  readonly review: Pick<Review, "setUnscrolled">;
}

/** A message to sign: what it means where it is a sign-in, and its text exactly, whatever it is. */
export default function MessageView({ operation, bytes, review }: MessageViewProps) {
  const { t } = useI18n();
  const shown = shownText(bytes);
  // Escapes never occur in a sign-in, so that the shown text stands for the bytes.
  const signIn = shown.isText && isSignInLike(shown.text) ? readSignIn(shown.text) : undefined;
  const isSignIn = signIn !== undefined && "ok" in signIn;
  const title = isSignIn
    ? t("review.sign-in-text")
    : t(shown.isText ? "review.message" : "review.message-hex");
  const text = (
    <Stack gap={2}>
      {shown.escapes > 0 && (
        <Notice tone="warn" still>
          {t("review.message-escapes", { count: shown.escapes })}
        </Notice>
      )}
      <ScrolledText label={title} text={shown.text} hex={!shown.isText} onUnscrolled={review.setUnscrolled} />
    </Stack>
  );
  return (
    <Stack>
      {isSignIn && <SignInTable operation={operation} signIn={signIn.ok} />}
      {signIn !== undefined && "problem" in signIn && (
        <Notice tone="danger" still>
          {t("review.sign-in-broken", { part: signIn.problem })}
        </Notice>
      )}
      {shown.isTransaction ? (
        <Notice tone="danger" still>
          {t("review.message-transaction")}
        </Notice>
      ) : (
        shown.isHash && (
          <Notice tone="danger" still>
            {t("review.message-hash")}
          </Notice>
        )
      )}
      <Section
        title={title}
        aside={
          shown.lines > 1 && (
            <span className={styles.meta}>{t("review.message-lines", { count: shown.lines })}</span>
          )
        }
        description={shown.isText ? undefined : t("review.message-hex-text")}
      >
        {text}
      </Section>
    </Stack>
  );
}
