/**
 * `npm run screenshots [-- FOLDER [NAME…]]`: pictures of the main pages by role, on a phone and on a desk, in Persian
 * and English, some of them dark, into FOLDER (`.cache/screenshots`). Starts a sample country of its own in a temporary
 * folder and stops it again. `URL=http://…` with `ACCOUNTS=FILE` looks at one that runs already.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Browser, type BrowserContext } from "playwright-core";
import type { SampleAccount } from "./sample";
import { PAGES, type ShownPage } from "./screenshots/pages";
import { openDoors, openShown, type Doors } from "./screenshots/walk";
import { ROOT } from "./setup/fingerprint.mjs";

const [folder = path.join(ROOT, ".cache/screenshots"), ...wanted] = process.argv.slice(2);

const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
/** Until script has taken over what the server drew, in milliseconds. */
const SETTLE = 250;
const DARK =
  /desk|report|national|sign-in|minutes-queue|minutes-review|obligations|^obligation$|^office$|calendar|week|leap|^meeting|invitation|^council|^messages$|quiet/;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** A sample country of our own, as `npm start` makes it. */
async function startCountry() {
  const dataDir = mkdtempSync(path.join(tmpdir(), "peyvand-screenshots-"));
  const port = await freePort();
  const child = spawn(process.execPath, [path.join(ROOT, "scripts/start.mjs")], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, CLOCK: "1405/10/03", LOG_LEVEL: "warn" },
  });
  const stop = async () => {
    if (child.exitCode === null && child.kill("SIGINT")) await once(child, "exit");
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await new Promise<void>((resolve, reject) => {
      child.stdout.on("data", (text: Buffer) => text.includes("Peyvand is ready") && resolve());
      child.once("exit", (code) => reject(new Error(`npm start ended with ${code}`)));
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://127.0.0.1:${port}`, accounts: path.join(dataDir, "sample-accounts.json"), stop };
}

/** The cookies of somebody who signed in by his password. */
async function signIn(browser: Browser, baseURL: string, { username, password }: SampleAccount) {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.locator("input[name=name]").fill(username);
  await page.locator("input[name=password]").fill(password);
  await page.locator("form[method=post] button[type=submit]").last().click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  const cookies = await context.cookies();
  await context.close();
  return cookies.filter(({ name }) => name === "peyvand_session");
}

async function shoot(context: BrowserContext, shown: ShownPage, doors: Doors, file: string) {
  const page = await context.newPage();
  try {
    await openShown(page, shown, async () => doors);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(SETTLE);
    await page.screenshot({ path: file, fullPage: true });
  } catch (error) {
    console.error(`${shown.name}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  } finally {
    await page.close();
  }
}

const running = process.env.URL
  ? { url: process.env.URL, accounts: process.env.ACCOUNTS ?? "", stop: async () => {} }
  : await startCountry();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
});
try {
  mkdirSync(folder, { recursive: true });
  const accounts = JSON.parse(readFileSync(running.accounts, "utf8")) as SampleAccount[];
  const doors = await openDoors(async (username) => {
    const account = accounts.find((one) => one.username === username);
    if (!account) throw new Error(`The sample has no account ${username}`);
    const context = await browser.newContext({ baseURL: running.url });
    await context.addCookies(await signIn(browser, running.url, account));
    return context.newPage();
  });
  const pages = PAGES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  for (const as of new Set(pages.map((page) => page.as))) {
    const account = accounts.find(({ username }) => username === as);
    const session = account ? await signIn(browser, running.url, account) : [];
    for (const [device, viewport] of Object.entries(SIZES)) {
      for (const locale of ["fa", "en"]) {
        for (const theme of ["light", "dark"]) {
          const shown = pages.filter(
            (page) => page.as === as && (theme === "light" || (locale === "fa" && DARK.test(page.name))),
          );
          if (shown.length === 0) continue;
          const context = await browser.newContext({ baseURL: running.url, viewport, deviceScaleFactor: 1 });
          const kept = { url: running.url, httpOnly: true };
          await context.addCookies([
            ...session,
            { name: "locale", value: locale, ...kept },
            { name: "theme", value: theme, ...kept },
          ]);
          for (const page of shown) {
            await shoot(
              context,
              page,
              doors,
              path.join(folder, `${page.name}-${device}-${locale}-${theme}.png`),
            );
          }
          await context.close();
        }
      }
    }
  }
  console.log(`Pictures of ${pages.length} pages are in ${folder}.`);
} finally {
  await browser.close();
  await running.stop();
}
