import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PAGES, type ShownPage } from "../../../scripts/screenshots/pages";
import { openDoors, openShown, type Doors } from "../../../scripts/screenshots/walk";
import { openCountry, PHONE, type Country } from "../country";
import { faultsOf } from "./reading";

const DESK = { width: 1280, height: 720 };

/**
 * The long form (`npm run accessibility`) reads every page in both languages; the short form reads every page in one of
 * them, by turns: the languages share their markup.
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
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  }

  const inTurn = (index: number, locale: "fa" | "en") =>
    EVERY_PAGE || (index % 2 === 0) === (locale === "fa");

  describe.each(pages.filter(({ index }) => inTurn(index, "fa")))("$name, in Persian", (shown) => {
    test("axe finds nothing on a desk, and it is no wider than a phone", async () => {
      const page = await open(shown, "fa");
      expect(await faultsOf(page, EVERY_PAGE)).toEqual([]);
      await page.setViewportSize(PHONE);
      await expectNarrow(page);
    });
  });

  describe.each(pages.filter(({ index }) => inTurn(index, "en")))("$name, in English", (shown) => {
    test("axe finds nothing on a phone, and it is no wider than that", async () => {
      const page = await open(shown, "en");
      expect(await faultsOf(page, true)).toEqual([]);
      await expectNarrow(page);
    });
  });
}
