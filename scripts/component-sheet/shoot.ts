import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import { chromium } from "playwright-core";
import { build, preview } from "vite";

/**
 * Builds the component sheet and photographs it: every part, both languages, both themes, desk and phone.
 * `tsx scripts/component-sheet/shoot.ts [part…]`; CHROMIUM names the browser, PORT the port.
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
await browser.close();
await server.close();
console.log(pictures);
