import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PAGES, type ShownPage } from "../../scripts/screenshots/pages";
import { openDoors, openShown, type Doors } from "../../scripts/screenshots/walk";
import { unreadLooks } from "./accessibility/looks";
import { openCountry, PHONE, type Country } from "./country";

const DESK = { width: 1280, height: 720 };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * In English axe reads every page of the long form (`npm run accessibility`) and every third one of the short form: the
 * languages share their markup. What each page is called and how wide it is, is asked of all.
 */
const EVERY_PAGE = process.env.ACCESSIBILITY === "every-page";

let country: Country;
let visitor: Page;
let doors: Doors;
/** Where a page was found: its other language stands at the same address. */
const found = new Map<string, string>();
/** Axe stands in every document of these, sent to the browser once. */
const prepared = new Set<Page>();

beforeAll(async () => {
  country = await openCountry(DESK);
  visitor = await country.stranger();
  doors = await openDoors(country.as);
});
afterAll(() => country?.close());

async function readerOf({ as }: ShownPage): Promise<Page> {
  const page = as ? await country.as(as) : visitor;
  if (!prepared.has(page)) {
    prepared.add(page);
    await page.addInitScript({ content: axe.source });
  }
  return page;
}

async function open(shown: ShownPage, locale: "fa" | "en"): Promise<Page> {
  const page = await readerOf(shown);
  await page.context().addCookies([{ name: "locale", value: locale, url: country.url, httpOnly: true }]);
  await page.setViewportSize(locale === "fa" ? DESK : PHONE);
  const address = found.get(shown.name);
  // The same address again with a fragment would be no navigation.
  if (address && page.url() === address) await page.reload({ waitUntil: "load" });
  else if (address) await page.goto(address, { waitUntil: "load" });
  else await openShown(page, shown, doors);
  found.set(shown.name, page.url());
  expect(await page.locator("html").getAttribute("lang")).toBe(locale);
  return page;
}

/** Colours are the same in both languages, and where the same words stand on the same ground: they are read once. */
async function faultsOf(page: Page, { withColours }: { withColours: boolean }) {
  const looks = withColours ? await unreadLooks(page) : 0;
  const { violations } = await page.evaluate(
    ([rules, colours]) =>
      window.axe.run({
        runOnly: rules,
        rules: { "color-contrast": { enabled: colours } },
        resultTypes: ["violations"],
        preload: false,
      }),
    [RULES, looks > 0] as const,
  );
  return violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)),
  }));
}

async function expectNarrow(page: Page): Promise<void> {
  await page.setViewportSize(PHONE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
}

describe.each(PAGES.map((shown, index) => ({ ...shown, index })))("$name", (shown) => {
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
