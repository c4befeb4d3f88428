import { Component, type ReactNode } from "react";
import { useI18n } from "../i18n/I18nProvider.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Page } from "../ui/Page.tsx";
import { Row } from "../ui/Stack.tsx";
import { navigate, routeTo } from "./router.ts";

interface Props {
  readonly children: ReactNode;
}

/** Keeps a failing screen from taking the window with it. Give it a key per screen, so that another one begins anew. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const { t } = useI18n();
  return (
    <Page title={t("shell.crashed-title")} skipLabel={t("common.skip-to-content")} hideTitle width="narrow">
      <EmptyState
        icon="danger"
        title={t("shell.crashed-title")}
        action={
          <Row justify="center">
            <Button onClick={() => navigate(routeTo("portfolio"))}>{t("shell.go-portfolio")}</Button>
            <Button variant="primary" onClick={() => location.reload()}>
              {t("shell.reload")}
            </Button>
          </Row>
        }
      >
        {t("shell.crashed-text")}
      </EmptyState>
    </Page>
  );
}
