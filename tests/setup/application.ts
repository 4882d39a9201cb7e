import { existsSync } from "node:fs";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { Application } from "~/boot.server";
import { handlers } from "../../scripts/setup/narrowed-build.mjs";

type Build = ServerBuild & {
  entry: { module: { boot: () => Promise<Application> } };
};

const BUILD = new URL("../../build/server/index.js", import.meta.url);

/** `form` makes a POST: FormData travels as a form with files does, the others as a plain form. */
export type Visit = { cookie?: string; form?: Record<string, string> | URLSearchParams | FormData };

/** What an action gave back or threw, before a page was made of it. */
type Hear = (answer: unknown) => void;

/** The build with a listener behind each action. */
function overheard(build: Build, hear: Hear): Build {
  const listening = (route: ServerBuild["routes"][string]) => {
    const action = route?.module.action;
    if (!route || !action) return route;
    const heard: typeof action = async (args) => {
      try {
        const answer: unknown = await action(args);
        hear(answer);
        return answer;
      } catch (thrown) {
        hear(thrown);
        throw thrown;
      }
    };
    return { ...route, module: { ...route.module, action: heard } };
  };
  const routes = Object.entries(build.routes).map(([id, route]) => [id, listening(route)] as const);
  return { ...build, routes: Object.fromEntries(routes) };
}

/**
 * The built application without a network in between: what production serves, its own modules and its own connection
 * as the application's role.
 */
export async function openApplication({ hear }: { hear?: Hear } = {}) {
  if (!existsSync(BUILD)) throw new Error("There is no build to test: run `npm run build` first.");
  const build = (await import(/* @vite-ignore */ BUILD.href)) as Build;
  const application = await build.entry.module.boot();
  const whole = hear ? overheard(build, hear) : build;
  const handlerFor = handlers(whole, (narrowed) => createRequestHandler(narrowed, "production"));

  /** Asks for a path as the holder of a session cookie; a form makes it a POST. */
  async function visit(path: string, { cookie, form }: Visit = {}): Promise<Response> {
    const headers = new Headers(cookie ? { cookie } : {});
    const url = `http://peyvand.test${path}`;
    const body = form && (form instanceof FormData ? form : new URLSearchParams(form));
    const request = new Request(url, body ? { method: "POST", headers, body } : { headers });
    const { pathname } = new URL(url);
    return handlerFor(pathname)(request, await application.loadContext(pathname, cookie ?? null));
  }
  return { routes: build.routes, visit, close: () => application.stop() };
}
