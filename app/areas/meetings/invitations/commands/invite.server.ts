import { listGroupMembers, listGroups, listOffices, listOfficesBelow } from "~/areas/bodies/queries.server";
import type { OfficeRow } from "~/areas/bodies/schema";
import { listPosts } from "~/areas/posts/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { Refusal } from "~/kernel/refusal";
import { todayIn } from "~/lib/jalali";
import { refuseInvitedNumber, type NewInvitee } from "../insert-invitees.server";
import { classOf, invite, type Invited } from "../inviting.server";
import { placesOfPosts } from "../places-of-posts.server";
import type { InviteGroup, InviteGuest, InviteOffices, InvitePosts } from "../schema";

const asInvitee = (office: OfficeRow): NewInvitee => ({
  kind: "office",
  participants: classOf(office),
  office,
  name: office.nameFa,
});

/** Invites offices of the place, and governorates and municipalities of the places below. Refuses `missing` for any other. */
export async function inviteOffices(
  actor: PlacedActor,
  meetingId: string,
  { officeIds }: InviteOffices,
  now = clock(),
): Promise<Invited> {
  return invite(actor, meetingId, now, async (db) => {
    const today = todayIn(now);
    const offices = [
      ...(await listOffices(db, actor.place.id, today)),
      ...(await listOfficesBelow(db, actor.place, today)),
    ];
    const wanted = new Set(officeIds);
    const found = offices.filter(({ id }) => wanted.has(id));
    if (found.length !== wanted.size) throw new Refusal("missing", "refusal.missing");
    return found.map(asInvitee);
  });
}

/** Invites a group of bodies as it stands today. Refuses `missing`, and `invalid` for one to which nobody belongs. */
export async function inviteGroup(
  actor: PlacedActor,
  meetingId: string,
  { group }: InviteGroup,
  now = clock(),
): Promise<Invited> {
  return invite(actor, meetingId, now, async (db) => {
    const found = (await listGroups(db)).find(({ code }) => code === group);
    if (!found || found.kind === "vague") throw new Refusal("missing", "refusal.missing");
    const offices = await listGroupMembers(db, actor.place, found, todayIn(now));
    if (offices.length === 0) throw new Refusal("invalid", "meetings.invite.group-empty", { field: "group" });
    return offices.map(asInvitee);
  });
}

/** Invites holders of posts, by the post: whoever holds it on the day comes. Refuses `missing` for one out of reach. */
export async function invitePosts(
  actor: PlacedActor,
  meetingId: string,
  { postIds }: InvitePosts,
  now = clock(),
): Promise<Invited> {
  return invite(actor, meetingId, now, async (db) => {
    const posts = await listPosts(db, await placesOfPosts(db, actor.place), todayIn(now));
    const wanted = new Set(postIds);
    const found = posts.filter(({ id }) => wanted.has(id));
    if (found.length !== wanted.size) throw new Refusal("missing", "refusal.missing");
    return found.map((post) => ({
      kind: "post",
      participants: "bodies",
      post,
      name: post.holder?.name ?? "",
      roleTitle: post.titleFa,
    }));
  });
}

/** Invites somebody by name. Refuses a number under which somebody is invited already. */
export async function inviteGuest(
  actor: PlacedActor,
  meetingId: string,
  guest: InviteGuest,
  now = clock(),
): Promise<Invited> {
  return invite(actor, meetingId, now, async (db) => {
    if (guest.mobile) await refuseInvitedNumber(db, actor.place.id, meetingId, guest.mobile);
    return [{ kind: "guest", ...guest }];
  });
}
