import type { QueueJob } from "~/kernel/queue-port";
import { PlaceOpened } from "~/areas/posts/events";
import { openOfficesOfPlace } from "./jobs/place-opened";

/** A reaction to an event: parses the job, builds the actor of one place, and calls one command. */
export type Reaction = { name: string; run: (job: QueueJob) => Promise<void> };

/** Which reactions follow which event: the whole list, by event type. Each reaction has a file in `jobs/`. */
export const reactions: Record<string, Reaction[]> = {
  [PlaceOpened.type]: [openOfficesOfPlace],
};
