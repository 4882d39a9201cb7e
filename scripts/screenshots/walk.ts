import type { Page } from "playwright-core";
import type { ShownPage } from "./pages";

/** What only its holder knows: the token of an office's link, a tracking code, that of a join form, the token of a link for a password. */
export type Doors = Record<"office" | "code" | "form" | "link", string>;

const linksOf = (page: Page) =>
  page
    .locator("a[href]")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href")).filter((href) => href !== null));

async function follow(page: Page, into: RegExp): Promise<void> {
  const link = (await linksOf(page)).find((one) => into.test(one));
  if (!link) throw new Error(`${page.url()} has no link like ${into.source}`);
  await page.goto(link, { waitUntil: "load" });
}

/** Opens a page, following the links that lead into it. */
export async function openShown(page: Page, { path, into }: ShownPage, doors: Doors): Promise<void> {
  const address = path.replace(/\{(office|code|form|link)\}/, (_, door: keyof Doors) => doors[door]);
  await page.goto(address, { waitUntil: "load" });
  for (const one of into) await follow(page, one);
}

/** A door that was not found would show the page for everybody in its stead. */
function held(found: string | undefined): string {
  if (!found) throw new Error("what a page without an account needs was not found");
  return found;
}

/** Sends the page's own form and reads the token of the link that the answer shows. */
async function madeLink(page: Page, shape: RegExp): Promise<string> {
  await page.locator("main form[method=post] button[type=submit]").first().click();
  const line = page.locator("main input[readonly]").first();
  await line.waitFor();
  return held(shape.exec(await line.inputValue())?.[1]);
}

/**
 * Makes what the pages without an account need, as staff makes it: a link for an office of Gorgan that owes, the
 * code of an answered demand, and a link by which a holder sets his password.
 */
export async function openDoors(as: (username: string) => Promise<Page>): Promise<Doors> {
  const county = await as("gorgan");
  await county.goto("/28005/demands?state=answered");
  await follow(county, /\/demands\/[0-9a-f-]{36}$/);
  // Sixteen digits in whatever script, in groups.
  const code = held(/(?:[\d۰-۹]{4}[-–\s]?){4}/.exec(await county.locator("main").innerText())?.[0]);

  await county.goto("/28005/obligations?filter=overdue");
  await follow(county, /\/obligations\/[0-9a-f-]{36}$/);
  await follow(county, /\/offices\/[^/]+\/link$/);
  const office = await madeLink(county, /\/office\/([\w-]+)/);

  await county.goto("/28005/network/joining");
  await follow(county, /\/joining\/forms\/[0-9a-f-]{36}$/);
  const address = await county.locator("main input[readonly]").first().inputValue();
  const form = held(/\/join\/([\w-]+)/.exec(address)?.[1]);

  const province = await as("golestan");
  await province.goto("/28000/posts");
  await follow(province, /\/posts\/\d+$/);
  await follow(province, /\/link$/);
  return { office, code, form, link: await madeLink(province, /\/link\/([\w-]+)/) };
}
