import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { Password } from "../../app/Password.tsx";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { StrengthMeter } from "../../ui/StrengthMeter.tsx";
import {
  loadPasswordJudge,
  minPasswordLength,
  minPasswordScore,
  type PasswordJudge,
} from "./password-strength.ts";

export interface NewPasswordProps {
  /** The password when it may be used, else undefined. */
  readonly onChange: (password: string | undefined) => void;
  /** Shows what is wrong also where nothing was typed yet. */
  readonly tried: boolean;
  readonly autoFocus?: boolean | undefined;
}

/** Two fields for a new password with its strength and what would help. */
export function NewPassword({ onChange, tried, autoFocus }: NewPasswordProps) {
  const { t } = useI18n();
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [judge, setJudge] = useState<PasswordJudge>();
  useEffect(() => {
    void loadPasswordJudge().then(
      (loaded) => setJudge(() => loaded),
      // Without the estimator nothing is taken for strong; the worker has its own minimum.
      () => undefined,
    );
  }, []);

  const judged = useDeferredValue(password);
  const strength = useMemo(() => (judged && judge ? judge(judged) : undefined), [judge, judged]);
  const short = [...password].length < minPasswordLength;
  const strong = strength !== undefined && judged === password && strength.score >= minPasswordScore;
  const usable = !short && strong && password === again;
  useEffect(() => onChange(usable ? password : undefined), [onChange, usable, password]);

  function problem(): string | undefined {
    if (!tried) return undefined;
    if (short) return t("onboarding.password-short", { min: minPasswordLength });
    if (strength && strength.score < minPasswordScore) {
      return t("onboarding.password-weak", { help: t(strength.help) });
    }
    return undefined;
  }
  const differs = again !== "" && (tried || again.length >= password.length) && again !== password;

  return (
    <Stack gap={3}>
      <Password
        label={t("onboarding.password-new")}
        value={password}
        onChange={setPassword}
        hint={t("onboarding.password-short", { min: minPasswordLength })}
        error={problem()}
        fresh
        autoFocus={autoFocus}
      />
      {password !== "" && strength === undefined && <p role="status">{t("onboarding.password-judging")}</p>}
      {strength && (
        <StrengthMeter
          label={t("onboarding.strength")}
          score={strength.score}
          text={t(`strength.${strength.score}`)}
          advice={strength.score < 4 ? t(strength.help) : undefined}
        />
      )}
      <Password
        label={t("onboarding.password-again")}
        value={again}
        onChange={setAgain}
        error={
          differs || (tried && !short && again !== password) ? t("onboarding.password-differs") : undefined
        }
        fresh
      />
    </Stack>
  );
}
