import type { Page } from "playwright-core";
import { INVITED, type ShownPage } from "./pages";

/** The cookie of somebody's own page. */
const OWN_PAGE = "peyvand_member";

/**
 * What only its holder knows: the token of an office's link, a tracking code, the token of a join form, that of a link to
 * one's own page, of a page that was opened and of the page of somebody who is offered to another county, and that of an
 * invitation, and that of a link for a password.
 */
export type Doors = Record<
  "office" | "code" | "form" | "own" | "session" | "moving" | "invitation" | "link",
  string
>;

const linksOf = (page: Page) =>
  page
    .locator("a[href]")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href")).filter((href) => href !== null));

async function follow(page: Page, into: RegExp): Promise<void> {
  const link = (await linksOf(page)).find((one) => into.test(one));
  if (!link) throw new Error(`${page.url()} has no link like ${into.source}`);
  await page.goto(link, { waitUntil: "load" });
}

/** The link of a page that leads on, read without drawing the page. */
async function linkOf(page: Page, address: string, into: RegExp): Promise<string> {
  const html = await (await page.request.get(address)).text();
  const links = [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href = ""]) =>
    href.replaceAll("&amp;", "&"),
  );
  const link = links.find((one) => into.test(one));
  if (!link) throw new Error(`${address} has no link like ${into.source}`);
  return link;
}

/** Opens a page, following the links that lead into it. Doors are asked for only where the page lies behind one. */
export async function openShown(
  page: Page,
  { path, into }: ShownPage,
  doors: () => Promise<Doors>,
): Promise<void> {
  const [part = "", door] = /\{(office|code|form|own|invitation|link)\}/.exec(path) ?? [];
  let address = door ? path.replace(part, (await doors())[door as keyof Doors]) : path;
  if (/^\/me\b/.test(path)) {
    const { moving, session } = await doors();
    await page.goto(address, { waitUntil: "load" });
    const url = new URL(page.url()).origin;
    const value = path === "/me/moving" ? moving : session;
    await page.context().addCookies([{ name: OWN_PAGE, value, url }]);
  }
  for (const one of into) address = await linkOf(page, address, one);
  await page.goto(address, { waitUntil: "load" });
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

/** Opens somebody's own page in a browser of nobody's, and answers its session. */
async function openedSession(page: Page, token: string): Promise<string> {
  const context = await page.context().browser()?.newContext();
  const visitor = await context?.newPage();
  if (!context || !visitor) throw new Error("there is no browser to open a page in");
  await visitor.goto(new URL(`/m/${token}`, page.url()).href);
  await visitor.locator("main form[method=post] button[type=submit]").click();
  await visitor.waitForURL(/\/me$/);
  const session = (await context.cookies()).find(({ name }) => name === OWN_PAGE)?.value;
  await context.close();
  return held(session);
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
  await follow(county, /\/offices\/[^/]+\/link\?from=/);
  const office = await madeLink(county, /\/office\/([\w-]+)/);

  await county.goto("/28005/network/joining");
  await follow(county, /\/joining\/forms\/[0-9a-f-]{36}$/);
  const address = await county.locator("main input[readonly]").first().inputValue();
  const form = held(/\/join\/([\w-]+)/.exec(address)?.[1]);

  await county.goto("/28005/network/corrections");
  const people = [...new Set((await linksOf(county)).filter((one) => /\/people\/[0-9a-f-]{36}$/.test(one)))];
  const own: string[] = [];
  for (const person of people.slice(0, 2)) {
    await county.goto(`${person}/own-page`);
    own.push(await madeLink(county, /\/m\/([\w-]+)/));
  }
  const session = await openedSession(county, held(own[1]));

  await county.goto("/28005/network/relocations?side=out");
  await follow(county, /\/relocations\/[0-9a-f-]{36}$/);
  await follow(county, /\/own-page$/);
  const moving = await openedSession(county, await madeLink(county, /\/m\/([\w-]+)/));

  await county.goto("/28005/meetings?view=planned");
  await follow(county, INVITED);
  await follow(county, /\/invited$/);
  await follow(county, /\/invitations\/[0-9a-f-]{36}$/);
  const letter = await county.locator("main input[readonly]").first().inputValue();
  const invitation = held(/\/i\/([\w-]+)/.exec(letter)?.[1]);

  const province = await as("golestan");
  await province.goto("/28000/posts");
  await follow(province, /\/posts\/\d+$/);
  await follow(province, /\/link$/);
  return {
    office,
    code,
    form,
    own: held(own[0]),
    session,
    moving,
    invitation,
    link: await madeLink(province, /\/link\/([\w-]+)/),
  };
}
