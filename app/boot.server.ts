import { randomBytes } from "node:crypto";
import { startWorkers, type Workers } from "../workers/index";
import { requestScope } from "./actor.server";
import { failurePage } from "./failure-page.server";
import { closeDb, ping, refuseUnsafeRole } from "./kernel/db.server";
import { forgetEnv } from "./kernel/env.server";
import { faultOf } from "./kernel/fault.server";
import { log } from "./kernel/log.server";

/** What the HTTP server needs of the application. */
export type Application = {
  /** The load context of one HTTP request. */
  loadContext: (
    path: string,
    cookies: string | null,
    address?: string,
  ) => Promise<{ scope: Awaited<ReturnType<typeof requestScope>> }>;
  /** Logs what the HTTP server caught before a page was begun, without its message, and gives the page to answer with. */
  failed: (error: unknown) => string;
  /** Throws unless database and worker answer. */
  ready: () => Promise<void>;
  stop: () => Promise<void>;
};

const aReference = () => randomBytes(5).toString("hex");

/**
 * Makes the application ready by the environment as it is now: refuses an unsafe database role, then starts the worker
 * in this process unless `withWorker` is false.
 */
export async function boot({ withWorker = true } = {}): Promise<Application> {
  forgetEnv();
  await refuseUnsafeRole();
  const workers: Workers | undefined = withWorker ? startWorkers() : undefined;
  return {
    loadContext: async (path, cookies, address) => ({
      scope: await requestScope(path, cookies, aReference(), address),
    }),
    failed: (error) => {
      const reference = aReference();
      log.error({ reference, ...faultOf(error) }, "request failed");
      return failurePage(reference);
    },
    ready: async () => {
      await ping();
      await workers?.queue.ready();
    },
    stop: async () => {
      await workers?.stop();
      await closeDb();
    },
  };
}
