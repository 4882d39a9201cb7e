import { env } from "./env.server";
import { bullQueue } from "./queue-bull.server";
import { embeddedQueue } from "./queue-embedded.server";
import type { Queue } from "./queue-port";

/** The engine that the environment asks for. */
export function openQueue(): Queue {
  const { REDIS_URL } = env();
  return REDIS_URL ? bullQueue(REDIS_URL) : embeddedQueue();
}
