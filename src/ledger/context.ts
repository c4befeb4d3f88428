import type { ContextModule } from "@ledgerhq/context-module";

/**
 * Ledger's descriptions of contracts and tokens come from its servers, which would learn what is signed: so there are
 * none. The library's own module without its loaders still asks two services about typed data.
 */
export const noContext: ContextModule = {
  getContexts: async () => [],
  getFieldContext: async () => failure(),
  getTypedDataFilters: async () => ({ type: "error", error: new Error("no context") }),
  report: async () => undefined,
};

function failure(): Awaited<ReturnType<ContextModule["getFieldContext"]>> {
  // The enum's only member for it; naming the enum would load the whole package.
  return { type: "error", error: new Error("no context") } as Awaited<
    ReturnType<ContextModule["getFieldContext"]>
  >;
}
