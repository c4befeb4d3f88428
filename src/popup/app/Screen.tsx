import { type ReactNode, useEffect } from "react";
import { useI18n } from "../i18n/I18nProvider.tsx";
import { NavBar } from "../ui/NavBar.tsx";
import { Page } from "../ui/Page.tsx";
import { Stack } from "../ui/Stack.tsx";
import { AccountSwitcher } from "./AccountSwitcher.tsx";
import { LockButton } from "./LockButton.tsx";
import { Notices } from "./Notices.tsx";
import { usePlaces } from "./places.ts";
import { goBack } from "./router.ts";
import styles from "./Screen.module.css";
import { SideNav } from "./SideNav.tsx";
import { useSurface } from "./surface.ts";

export interface ScreenProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Where Back leads when this window began here, such as "#/settings". Without it the screen is a main place. */
  readonly back?: string | undefined;
  /** Right of the title, before the account. */
  readonly actions?: ReactNode;
  /** The screen's main button; it takes the navigation's place at the bottom. */
  readonly footer?: ReactNode;
  readonly width?: "content" | "narrow" | undefined;
  readonly hideTitle?: boolean | undefined;
}

/**
 * One screen of the unlocked wallet: the kit's Page with the account switcher, the navigation and the notices that
 * belong to every screen. Sets the window's title.
 */
export function Screen({ title, children, back, actions, footer, width, hideTitle }: ScreenProps) {
  const { t } = useI18n();
  const surface = useSurface();
  const places = usePlaces();
  useEffect(() => {
    document.title = t("shell.title", { page: title });
  }, [t, title]);
  const bar = (
    <NavBar label={places.label} items={places.items} current={places.current} onSelect={places.go} />
  );
  const page = (
    <Page
      title={title}
      skipLabel={t("common.skip-to-content")}
      back={back === undefined ? undefined : { label: t("common.back"), onBack: () => goBack(back) }}
      actions={
        <>
          {actions}
          {back === undefined && <AccountSwitcher />}
          {back === undefined && <LockButton />}
        </>
      }
      footer={footer ?? (surface === "confirm" ? undefined : bar)}
      width={width}
      hideTitle={hideTitle}
    >
      <Stack gap={3}>
        <Notices />
        {children}
      </Stack>
    </Page>
  );
  if (surface !== "tab") return page;
  return (
    <div className={styles.frame} data-main={footer === undefined || undefined}>
      {page}
      <SideNav />
    </div>
  );
}
