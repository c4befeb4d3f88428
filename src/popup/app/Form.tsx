import type { FormEvent, ReactNode } from "react";
import { Stack } from "../ui/Stack.tsx";

export interface FormProps {
  readonly children: ReactNode;
  readonly onSubmit: () => Promise<void> | void;
  readonly testId?: string | undefined;
}

/** Fields one below the other; Enter submits. Nothing is ever sent by the browser itself. */
export function Form({ children, onSubmit, testId }: FormProps) {
  return (
    <form
      noValidate
      data-testid={testId}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void onSubmit();
      }}
    >
      <Stack>{children}</Stack>
    </form>
  );
}
