/** Queues of calls beside everybody's: those given to the reader, and those who have no number. */
const CALL_QUEUES = ["mine", "without"] as const;
type CallQueue = (typeof CALL_QUEUES)[number];

/** The queue that an address shows; everybody's otherwise. */
export const queueIn = (asked: URLSearchParams): CallQueue | undefined =>
  CALL_QUEUES.find((one) => asked.has(one));

/** From which queue somebody came to a contact; empty from everybody's, null from none. */
export function queueBehind(request: Request): CallQueue | "" | null {
  const named = new URL(request.url).searchParams.get("queue");
  return named === null ? null : (CALL_QUEUES.find((one) => one === named) ?? "");
}
