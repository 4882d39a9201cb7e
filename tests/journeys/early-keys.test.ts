import { afterAll, beforeAll, expect, test } from "vitest";
import { ownerRows } from "../setup/owner";
import { GOLESTAN, openCountry, type Country } from "./country";

let country: Country;
beforeAll(async () => {
  country = await openCountry();
});
afterAll(() => country?.close());

test("keys that are pressed before the script of a review has come are pressed again when it listens", async () => {
  const [draft] = await ownerRows<{ id: string }>(
    "select id from minutes_draft where division_id = $1 and state = 'review' order by id limit 1",
    [GOLESTAN],
  );
  const page = await country.as("golestan-expert");
  let come = () => {};
  const line = new Promise<void>((resolve) => (come = resolve));
  await page.route("**/*.js", async (route) => {
    await line;
    await route.continue();
  });
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
