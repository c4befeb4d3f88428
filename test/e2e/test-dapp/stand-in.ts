interface Provider {
  request(args: { method: string; params?: unknown }): Promise<unknown>;
  on(event: string, listener: (value: unknown) => void): unknown;
  removeListener(event: string, listener: (value: unknown) => void): unknown;
}

/** One request of the page's, with what came of it; neither `result` nor `code`: not answered yet. */
export interface Asked {
  method: string;
  params: unknown;
  result?: unknown;
  /** The error's code. */
  code?: number;
  message?: string;
}

/**
 * Runs in the dapp's page before its own scripts. The dapp enables its buttons only for a provider that says `isMetaMask`;
 * Weir does not say so. Here Weir's announcement is passed on with a provider that does, hands everything to Weir's, and
 * writes down what was asked and answered: half of the buttons show that nowhere. Kept in an element, since a driver's
 * script may have globals of its own.
 */
export function standIn(): void {
  const asked: unknown[] = [];
  const kept = document.createElement("script");
  kept.type = "application/json";
  kept.id = "asked";
  kept.textContent = "[]";
  document.documentElement.append(kept);
  const keep = (): void => {
    kept.textContent = JSON.stringify(asked);
  };
  const known = new WeakMap<object, object>();
  function wrap(provider: Provider): object {
    const wrapped = {
      isMetaMask: true,
      request(args: { method: string; params?: unknown }): Promise<unknown> {
        const entry: Record<string, unknown> = { method: args.method, params: args.params };
        asked.push(entry);
        keep();
        return provider.request(args).then(
          (result) => {
            entry.result = result;
            keep();
            return result;
          },
          (error: { code?: number; message?: string }) => {
            entry.code = error.code ?? 0;
            entry.message = error.message;
            keep();
            throw error;
          },
        );
      },
      on: (event: string, listener: (value: unknown) => void) => provider.on(event, listener),
      removeListener: (event: string, listener: (value: unknown) => void) =>
        provider.removeListener(event, listener),
    };
    return wrapped;
  }
  addEventListener(
    "eip6963:announceProvider",
    (event) => {
      const { detail } = event as CustomEvent<{ info: object; provider: Provider }>;
      if (known.has(detail)) return;
      event.stopImmediatePropagation();
      const told = (known.get(detail.provider) as object | undefined) ?? {
        info: detail.info,
        provider: wrap(detail.provider),
      };
      known.set(detail.provider, told);
      known.set(told, told);
      dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail: told }));
    },
    { capture: true },
  );
}
