import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PAGES } from "../../scripts/screenshots/pages";
import { openDoors, openShown, type Doors } from "../../scripts/screenshots/walk";
import { openCountry, type Country } from "./country";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const DESK = { width: 1280, height: 720 };
const PHONE = { width: 390, height: 844 };

/** What the languages share is read once: colours, by far the longest to read, are the same in both. */
const IN_ONE_LANGUAGE = { "color-contrast": { enabled: false } };

/** Reads every page of the list in one language, as a file of its own: the languages go side by side. */
export function readEveryPage(locale: "fa" | "en"): void {
  let country: Country;
  let visitor: Page;
  let doors: Doors;
  beforeAll(async () => {
    country = await openCountry();
    visitor = await country.stranger();
    doors = await openDoors(country.as);
  });
  afterAll(() => country?.close());

  test.each(PAGES)("axe finds nothing on $name, and it is no wider than a phone", async (shown) => {
    const page = shown.as ? await country.as(shown.as) : visitor;
    await page.context().addCookies([{ name: "locale", value: locale, url: country.url, httpOnly: true }]);
    await openShown(page, shown, doors);
    expect(await page.locator("html").getAttribute("lang")).toBe(locale);
    const { violations } = await new AxeBuilder({ page })
      // No frame is on these pages, so axe need not look for other documents: ten times quicker.
      .setLegacyMode()
      .options({
        runOnly: RULES,
        rules: locale === "fa" ? {} : IN_ONE_LANGUAGE,
        resultTypes: ["violations"],
        preload: false,
      })
      .analyze();
    const found = violations.map(({ id, help, nodes }) => ({
      id,
      help,
      at: nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)),
    }));
    expect(found).toEqual([]);
    await page.setViewportSize(PHONE);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    await page.setViewportSize(DESK);
    expect(width).toBe(PHONE.width);
  });
}
