import { type ReactNode, useCallback, useEffect, useState } from "react";
import type { Input } from "../../../messages/popup/index.ts";
import { navigate, routeTo } from "../../app/router.ts";
import { useLockState } from "../../data/lock-state.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Logo } from "../../ui/Logo.tsx";
import { Page } from "../../ui/Page.tsx";
import { BackupStep } from "./BackupStep.tsx";
import { ChooseStep } from "./ChooseStep.tsx";
import { ImportStep } from "./ImportStep.tsx";
import { LedgerStep } from "./LedgerStep.tsx";
import { PasswordStep } from "./PasswordStep.tsx";
import { PhraseStep } from "./PhraseStep.tsx";
import { RestoreForm } from "./RestoreForm.tsx";
import { emptyDraft } from "./SecretForm.tsx";

type NewSecret = Input<"vault.create">["secret"];
type Step =
  | { name: "choose" | "phrase" | "import" | "ledger" | "restore" }
  | { name: "password"; secret: NewSecret; next?: string }
  | { name: "backup"; secretId: string; password: string };

/** The step before the password, where it is not the import. */
const before: Partial<Record<NewSecret["kind"], "phrase" | "ledger">> = {
  "new-phrase": "phrase",
  none: "ledger",
};

const go = (route: string): void => navigate(route, { replace: true });
const toPortfolio = (): void => go(routeTo("portfolio"));

/**
 * Setting up: choose → phrase or import → password → backup; with a Ledger password → pairing, a part of the wallet that is
 * then there. What is typed lives in this component and nowhere else.
 */
export default function Onboarding() {
  const { t } = useI18n();
  const unlocked = useLockState() === "unlocked";
  const [step, setStep] = useState<Step>({ name: "choose" });
  const [draft, setDraft] = useState(emptyDraft);
  // A wallet that is already open needs no setting up; the one just made stays here until its backup is decided.
  const already = unlocked && step.name === "choose";
  useEffect(() => {
    if (already) toPortfolio();
  }, [already]);

  const next = step.name === "password" ? step.next : undefined;
  const created = useCallback(
    (secretId: string | null, password: string, secret: NewSecret) => {
      setDraft(emptyDraft);
      if (secret.kind === "new-phrase" && secretId !== null) setStep({ name: "backup", secretId, password });
      else go(next ?? routeTo("portfolio"));
    },
    [next],
  );

  const choose = (): void => setStep({ name: "choose" });
  switch (step.name) {
    case "choose":
      return (
        <Frame key="choose" title={t("onboarding.welcome-title")}>
          <ChooseStep onChoose={(name) => setStep({ name })} />
        </Frame>
      );
    case "phrase":
      return (
        <Frame key="phrase" title={t("onboarding.phrase-title")} onBack={choose} step={[1, 3]}>
          <PhraseStep
            onChosen={(words) => setStep({ name: "password", secret: { kind: "new-phrase", words } })}
          />
        </Frame>
      );
    case "import":
      return (
        <Frame key="import" title={t("onboarding.import-title")} onBack={choose} step={[1, 2]}>
          <ImportStep
            draft={draft}
            onChange={setDraft}
            onDone={(secret) => setStep({ name: "password", secret })}
          />
        </Frame>
      );
    case "ledger":
      return (
        <Frame key="ledger" title={t("onboarding.ledger-title")} onBack={choose} step={[1, 2]}>
          <LedgerStep
            onGo={(route) => setStep({ name: "password", secret: { kind: "none" }, next: route })}
          />
        </Frame>
      );
    case "restore":
      return (
        <Frame key="restore" title={t("onboarding.restore-title")} onBack={choose}>
          <RestoreForm onRestored={toPortfolio} />
        </Frame>
      );
    case "password": {
      const { secret } = step;
      const fresh = secret.kind === "new-phrase";
      return (
        <Frame
          key="password"
          title={t("onboarding.password-title")}
          onBack={() => setStep({ name: before[secret.kind] ?? "import" })}
          step={[2, fresh ? 3 : 2]}
        >
          <PasswordStep secret={secret} onCreated={created} />
        </Frame>
      );
    }
    case "backup":
      return (
        <Frame key="backup" title={t("onboarding.backup-title")} step={[3, 3]}>
          <BackupStep secretId={step.secretId} password={step.password} onDone={toPortfolio} />
        </Frame>
      );
  }
}

interface FrameProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onBack?: () => void;
  readonly step?: readonly [now: number, of: number];
}

function Frame({ title, children, onBack, step }: FrameProps) {
  const { t } = useI18n();
  useEffect(() => {
    document.title = t("shell.title", { page: title });
  }, [t, title]);
  return (
    <Page
      title={title}
      skipLabel={t("common.skip-to-content")}
      width="narrow"
      lead={<Logo />}
      back={onBack && { label: t("common.back"), onBack }}
      actions={step && <small>{t("onboarding.step", { step: step[0], steps: step[1] })}</small>}
    >
      {children}
    </Page>
  );
}
