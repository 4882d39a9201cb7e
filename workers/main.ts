import { closeDb, ping, refuseUnsafeRole } from "~/kernel/db.server";
import { forgetEnv } from "~/kernel/env.server";
import { stepBack } from "~/kernel/priority.server";
import { startWorkers } from "./index";

/** What the worker's process needs of the worker. */
export type Worker = {
  /** Throws unless database and queue answer. */
  ready: () => Promise<void>;
  /** Lets what is under way finish. */
  stop: () => Promise<void>;
};

/** Starts the worker by the environment as it is now, behind the pages, unless its database role is unsafe. */
export async function boot(): Promise<Worker> {
  forgetEnv();
  stepBack();
  await refuseUnsafeRole();
  const workers = startWorkers();
  return {
    ready: async () => {
      await ping();
      await workers.queue.ready();
    },
    stop: async () => {
      await workers.stop();
      await closeDb();
    },
  };
}
