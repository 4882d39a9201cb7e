import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { findPlace } from "~/areas/divisions/queries.server";
import { DEPUTY_LINK, INVITATION_LINK } from "~/areas/meetings/invitations/message.server";
import { canMakeLinks, linkToken } from "~/areas/meetings/invitations/link.server";
import { linkUntil } from "~/areas/meetings/invitations/link-time";
import {
  findInvitation,
  findInvitationByToken,
  getCalledMeeting,
  type CalledMeeting,
  type InvitationRow,
} from "~/areas/meetings/invitations/queries.server";
import { findHandsOfPost } from "~/areas/posts/queries.server";
import { scopeOf, type Actor, type Place, type PlacedActor } from "~/kernel/actor";
import { abilityFrom, noAbility } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { refusalResponse } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { sha256Hex } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { areaRules } from "./abilities";
import { isStaffOver, officeActor, systemActor } from "./actor.server";
import { openRecordLink } from "./link-door.server";

/** What every route below `/i/:token` begins with: the link of one invitation. */

type Args = Pick<LoaderFunctionArgs | ActionFunctionArgs, "params" | "context">;
/** Of these, what a link is opened by: its token, and over which places the browser is signed in. */
type Visit = { params: Args["params"]; context: { scope: { powers: readonly { divisionId: number }[] } } };

const TOKEN = /^[\w-]{40,60}$/;

export type InviteeDoor = {
  token: string;
  meeting: CalledMeeting;
  invitation: InvitationRow;
  /** Writes what the invitee says: his place's hand, for this invitation alone. */
  hand: PlacedActor;
  /** The office that is invited: what it owes is answered as by its own link. Null for anybody else. */
  office: Actor | null;
  /** The browser is signed in as staff over the place, who read here and do not speak. */
  readOnly: boolean;
  /** He was sent in the invitee's stead: he says that he is there, and answers neither for him nor for his office. */
  isDeputy: boolean;
};

/** Somebody with a token: he finds the invitation that it belongs to, and nothing else is there for him. */
const holderOf = (tokenHash: string): Actor => ({
  kind: "public",
  key: "invitation-link",
  name: "",
  token: tokenHash,
  ability: noAbility,
});

type Link = { divisionId: number; id: string; place: Place; deputy: string | null };

/** By the link that its place hands on, on paper or by hand. */
async function byOwnLink(token: string): Promise<Link | null> {
  const hash = await sha256Hex(token);
  return within(
    holderOf(hash),
    async (db) => {
      const one = await findInvitationByToken(db, hash);
      const place = one && (await findPlace(db, one.divisionId));
      return one && place ? { ...one, place, deputy: null } : null;
    },
    { readOnly: true },
  );
}

/** By the link that came with a message, to the invitee himself or to whoever is sent in his stead. */
async function byMessage(token: string): Promise<Link | null> {
  const own = await openRecordLink(token, INVITATION_LINK);
  const link = own ?? (await openRecordLink(token, DEPUTY_LINK));
  if (!link) return null;
  const { divisionId, recordId, receiver } = link;
  const { place } = await systemActor(divisionId);
  return { divisionId, id: recordId, place, deputy: own ? null : receiver };
}

/**
 * The invitation that the token of an address opens; null where it opens nothing: no such link, taken back, not announced
 * yet, or a day after the meeting.
 */
export async function openInvitation(
  { params, context: { scope } }: Visit,
  now = clock(),
): Promise<InviteeDoor | null> {
  const token = params.token ?? "";
  if (!TOKEN.test(token)) return null;
  const link = (await byOwnLink(token)) ?? (await byMessage(token));
  if (!link) return null;
  const { divisionId, id, deputy } = link;
  const place = { ...link.place, ...scopeOf(divisionId) };
  const who = { key: `invitation:${id}`, name: "", invitationId: id };
  // It writes as its place and may do no more than whoever holds the link.
  const ability = abilityFrom({ ...who, kind: "public" }, areaRules);
  const hand = { ...who, kind: "system" as const, place, ability };
  const found = await within(
    hand,
    async (db) => {
      const invitation = await findInvitation(db, divisionId, id);
      return (
        invitation && { invitation, meeting: await getCalledMeeting(db, divisionId, invitation.meetingId) }
      );
    },
    { readOnly: true },
  );
  if (!found || found.meeting.state === "draft" || now > linkUntil(found.meeting)) return null;
  const { meeting, invitation } = found;
  // The link of a deputy ends with his being sent.
  if (deputy !== null && deputy !== `guest:${invitation.deputyMobile}`) return null;
  const { officeDivisionId, officeId } = invitation;
  const office =
    deputy === null && officeDivisionId !== null && officeId !== null
      ? officeActor(
          { id, name: invitation.nameFa },
          { divisionId: officeDivisionId, officeId, ancestors: scopeOf(officeDivisionId).ancestors },
        )
      : null;
  return {
    token,
    meeting,
    invitation,
    hand: { ...hand, name: (deputy !== null && invitation.deputyName) || invitation.nameFa },
    office,
    readOnly:
      isStaffOver(scope, divisionId) || (office !== null && isStaffOver(scope, officeDivisionId ?? 0)),
    isDeputy: deputy !== null,
  };
}

/**
 * The address of the personal link of an invitation to a post of the actor's place from a place above it, for whoever holds
 * that post today or acts for it; null for anybody else, and once the invitation was taken back.
 */
export async function linkOfOwnPost(
  actor: PlacedActor,
  sourceId: number,
  invitationId: string,
  now = clock(),
): Promise<string | null> {
  const { place, accountId } = actor;
  if (!accountId || !place.ancestors.includes(sourceId) || !canMakeLinks()) return null;
  const source = await systemActor(sourceId);
  const invitation = await within(source, (db) => findInvitation(db, sourceId, invitationId), {
    readOnly: true,
  });
  const { postId } = invitation ?? {};
  if (!invitation || !postId) return null;
  const post = await within(actor, (db) => findHandsOfPost(db, place.id, postId, todayIn(now)), {
    readOnly: true,
  });
  const isHis = post?.hands.some(({ key }) => key === accountId) ?? false;
  return isHis ? `/i/${linkToken(sourceId, invitationId, invitation.linkTurn)}` : null;
}

/** As `openInvitation`, for what is written: refuses `missing` where nothing opens, `forbidden` to staff over the place. */
export async function requireInvitation(args: Args): Promise<InviteeDoor> {
  const door = await openInvitation(args);
  if (!door) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  if (door.readOnly) throw refusalResponse(new Refusal("forbidden", "refusal.forbidden"));
  return door;
}

/** The address is the key: no store keeps the page, no search engine lists it, and no other site hears the address. */
export const INVITEE_HEADERS = {
  "cache-control": "no-store",
  "x-robots-tag": "noindex",
  "referrer-policy": "same-origin",
} as const;
