import { useState } from "react";
import { parsePath } from "../../../core/device/paths.ts";
import { type ErrorReport, errorReport } from "../../../core/errors/index.ts";
import { Form } from "../../app/Form.tsx";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/TextField.tsx";

/** A path that somebody types; handed on in its one spelling. */
export function CustomPath({ onPath }: { readonly onPath: (path: string) => void }) {
  const { t, errorText } = useI18n();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<ErrorReport>();

  function submit(): void {
    try {
      onPath(parsePath(text));
      setText("");
      setProblem(undefined);
    } catch (thrown) {
      setProblem(errorReport(thrown, "path"));
    }
  }

  return (
    <Form onSubmit={submit} testId="path-form">
      <TextField
        label={t("pair.path")}
        value={text}
        mono
        maxLength={120}
        onChange={(next) => {
          setText(next);
          setProblem(undefined);
        }}
        hint={problem ? undefined : t("pair.path-hint")}
        error={problem && errorText(problem)}
      />
      <Button type="submit">{t("pair.path-read")}</Button>
    </Form>
  );
}
