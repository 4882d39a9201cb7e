import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium, type Page } from "playwright-core";
import { build, preview } from "vite";

/**
 * Builds the component sheet and photographs it: every part, both languages, both themes, desk and phone.
 * `tsx scripts/component-sheet/shoot.ts [frame|parts|lists|forms|charts|opened|axe…]`; CHROMIUM names the browser, PORT the port.
 */
const here = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../../", import.meta.url));
const outDir = join(tmpdir(), "peyvand-component-sheet");
const pictures = join(tmpdir(), "peyvand-component-pictures");

await build({
  configFile: false,
  root: here,
  publicDir: join(root, "public"),
  logLevel: "warn",
  plugins: [tailwindcss()],
  esbuild: { jsx: "automatic" },
  resolve: { alias: { "~": join(root, "app") } },
  build: { outDir, emptyOutDir: true, target: "es2022" },
});

const server = await preview({
  configFile: false,
  root: here,
  build: { outDir },
  preview: { host: "127.0.0.1", port: Number(process.env.PORT ?? 4201) },
});
const base = server.resolvedUrls?.local[0] ?? "";
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ],
});

mkdirSync(pictures, { recursive: true });
const wanted = process.argv.slice(2);
const parts = ["frame", "parts", "lists", "forms", "charts"].filter(
  (part) => wanted.length === 0 || wanted.includes(part),
);
for (const part of parts) {
  for (const locale of ["fa", "en"]) {
    for (const theme of ["light", "dark"]) {
      for (const width of [1440, 1100, 390]) {
        if (width === 1100 && (part !== "frame" || theme === "dark" || locale === "en")) continue;
        const page = await browser.newPage({ viewport: { width, height: 900 } });
        page.on(
          "console",
          (message) => message.type() === "error" && console.error(part, locale, message.text()),
        );
        page.on("pageerror", (error) => console.error(part, locale, error.message));
        await page.goto(`${base}?part=${part}&locale=${locale}&theme=${theme}`);
        await page.waitForFunction(() => document.fonts.status === "loaded");
        await page.waitForTimeout(150);
        await page.screenshot({
          path: join(pictures, `${part}-${locale}-${theme}-${width}.png`),
          fullPage: true,
        });
        await page.close();
      }
    }
  }
}

/** Parts that only show when pressed: name, part, and what opens them. */
const OPENED: readonly (readonly [string, string, (page: Page) => Promise<unknown>])[] = [
  ["calendar", "forms", (page) => page.locator("input[name=deadline] + button").click()],
  ["combo", "forms", (page) => page.locator("input[role=combobox]").click()],
  [
    "palette",
    "frame",
    async (page) => {
      await page.keyboard.press("Control+K");
      await page.locator("dialog input").fill("0000");
    },
  ],
  ["menu", "frame", (page) => page.locator("header details summary").last().click()],
  ["drawer", "frame", (page) => page.locator("[popovertarget=places]:visible").last().click()],
  ["dialog", "lists", (page) => page.locator("a[href$='/refuse']").click()],
  ["tables", "charts", (page) => page.locator("details summary").first().click()],
];
if (wanted.length === 0 || wanted.includes("opened")) {
  for (const [name, part, press] of OPENED) {
    for (const [locale, theme, width] of [
      ["fa", "light", 1440],
      ["fa", "light", 390],
      ["en", "dark", 1440],
    ] as const) {
      if (name === "drawer" && width > 1000) continue;
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      page.on("pageerror", (error) => console.error(name, locale, error.message));
      await page.goto(`${base}?part=${part}&locale=${locale}&theme=${theme}`);
      await page.waitForTimeout(300);
      await press(page);
      await page.waitForTimeout(900);
      await page.screenshot({ path: join(pictures, `opened-${name}-${locale}-${theme}-${width}.png`) });
      await page.close();
    }
  }
}

/** What axe finds on the sheet is found on every page. */
if (wanted.length === 0 || wanted.includes("axe")) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  for (const part of ["frame", "parts", "lists", "forms", "charts"]) {
    for (const [locale, theme] of [
      ["fa", "light"],
      ["en", "dark"],
    ] as const) {
      const page = await context.newPage();
      await page.goto(`${base}?part=${part}&locale=${locale}&theme=${theme}`);
      await page.waitForTimeout(300);
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const found of violations) {
        console.error(
          part,
          locale,
          theme,
          found.id,
          found.help,
          found.nodes.map((node) => node.html).slice(0, 3),
        );
      }
      await page.close();
    }
  }
}
await browser.close();
await server.close();
console.log(pictures);
