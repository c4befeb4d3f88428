import { useState } from "react";

export interface Shown {
  status: string;
  code: string;
}

/** Runs one thing at a time for a person to follow; what it gives is shown where it is words. */
export type Run = (what: string, work: () => Promise<unknown>) => Promise<void>;

/** How the last thing went: the library's own error code, found where wagmi keeps it. */
export function useOutcome(): [Shown, Run] {
  const [shown, setShown] = useState<Shown>({ status: "idle", code: "none" });
  const run: Run = async (what, work) => {
    setShown({ status: `${what}: asked`, code: "none" });
    try {
      const given = await work();
      setShown({ status: `${what}: done${typeof given === "string" ? ` ${given}` : ""}`, code: "none" });
    } catch (error) {
      setShown({ status: `${what}: failed, ${(error as Error).message}`, code: String(codeOf(error)) });
    }
  };
  return [shown, run];
}

function codeOf(error: unknown): unknown {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return code ?? (cause ? codeOf(cause) : "none");
}

export function Outcome({ status, code }: Shown) {
  return (
    <>
      <p id="status">{status}</p>
      <p id="error-code">{code}</p>
    </>
  );
}
