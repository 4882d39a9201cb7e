/**
 * A worker process for fault tests, told by its environment what to do. Reaction "fault" founds a circle in Gorgan.
 * PAUSE: "before-commit" | "after-commit" hangs there for ever once (the test kills it). GUARD=0 leaves out the mark
 * that makes the effect happen once: the control. AFTER names a reaction of the product that hangs so after it ran.
 */
import { systemActor } from "~/actor.server";
import { within, type Db } from "~/kernel/db.server";
import { bullQueue } from "~/kernel/queue-bull.server";
import { embeddedQueue } from "~/kernel/queue-embedded.server";
import { reactOnce } from "~/kernel/reaction.server";
import { uuidv7 } from "~/lib/identifiers";
import { startWorkers } from "../../workers/index";
import { reactions } from "../../workers/reactions";

const { PAUSE, GUARD, REDIS_URL, QUEUE_NAME, AFTER } = process.env;
const forever = () => new Promise<void>(() => {});

async function found(db: Db) {
  await db.circle.create({
    data: {
      divisionId: 28_005,
      id: uuidv7(),
      name: "اثر",
      topic: "اجتماعی",
      formedOn: new Date("2026-10-01"),
      createdByKey: "fault",
    },
  });
  if (PAUSE === "before-commit") {
    process.stdout.write("paused\n");
    await forever();
  }
}

reactions.Fault = [
  {
    name: "fault",
    run: async (job) => {
      const actor = await systemActor(job.data.divisionId);
      if (GUARD === "0") await within(actor, found, { timeout: 600_000 });
      else await reactOnce(actor, job.data.eventId, "fault", found);
      if (PAUSE === "after-commit") {
        process.stdout.write("paused\n");
        await forever();
      }
      process.stdout.write("done\n");
    },
  },
];

for (const reaction of Object.values(reactions).flat()) {
  if (reaction.name !== AFTER) continue;
  const { run } = reaction;
  reaction.run = async (job) => {
    await run(job);
    process.stdout.write("paused\n");
    await forever();
  };
}

startWorkers(
  REDIS_URL
    ? bullQueue(REDIS_URL, { name: QUEUE_NAME, stalledInterval: 500, lockDuration: 1000 })
    : embeddedQueue({ leaseSeconds: 1 }),
);
setInterval(() => {}, 1000);
