import type { AppLoadContext } from "@remix-run/node";
import { findPlace } from "~/areas/divisions/queries.server";
import { findMemberLink, findMemberSession } from "~/areas/network/queries.server/own-page";
import { abilityFrom } from "~/kernel/authorize";
import { scopeOf, type Actor, type Place, type PlacedActor } from "~/kernel/actor";
import { now } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { env } from "~/kernel/env.server";
import { refusalResponse } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { sha256Hex } from "~/lib/identifiers";
import { areaRules } from "./abilities";
import { isStaffOver } from "./actor.server";

const COOKIE = "peyvand_member";
const TOKEN = /^[\w-]{20,100}$/;

const actorFrom = (who: Omit<Actor, "ability">): Actor => ({ ...who, ability: abilityFrom(who, areaRules) });

/** Somebody with a token of which the database keeps the hash: he finds the link that it belongs to, and nothing else. */
const holderOf = (hash: string) => actorFrom({ kind: "public", key: "member-link", name: "", token: hash });

/** The link that an address names while nobody has opened it; null where it opens nothing. */
export async function findOwnLink(token: string): Promise<{ visitor: Actor; divisionId: number } | null> {
  if (!TOKEN.test(token)) return null;
  const hash = await sha256Hex(token);
  const visitor = holderOf(hash);
  const link = await within(visitor, (db) => findMemberLink(db, hash, now()), { readOnly: true });
  return link ? { visitor, divisionId: link.divisionId } : null;
}

/** The cookie of a page that was just opened: it goes with the browser, and no script reads it. */
export function memberCookie(session: string): string {
  const secure = (env().PUBLIC_URL?.startsWith("https:") ?? false) ? "; Secure" : "";
  return `${COOKIE}=${session}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

/** Takes the cookie back. */
export const memberCookieGone = `${COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;

export type OwnDoor = {
  personId: string;
  /** Reads: his own rows, and there is nobody else. */
  member: Actor;
  /** Writes his word into the county's tables, about him alone. */
  hand: PlacedActor;
  place: Place;
};

/**
 * Whoever has his own page open in this browser; null when nobody has, it is over, or staff of the place are signed in
 * here: they make the links and must not speak by them.
 */
export async function openOwnDoor(
  request: Request,
  { scope }: Pick<AppLoadContext, "scope">,
): Promise<OwnDoor | null> {
  const token = request.headers
    .get("cookie")
    ?.split(/;\s*/)
    .find((part) => part.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
  if (!token || !TOKEN.test(token)) return null;
  const hash = await sha256Hex(token);
  const found = await within(
    holderOf(hash),
    async (db) => {
      const session = await findMemberSession(db, hash, new Date());
      const place = session && (await findPlace(db, session.divisionId));
      return session && place ? { ...session, place } : null;
    },
    { readOnly: true },
  );
  if (!found || isStaffOver(scope, found.divisionId)) return null;
  const { linkId, divisionId, personId, place } = found;
  const who = { key: `member:${linkId}`, name: "", member: { divisionId, personId } };
  const here = { ...place, ...scopeOf(divisionId) };
  const hand = { ...actorFrom({ ...who, kind: "system", place: here }), place: here };
  return { personId, member: actorFrom({ ...who, kind: "member" }), hand, place };
}

/** As `openOwnDoor`, for what is written: refuses `missing` where no page is open. */
export async function requireOwnDoor(
  request: Request,
  context: Pick<AppLoadContext, "scope">,
): Promise<OwnDoor> {
  const door = await openOwnDoor(request, context);
  if (!door) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  return door;
}

/** His own page: no store keeps it, no search engine lists it, and no other site hears its address. */
export const OWN_HEADERS = {
  "cache-control": "no-store",
  "x-robots-tag": "noindex",
  "referrer-policy": "same-origin",
} as const;
