import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import ours from "../../../remix.config.js";

/** Built into the folder that the bench names. */
export default defineConfig({
  plugins: [remix({ ...ours, buildDirectory: process.env.EMPTY_PAGE_BUILD })],
  cacheDir: ".cache/vite-empty-page",
});
