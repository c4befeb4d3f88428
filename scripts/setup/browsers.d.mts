export type BrowserName = "chromium" | "firefox";
export function findBrowser(browser: BrowserName): string | undefined;
export function ensureBrowsers(browsers: readonly BrowserName[]): Promise<void>;
