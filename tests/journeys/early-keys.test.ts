import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ownerRows } from "../setup/owner";
import { GOLESTAN, GORGAN, openCountry, type Country } from "./country";

let country: Country;
beforeAll(async () => {
  country = await openCountry();
});
afterAll(() => country?.close());

/** Lets the scripts of a page's documents come only when it is said. */
async function holdScripts(page: Page): Promise<() => void> {
  let come = () => {};
  const line = new Promise<void>((resolve) => (come = resolve));
  await page.route("**/*.js", async (route) => {
    await line;
    await route.continue();
  });
  return come;
}

test("keys that are pressed before the script of a review has come are pressed again when it listens", async () => {
  const [draft] = await ownerRows<{ id: string }>(
    "select id from minutes_draft where division_id = $1 and state = 'review' order by id limit 1",
    [GOLESTAN],
  );
  const page = await country.as("golestan-expert");
  const come = await holdScripts(page);
  await page.goto(`/${GOLESTAN}/minutes/review/${draft?.id}`, { waitUntil: "commit" });
  const numbers = page.locator("section[data-keys] ol > li > span:first-child");
  await numbers.nth(2).waitFor();
  await page.keyboard.press("Alt+ArrowDown");
  await page.keyboard.press("Alt+ArrowDown");
  expect(page.url()).not.toContain("open=");
  come();
  await page.locator("#open").waitFor();
  await expect.poll(() => page.locator("#open > span").innerText()).toBe(await numbers.nth(1).innerText());
});

test("words of a report that are typed before its script has come are saved when it has", async () => {
  const page = await country.as("gorgan");
  const come = await holdScripts(page);
  await page.goto(`/${GORGAN}/report/1405-Q3?duty=a9`, { waitUntil: "commit" });
  const narrative = page.getByLabel("چه شد و چه به دست آمد");
  await narrative.fill("سه خواسته در میز خدمت پاسخ گرفت.");
  come();
  await page.getByText(/ذخیره شد$/).waitFor();
  expect(await narrative.inputValue()).toBe("سه خواسته در میز خدمت پاسخ گرفت.");
  await expect
    .poll(() => ownerRows("select from report_draft where text = 'سه خواسته در میز خدمت پاسخ گرفت.'"))
    .toHaveLength(1);
});
