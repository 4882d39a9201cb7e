import { createHash } from "node:crypto";

/**
 * The number under which the gateway is asked for a message: 63 bits from its id and round, so that whoever takes it up
 * again, in whatever process, says the same.
 */
export function localIdOf(messageId: string, round: number): string {
  const digest = createHash("sha256").update(`${messageId} ${round}`).digest();
  return (digest.readBigUInt64BE(0) >> 1n).toString();
}
