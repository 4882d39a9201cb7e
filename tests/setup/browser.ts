import { chromium, type Browser, type Page } from "playwright-core";

/** Whether this run leaves out what needs a browser (`npm test -- --without browser`, which says so). */
export const withoutBrowser = (process.env.WITHOUT ?? "").split(",").includes("browser");

/** The system's Chromium, without its talk to the outside. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}

/** A page of a fresh visitor whose console errors and failed answers make the journey fail. */
export async function newPage(
  browser: Browser,
  baseURL: string,
  size = { width: 1440, height: 900 },
): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    viewport: size,
    locale: "fa-IR",
    timezoneId: "Asia/Tehran",
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error("page error", error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of (404|422|403|409)/.test(message.text())) {
      console.error("console", message.text());
    }
  });
  return page;
}
