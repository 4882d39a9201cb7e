import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PAGES, type ShownPage } from "../../scripts/screenshots/pages";
import { openDoors, openShown, type Doors } from "../../scripts/screenshots/walk";
import { openCountry, type Country } from "./country";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const DESK = { width: 1280, height: 720 };
const PHONE = { width: 390, height: 844 };

/** What the languages share is read once: colours, by far the longest to read, are the same in both. */
const IN_ONE_LANGUAGE = { "color-contrast": { enabled: false } };

/**
 * In English axe reads every page of the long form (`npm run accessibility`) and every third one of the short form: the
 * languages share their markup. What each page is called and how wide it is, is asked of all.
 */
const EVERY_PAGE = process.env.ACCESSIBILITY === "every-page";

/**
 * Opens every page of the list in one language, as a file of its own: the languages go side by side. Persian is read by
 * axe on a desk, English on a phone.
 */
export function readEveryPage(locale: "fa" | "en"): void {
  const size = locale === "fa" ? DESK : PHONE;
  let country: Country;
  let visitor: Page;
  let doors: Doors;
  beforeAll(async () => {
    country = await openCountry(size);
    visitor = await country.stranger();
    doors = await openDoors(country.as);
  });
  afterAll(() => country?.close());

  const pages = PAGES.map((shown, index) => ({
    ...shown,
    isRead: locale === "fa" || EVERY_PAGE || index % 3 === 0,
  }));
  const read = pages.filter(({ isRead }) => isRead);
  test.each(read)("axe finds nothing on $name, and it is no wider than a phone", async (shown) => {
    const page = await open(shown);
    expect(await faultsOf(page)).toEqual([]);
    await expectNarrow(page);
  });
  const shownOnly = pages.filter(({ isRead }) => !isRead);
  test.runIf(shownOnly.length > 0).each(shownOnly)("$name is no wider than a phone", async (shown) => {
    await expectNarrow(await open(shown));
  });

  async function open(shown: ShownPage): Promise<Page> {
    const page = shown.as ? await country.as(shown.as) : visitor;
    await page.context().addCookies([{ name: "locale", value: locale, url: country.url, httpOnly: true }]);
    await openShown(page, shown, doors);
    expect(await page.locator("html").getAttribute("lang")).toBe(locale);
    return page;
  }

  async function faultsOf(page: Page) {
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
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      at: nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)),
    }));
  }

  async function expectNarrow(page: Page): Promise<void> {
    const isPhone = size.width === PHONE.width;
    if (!isPhone) await page.setViewportSize(PHONE);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (!isPhone) await page.setViewportSize(size);
    expect(width).toBe(PHONE.width);
  }
}
