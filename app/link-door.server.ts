import { findRecordLink, type RecordLink } from "~/areas/identity/door.server";
import { now } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { sha256Hex } from "~/lib/identifiers";
import { doorActor } from "~/areas/identity/sessions.server";

const TOKEN = /^[\w-]{20,100}$/;

/**
 * The record and the receiver that the token of an address opens for one purpose; null where it opens nothing, is over or was
 * taken back, and for a token of any other purpose. Looking uses nothing up: what an office's mail program fetches ahead is
 * no press of a button. The action behind it calls `useRecordLink`.
 */
export async function openRecordLink(token: string, purpose: string): Promise<RecordLink | null> {
  if (!TOKEN.test(token)) return null;
  const hash = await sha256Hex(token);
  return within(doorActor, (db) => findRecordLink(db, purpose, hash, now()), { readOnly: true });
}
