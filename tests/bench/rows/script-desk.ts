import { brotliCompressSync } from "node:zlib";
import { startApplication } from "../application";
import { againstLimit } from "../alternate";
import { DESK } from "../pages";
import { Visitor } from "../requests";
import type { Row } from "../row";
import { signIn } from "../sign-in";

/** Scripts that an HTML page names: in `src`, as module preloads, and imported by its inline modules. */
const IN_PAGE = [
  /<script[^>]+src="([^"]+)"/g,
  /<link[^>]+rel="modulepreload"[^>]+href="([^"]+)"/g,
  /<link[^>]+href="([^"]+)"[^>]+rel="modulepreload"/g,
  /import\s*(?:\*\s*as\s+\w+\s+from\s*)?"(\/assets\/[^"]+\.js)"/g,
];
/** Scripts that a script imports when it is loaded; not those it would fetch later. */
const IN_SCRIPT = /(?:from|import)\s*"(\.\/[^"]+\.js|\/assets\/[^"]+\.js)"/g;

const found = (text: string, patterns: RegExp[]) =>
  patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, address = ""]) => address));

export const scriptDesk: Row = {
  id: "script.desk",
  what: "every script file that the desk of an assistant loads before it is ready, and its words in the page, pressed, against 120 kB",
  unit: "kB",
  goal: 1,
  async measure(country) {
    const application = await startApplication(country);
    const visitor = new Visitor(application.origin, 2);
    try {
      const page = await visitor.expect(200, DESK, { cookie: await signIn(country) });
      const sizes = new Map<string, number>();
      const fetchAll = async (addresses: string[]): Promise<void> => {
        for (const address of addresses) {
          if (sizes.has(address)) continue;
          const script = await visitor.expect(200, address, { encodings: "br, gzip" });
          sizes.set(address, script.size);
          const inside = found(script.text, [IN_SCRIPT]);
          await fetchAll(inside.map((name) => new URL(name, `http://x${address}`).pathname));
        }
      };
      await fetchAll(found(page.text, IN_PAGE));
      if (process.env.BENCH_DETAIL)
        for (const [name, size] of [...sizes].sort((a, b) => b[1] - a[1]).slice(0, 25))
          console.error(size, name);
      const words = /__peyvand_messages=\{.*?\};/s.exec(page.text)?.[0];
      if (!words) throw new Error("the desk brings no words");
      sizes.set("words in the page", brotliCompressSync(words).length);
      const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
      return againstLimit([bytes / 1000], 120, `${sizes.size} files, brotli`);
    } finally {
      visitor.leave();
      await application.stop();
    }
  },
};
