import { within } from "~/kernel/db.server";
import { faultOf } from "~/kernel/fault.server";
import { log } from "~/kernel/log.server";
import { relayActor } from "~/kernel/queue-embedded.server";
import type { Queue, QueueJob } from "~/kernel/queue-port";
import { reactions } from "./reactions";

const BATCH = 100;
const IDLE_MS = 200;

/**
 * Carries waiting events to the queue: claims a batch, adds one job per reaction, and marks the events as relayed
 * after the queue has them. A relay that dies in between adds them again; the job's id makes the twin nothing.
 * Returns how many events it carried.
 */
export async function relayOnce(queue: Queue): Promise<number> {
  const carried = await within(
    relayActor,
    async (db) => {
      const events = await db.$queryRaw<
        { id: string; division_id: number; type: string; payload: unknown }[]
      >`
        select id, division_id, type, payload from outbox_event where relayed_at is null and due_at <= now()
        order by due_at limit ${BATCH} for update skip locked`;
      if (events.length === 0) return 0;
      const jobs: QueueJob[] = events.flatMap((event) =>
        (reactions[event.type] ?? []).map(({ name, lane }) => ({
          id: `${event.id}.${name}`,
          name,
          lane,
          data: { eventId: event.id, divisionId: event.division_id, payload: event.payload },
        })),
      );
      await queue.add(jobs, db);
      await db.$executeRaw`update outbox_event set relayed_at = now() where id = any(${events.map((e) => e.id)}::uuid[])`;
      return events.length;
    },
    { timeout: 30_000 },
  );
  if (carried > 0) queue.look();
  return carried;
}

/** Relays until it is stopped. */
export function startRelay(queue: Queue): { stop: () => Promise<void> } {
  let stopped = false;
  const loop = (async () => {
    while (!stopped) {
      try {
        if ((await relayOnce(queue)) < BATCH) await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
      } catch (error) {
        if (stopped) return;
        log.error(faultOf(error), "relay failed");
        await new Promise((resolve) => setTimeout(resolve, 1000));
      }
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      await loop;
    },
  };
}
