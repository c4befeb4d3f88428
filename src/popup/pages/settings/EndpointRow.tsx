import { useState } from "react";
import type { Output } from "../../../messages/popup/index.ts";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { ListRow } from "../../ui/List.tsx";
import { Menu } from "../../ui/Menu.tsx";
import { endpointHost } from "./endpoint-host.ts";

export interface EndpointRowProps {
  readonly chainId: number;
  readonly url: string;
  /** Absent where it cannot move or go. */
  readonly onUp: (() => void) | undefined;
  readonly onDown: (() => void) | undefined;
  readonly onRemove: (() => void) | undefined;
}

/** One endpoint with its test's outcome and what can be done with it. */
export function EndpointRow({ chainId, url, onUp, onDown, onRemove }: EndpointRowProps) {
  const { t, errorText } = useI18n();
  const test = useCommand("endpoints.test");
  const [outcome, setOutcome] = useState<Output<"endpoints.test">>();
  const host = endpointHost(url);
  const nothing = (): void => undefined;

  function detail(): string | undefined {
    if (test.busy) return t("settings.endpoint-testing");
    if (test.error) return errorText(test.error);
    if (outcome === undefined) return undefined;
    if (!outcome.ok) return errorText(outcome.error);
    return t("settings.endpoint-good", {
      milliseconds: Math.round(outcome.milliseconds),
      block: outcome.blockNumber,
    });
  }

  return (
    <ListRow
      title={host}
      detail={<span role="status">{detail()}</span>}
      actions={
        <Menu
          label={`${t("common.more")}: ${host}`}
          items={[
            {
              id: "test",
              label: t("settings.endpoint-test", { host }),
              icon: "activity",
              onSelect: () => void test.run({ chainId, url }).then(setOutcome),
            },
            {
              id: "up",
              label: t("settings.endpoint-up", { host }),
              disabled: onUp === undefined,
              onSelect: onUp ?? nothing,
            },
            {
              id: "down",
              label: t("settings.endpoint-down", { host }),
              disabled: onDown === undefined,
              onSelect: onDown ?? nothing,
            },
            {
              id: "remove",
              label: t("settings.endpoint-remove", { host }),
              icon: "trash",
              tone: "danger",
              disabled: onRemove === undefined,
              onSelect: onRemove ?? nothing,
            },
          ]}
        />
      }
    />
  );
}
