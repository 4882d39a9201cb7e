import { within } from "~/kernel/db.server";
import { event } from "~/kernel/event";
import { emit } from "~/kernel/outbox.server";
import type { Queue } from "~/kernel/queue-port";
import { uuidv7 } from "~/lib/identifiers";
import { reactions } from "../../workers/reactions";
import { relayOnce } from "../../workers/relay";
import { actorOf, GORGAN } from "../factories/actors";
import { countdown } from "./countdown";
import { EVENTS, EVENTS_OF_A_COMMAND, HANDLERS } from "./event-load";

export { bullQueue } from "~/kernel/queue-bull.server";
export { embeddedQueue } from "~/kernel/queue-embedded.server";

const Measured = event<{ id: string }>("BenchMeasured");
const REACTION = "bench-measured";

/** Events written by commands, carried by the relay, taken from the queue by a reaction. */
export function throughOurs(queue: Queue): () => Promise<void> {
  const actor = actorOf(GORGAN, "assistant");
  let under = countdown(0);
  reactions[Measured.type] = [{ name: REACTION, run: () => Promise.resolve(under.done()) }];
  queue.process(async (job) => {
    for (const reaction of reactions[Measured.type] ?? []) await reaction.run(job);
  }, HANDLERS);
  return async () => {
    under = countdown(EVENTS);
    for (let written = 0; written < EVENTS; written += EVENTS_OF_A_COMMAND) {
      await within(actor, async (db) => {
        for (let i = 0; i < EVENTS_OF_A_COMMAND; i++) await emit(db, actor, Measured, { id: uuidv7() });
      });
    }
    while ((await relayOnce(queue)) > 0);
    await under.reached;
  };
}
