import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { SampleAccount } from "../../scripts/sample";
import { launchBrowser, newPage } from "../setup/browser";
import { holdSample, SAMPLE_DAY } from "../setup/sample";
import { startServer } from "../setup/server";

export const GORGAN = 28_005;
export const GOLESTAN = 28_000;
export const NATION = 0;

export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

export type Country = {
  url: string;
  /** A page of somebody who signed in with the password of the sample; the same page at every call. */
  as: (username: string) => Promise<Page>;
  /** A page of a visitor whom nobody knows. */
  stranger: (size?: { width: number; height: number }) => Promise<Page>;
  accounts: SampleAccount[];
  close: () => Promise<void>;
};

/** The sample country in this file's database, served by the built application with its worker, and a browser whose pages are of this size. */
export async function openCountry(usual = DESK): Promise<Country> {
  const accounts = await holdSample();
  const [server, browser] = await Promise.all([startServer({ CLOCK: SAMPLE_DAY }), launchBrowser()]);

  const pages = new Map<string, Promise<Page>>();

  const stranger = async (size = usual) => {
    const page = await newPage(browser, server.url, size);
    page.setDefaultTimeout(15_000);
    return page;
  };
  const signedIn = async (username: string) => {
    const account = accounts.find((one) => one.username === username);
    if (!account) throw new Error(`The sample has no account ${username}`);
    const page = await stranger();
    await page.goto("/sign-in");
    await page.getByLabel("نام کاربری یا شماره همراه").fill(account.username);
    await page.getByLabel("گذرواژه", { exact: true }).fill(account.password);
    await page.getByRole("button", { name: "ورود به میز کار" }).click();
    await page.waitForURL(/\/(\d+|admin|places|office\/[\w-]+)$/);
    return page;
  };

  return {
    url: server.url,
    accounts,
    stranger,
    as: (username) => {
      const page = pages.get(username) ?? signedIn(username);
      pages.set(username, page);
      return page;
    },
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

/** Follows a line of the navigation and waits until its page stands. */
export async function goTo(page: Page, name: string): Promise<void> {
  const line = page
    .getByRole("navigation")
    .getByRole("link", { name: new RegExp(`^${name}`) })
    .first();
  const address = (await line.getAttribute("href")) ?? "";
  await line.click();
  await page.waitForURL((url) => url.pathname.startsWith(address));
  await page.waitForLoadState("networkidle");
}

/** Waits until the worker has told whoever the page belongs to, in this place, as often as given. */
export async function isTold(page: Page, place: number, words: string | RegExp, times = 1): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(`/${place}/notifications`);
        return page.getByRole("main").getByText(words).count();
      },
      { timeout: 15_000, interval: 500 },
    )
    .toBe(times);
}
