import type { Queue } from "~/kernel/queue-port";
import { openQueue } from "~/kernel/queue.server";
import { startMarks } from "./marks";
import { startNights } from "./nightly";
import { reactions } from "./reactions";
import { startRelay } from "./relay";

export type Workers = { queue: Queue; stop: () => Promise<void> };

/** Starts relay, job handlers and the recomputing of cells in this process. `stop` lets what is under way finish. */
export function startWorkers(queue: Queue = openQueue()): Workers {
  const byName = new Map(
    Object.values(reactions)
      .flat()
      .map((reaction) => [reaction.name, reaction]),
  );
  queue.process(async (job) => {
    const reaction = byName.get(job.name);
    if (!reaction) throw new Error(`no reaction is called ${job.name}`);
    await reaction.run(job);
  });
  const relay = startRelay(queue);
  const marks = startMarks();
  const nights = startNights();
  return {
    queue,
    stop: async () => {
      await Promise.all([relay.stop(), marks.stop(), nights.stop()]);
      await queue.close();
    },
  };
}
