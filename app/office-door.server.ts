import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { isStaffOver, officeByToken } from "./actor.server";
import { clockNotice } from "./kernel/clock.server";
import { env } from "./kernel/env.server";
import { LARGEST_FILE } from "./kernel/files.server";
import { formWithFiles, refusalResponse } from "./kernel/http.server";
import { Refusal } from "./kernel/refusal";

/** What every route below `/office/:token` begins with. */

type Args = Pick<LoaderFunctionArgs | ActionFunctionArgs, "params" | "context">;

/**
 * The address is the key: it goes to no other site as a referrer and stays in no cache. `no-referrer` would have browsers
 * without script send forms with an origin of null, which is refused.
 */
export const OFFICE_HEADERS = { "cache-control": "no-store", "referrer-policy": "same-origin" } as const;

/** The door that the token of an address opens, or null: with its frame, its office and whether one only reads here. */
export async function openOfficeDoor({ params, context: { scope } }: Args) {
  const token = params.token ?? "";
  const frame = { sample: env().SAMPLE === "1", clockSet: clockNotice() !== undefined };
  const found = await officeByToken(token);
  if (!found) return { frame, door: null };
  const { actor, office } = found;
  const where = { divisionId: office.divisionId, officeId: office.id };
  return { frame, door: { token, actor, office, where, readOnly: isStaffOver(scope, where.divisionId) } };
}

/**
 * The door for somebody who acts in the office's name. Refuses `missing` where the token opens nothing (a link ends while
 * somebody writes) and `forbidden` to a browser that is signed in as staff over the office's place; what was typed stays.
 */
export async function requireOfficeDoor(args: Args & Pick<ActionFunctionArgs, "request">) {
  const { door } = await openOfficeDoor(args);
  if (door && !door.readOnly) return door;
  const kind = door ? "forbidden" : "missing";
  const form = await formWithFiles(args.request, LARGEST_FILE);
  throw refusalResponse(new Refusal(kind, `refusal.${kind}`), form instanceof FormData ? form : undefined);
}
