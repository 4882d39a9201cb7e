import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PAGES, type ShownPage } from "../../../scripts/screenshots/pages";
import { openDoors, openShown, type Doors } from "../../../scripts/screenshots/walk";
import { openCountry, PHONE, type Country } from "../country";
import { faultsOf } from "./reading";

const DESK = { width: 1280, height: 720 };

/**
 * In English axe reads every page of the long form (`npm run accessibility`) and every third one of the short form: the
 * languages share their markup. What each page is called and how wide it is, is asked of all.
 */
const EVERY_PAGE = process.env.ACCESSIBILITY === "every-page";

/** The assistant of a county sees more pages than everybody else together: they are walked beside each other. */
export const isOfAssistant = ({ as }: ShownPage): boolean => as === "gorgan";

/** Reads the pages of which this is true, in both languages. */
export function walkPages(belongs: (shown: ShownPage) => boolean): void {
  const pages = PAGES.map((shown, index) => ({ ...shown, index })).filter(belongs);
  let country: Country;
  let visitor: Page;
  let doors: Promise<Doors> | undefined;
  /** Where a page was found: its other language stands at the same address. */
  const found = new Map<string, string>();

  beforeAll(async () => {
    country = await openCountry(DESK);
    visitor = await country.stranger();
  });
  afterAll(() => country?.close());

  async function open(shown: ShownPage, locale: "fa" | "en"): Promise<Page> {
    const page = shown.as ? await country.as(shown.as) : visitor;
    await page.context().addCookies([{ name: "locale", value: locale, url: country.url, httpOnly: true }]);
    await page.setViewportSize(locale === "fa" ? DESK : PHONE);
    const address = found.get(shown.name);
    // The same address again with a fragment would be no navigation.
    if (address && page.url() === address) await page.reload({ waitUntil: "load" });
    else if (address) await page.goto(address, { waitUntil: "load" });
    else await openShown(page, shown, () => (doors ??= openDoors(country.as)));
    found.set(shown.name, page.url());
    expect(await page.locator("html").getAttribute("lang")).toBe(locale);
    return page;
  }

  async function expectNarrow(page: Page): Promise<void> {
    await page.setViewportSize(PHONE);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  }

  describe.each(pages)("$name", (shown) => {
    test("in Persian: axe finds nothing on a desk, and it is no wider than a phone", async () => {
      const page = await open(shown, "fa");
      expect(await faultsOf(page, { withColours: true })).toEqual([]);
      await expectNarrow(page);
    });

    const isRead = EVERY_PAGE || shown.index % 3 === 0;
    test(`in English: ${isRead ? "axe finds nothing on a phone, and " : ""}it is no wider than a phone`, async () => {
      const page = await open(shown, "en");
      if (isRead) expect(await faultsOf(page, { withColours: false })).toEqual([]);
      await expectNarrow(page);
    });
  });
}
