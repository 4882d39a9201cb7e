import { parseMobile } from "~/lib/identifiers";
import type { Channel } from "./choices";

export const addressShape = /^[^\s@<>",]+@[^\s@<>",]+\.[^\s@<>",]+$/;

/** An address in the form in which it is kept and compared, or null where it is none. */
export function addressOf(channel: Channel, written: string | null | undefined): string | null {
  const text = written?.trim();
  if (!text) return null;
  if (channel === "sms") return parseMobile(text);
  return addressShape.test(text) ? text : null;
}
