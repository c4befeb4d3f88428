/** One open page (an extension page or a site), driven the same way in both browsers. */
export interface BrowserPage {
  /** Runs a function's source in the page with JSON arguments; gives its JSON result (promises awaited). */
  evaluate<R>(script: (...args: never[]) => R | Promise<R>, ...args: unknown[]): Promise<R>;
  /** Runs a script's text in the page, past the page's own rules, as a debugger does. */
  inject(text: string): Promise<void>;
  goto(url: string): Promise<void>;
  url(): Promise<string>;
  screenshot(file: string): Promise<void>;
  /** Sets the page's viewport. */
  resize(width: number, height: number): Promise<void>;
  /** A trusted click by the browser's input, at the middle of the element. */
  click(selector: string): Promise<void>;
  /** Trusted typing into the element after focusing and clearing it. */
  type(selector: string, text: string): Promise<void>;
  /** A trusted key press, e.g. "Tab", "Enter", "Escape". */
  press(key: string): Promise<void>;
  /** Gives a file input a file of this name and text, as its dialog would. */
  chooseFile(selector: string, name: string, text: string): Promise<void>;
  colorScheme(scheme: "light" | "dark"): Promise<void>;
  /** The document in the frame element at `selector`, driven the same way. */
  frame(selector: string): Promise<BrowserPage>;
  close(): Promise<void>;
}

/** A browser with the extension installed in a fresh profile. */
export interface ExtensionBrowser {
  name: "chromium" | "firefox";
  /** Address of an extension page, e.g. url("tab.html"). */
  extensionUrl(path: string): string;
  newPage(url: string): Promise<BrowserPage>;
  /** The extension page opened by the extension itself (confirm window, first-run tab), when it appears. */
  waitForPage(match: (url: string) => boolean, timeoutMs?: number): Promise<BrowserPage>;
  /** URLs of all open pages. */
  pageUrls(): Promise<string[]>;
  /** Ends the service worker (Chromium) or the event page (Firefox) at once, as the browser may at any moment. */
  endWorker(): Promise<void>;
  /** Hosts beyond this computer that the browser asked for; a proxy noted them and let none through. */
  outsideHosts(): string[];
  /** The profile's folder on disk. */
  profile: string;
  close(): Promise<void>;
}
