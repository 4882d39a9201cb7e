import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [tailwindcss(), process.env.VITEST ? undefined : remix(remixConfig)],
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  cacheDir: ".cache/vite",
  build: { target: "es2022", cssMinify: true },
  ssr: { noExternal: [/^react-aria/, /^@react-aria/, /^@fontsource/] },
});
