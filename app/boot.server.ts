import { randomBytes } from "node:crypto";
import { requestScope } from "./actor.server";
import { failurePage, unreadablePage } from "./failure-page.server";
import { closeDb, ping, refuseUnsafeRole } from "./kernel/db.server";
import { forgetEnv } from "./kernel/env.server";
import { faultOf } from "./kernel/fault.server";
import { log } from "./kernel/log.server";

/** What the HTTP server needs of the application. */
export type Application = {
  /** The load context of one HTTP request; `nonce` is what its policy lets the page's own scripts carry. */
  loadContext: (
    path: string,
    cookies: string | null,
    address?: string,
  ) => Promise<{ scope: Awaited<ReturnType<typeof requestScope>>; nonce: string }>;
  /** Logs what the HTTP server caught before a page was begun, without its message, and gives the page to answer with. */
  failed: (error: unknown) => string;
  /** The page for a client whose address or body cannot be read. */
  unreadable: () => string;
  /** Throws unless the database answers. */
  ready: () => Promise<void>;
  stop: () => Promise<void>;
};

const aReference = () => randomBytes(5).toString("hex");

/** Makes the application ready by the environment as it is now, unless its database role is unsafe. */
export async function boot(): Promise<Application> {
  forgetEnv();
  await refuseUnsafeRole();
  return {
    loadContext: async (path, cookies, address) => ({
      scope: await requestScope(path, cookies, aReference(), address),
      nonce: randomBytes(16).toString("base64"),
    }),
    failed: (error) => {
      const reference = aReference();
      log.error({ reference, ...faultOf(error) }, "request failed");
      return failurePage(reference);
    },
    unreadable: unreadablePage,
    ready: ping,
    stop: closeDb,
  };
}
