import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** Parts of `ui` that few pages have. */
const RARE =
  /action-bar|command|copy-line|dialog|facts|filter-chips|instant-text|office-head|pager|public|percent|receipt|ring|search|segmented|steps|tabs|timeline|toast/;
/** What nearly every page loads: as one file it is pressed better than as forty of a few hundred bytes. */
const COMMON = /\/app\/(?:ui\/(?:frame\/)?[a-z-]+\.tsx?|lib\/(?:digits|jalali|period|numbers))/;

const chunkOf = (id: string): string | undefined =>
  COMMON.test(id) && !RARE.test(id) ? "common" : undefined;

/** Beside the server, of the same modules: the worker, and what prints the first administrator's link. */
const BESIDE = {
  "worker.js": "./workers/main.ts",
  "first-administrator.js": "./scripts/first-administrator.ts",
};
const beside: Plugin = {
  name: "beside-the-server",
  buildStart() {
    for (const [fileName, source] of Object.entries(BESIDE)) {
      const id = fileURLToPath(new URL(source, import.meta.url));
      this.emitFile({ type: "chunk", id, fileName });
    }
  },
};

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    tailwindcss(),
    process.env.VITEST ? undefined : remix(remixConfig),
    isSsrBuild ? beside : undefined,
  ],
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  cacheDir: ".cache/vite",
  build: {
    target: "es2022",
    cssMinify: true,
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: chunkOf } },
  },
  ssr: { noExternal: [/^react-aria/, /^@react-aria/, /^@fontsource/] },
}));
