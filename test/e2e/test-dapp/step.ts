import { expect } from "vitest";
import type { BrowserPage } from "../driver/driver.ts";
import { until } from "../driver/until.ts";
import { click, has, see } from "../ui.ts";
import { confirmReview, confirmWindow, confirmWindowGone } from "../wallet.ts";
import type { World } from "../world.ts";
import type { Dapp } from "./dapp.ts";

/** What a step has around it. */
export interface Around extends World {
  dapp: Dapp;
  /** How many requests the page had made when the step began. */
  from: number;
  /** To be stopped at the end. */
  started(stop: () => Promise<void>): void;
}

/** One press in the dapp, and what must come of it. */
export interface Step {
  /** The button's id, or a selector that begins with a dot. */
  readonly press: string;
  /** How the table of docs/conformance-test-dapp.md calls the button; `press`, when left out. */
  readonly button?: string;
  readonly says: string;
  /** Texts given to fields first. */
  readonly fill?: Readonly<Record<string, string>>;
  /** The request looked at; absent where the page asks for nothing. */
  readonly method?: string;
  /** What the confirm window shows. */
  readonly sees?: readonly RegExp[];
  /** What the person does in the window. Absent: the request is answered without one. */
  readonly person?: (window: BrowserPage) => Promise<void>;
  /** What the page is told: a result whose JSON fits, or an error's code. */
  readonly result?: RegExp;
  readonly code?: number;
  /** What the dapp shows then, by element. */
  readonly shows?: Readonly<Record<string, RegExp>>;
  /** What else is to be true, or to happen, afterwards. */
  readonly afterwards?: (around: Around) => Promise<void>;
}

export interface Group {
  /** As in the table. */
  readonly name: string;
  readonly steps: readonly Step[];
}

/** What a person does in the confirm window. */
export const person = {
  rejects: (window: BrowserPage): Promise<void> => click(window, "button", "Reject"),
  confirms: confirmReview,
  connects: (window: BrowserPage): Promise<void> => click(window, "button", "Connect"),
  /** Presses the button of that name, ticking first what has to be read. */
  accepts: (name: string) => async (window: BrowserPage) => {
    const unread = () => has(window, "checkbox", /I have read this/);
    await until(
      async () => (await unread()) || (await has(window, "button", name, { usable: true })),
      `${name} to be possible`,
    );
    if (await unread()) await click(window, "checkbox", /I have read this/);
    await click(window, "button", name);
  },
};

/** The account that the dapp is connected with: the first of the public phrase. */
export const account = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

/** A transaction's hash, as JSON. */
export const hash = /^"0x[0-9a-f]{64}"$/;

/** Carries a step out and checks it. */
export async function carryOut(step: Step, around: Omit<Around, "from">): Promise<void> {
  const { dapp, browser } = around;
  for (const [field, text] of Object.entries(step.fill ?? {})) await dapp.fill(field, text);
  const from = await dapp.count();
  await dapp.press(step.press);
  if (step.person) {
    const window = await confirmWindow(browser);
    for (const text of step.sees ?? []) await see(window, text);
    await step.person(window);
    await confirmWindowGone(browser);
  }
  if (step.method) {
    const [asked] = await dapp.answered(step.method, from);
    if (step.code !== undefined) expect(asked).toMatchObject({ code: step.code });
    if (step.result) {
      expect(asked).not.toHaveProperty("code");
      expect(JSON.stringify(asked?.result)).toMatch(step.result);
    }
  }
  for (const [element, text] of Object.entries(step.shows ?? {})) await dapp.becomes(element, text);
  await step.afterwards?.({ ...around, from });
}
