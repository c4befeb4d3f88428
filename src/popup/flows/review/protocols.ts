import { useEffect, useState } from "react";
import type { PopupClient } from "../../../messages/popup/client.ts";
import type { Output } from "../../../messages/popup/index.ts";
import { usePage } from "../../data/page-context.ts";

/** A protocol's facts as pages show them. */
export type ProtocolFacts = Output<"portfolio.protocols">[number];

/** Facts of this build do not change while a page lives, so each page asks once. */
const answers = new WeakMap<PopupClient, Map<number, ProtocolFacts[]>>();

/** The protocols of a network; undefined until the worker answered. */
export function useProtocols(chainId: number): readonly ProtocolFacts[] | undefined {
  const { send } = usePage();
  const [, renew] = useState(0);
  const known = answers.get(send)?.get(chainId);
  useEffect(() => {
    if (answers.get(send)?.has(chainId)) return;
    let current = true;
    send("portfolio.protocols", { chainId }).then(
      (facts) => {
        const byChain = answers.get(send) ?? new Map<number, ProtocolFacts[]>();
        answers.set(send, byChain.set(chainId, facts));
        if (current) renew((turn) => turn + 1);
      },
      // Words then stay skeletons; every command of the screen tells the same failure in its own sentence.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [send, chainId]);
  return known;
}

/** A text of a protocol's copy in the page's language, English where it lacks it. Undefined when it has none. */
export function copyText(
  protocol: ProtocolFacts | undefined,
  language: string,
  key: string,
): string | undefined {
  return protocol?.copy[language]?.[key] ?? protocol?.copy.en?.[key];
}
