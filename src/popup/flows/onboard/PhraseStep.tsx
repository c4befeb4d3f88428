import { useState } from "react";
import { Form } from "../../app/Form.tsx";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { RadioCards } from "../../ui/RadioCards.tsx";

/** Says what a phrase is, and asks for its length. */
export function PhraseStep({ onChosen }: { readonly onChosen: (words: 12 | 24) => void }) {
  const { t } = useI18n();
  const [words, setWords] = useState<"12" | "24">("12");
  return (
    <Form onSubmit={() => onChosen(words === "12" ? 12 : 24)}>
      <p>{t("onboarding.phrase-what")}</p>
      <p>{t("onboarding.phrase-nobody")}</p>
      <Notice tone="warn" still>
        {t("onboarding.phrase-never")} {t("onboarding.phrase-weir-never")}
      </Notice>
      <RadioCards
        legend={t("onboarding.phrase-length")}
        value={words}
        onChange={setWords}
        options={[
          { value: "12", label: t("onboarding.words-12"), description: t("onboarding.words-12-text") },
          { value: "24", label: t("onboarding.words-24"), description: t("onboarding.words-24-text") },
        ]}
      />
      <Button type="submit" variant="primary" wide>
        {t("common.continue")}
      </Button>
    </Form>
  );
}
