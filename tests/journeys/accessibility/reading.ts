import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";
import { markUnreadLooks } from "./looks";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds on a page. Colours are read once where the same words stand on the same ground; the room between what
 * is pressed is measured where fingers press it, for it takes a third of the time.
 */
export async function faultsOf(page: Page, isPressedByFingers: boolean) {
  // Only into documents that are read: axe alone takes a quarter as long as a page with all its scripts.
  await page.evaluate(AXE);
  const looks = await markUnreadLooks(page);
  return page.evaluate(
    async ([rules, colours, sizes]) => {
      // Else it writes down the markup of every element that it looks at, with and without a fault.
      window.axe.configure({ noHtml: true });
      const { violations } = await window.axe.run({
        runOnly: rules,
        rules: { "color-contrast": { enabled: colours }, "target-size": { enabled: sizes } },
        resultTypes: ["violations"],
        preload: false,
      });
      const markupAt = (selector: string) => document.querySelector(selector)?.outerHTML.slice(0, 200);
      return violations.map(({ id, help, nodes }) => ({
        id,
        help,
        at: nodes.slice(0, 3).map(({ target }) => markupAt(target.join(" "))),
      }));
    },
    [RULES, looks > 0, isPressedByFingers] as const,
  );
}
