import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserPage } from "./driver/driver.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong with the page as it is, one line each; its rules for WCAG 2.2 AA and good practice. */
export async function violations(page: BrowserPage): Promise<string[]> {
  await page.inject(axe);
  return page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const ending = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.all(ending.map((one) => one.finished.catch(() => undefined)));
    const { axe: checker } = globalThis as unknown as {
      axe: {
        run(
          on: Document,
        ): Promise<{ violations: { id: string; nodes: { target: string[]; html: string }[] }[] }>;
      };
    };
    const found = await checker.run(document);
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(" ")} ${node.html}`).join(" | ")}`,
    );
  });
}
