import { staffActor } from "~/actor.server";
import { inviteGuest, inviteOffices } from "~/areas/meetings/invitations/commands/invite.server";
import { editReviewResolution } from "~/areas/meetings/minutes/commands/edit-review-resolution.server";
import { approveMinutes } from "~/areas/meetings/own-minutes/commands/approve-minutes.server";
import { endComments, openComments } from "~/areas/meetings/own-minutes/commands/comments.server";
import { writeMinutes } from "~/areas/meetings/own-minutes/commands/write-minutes.server";
import { findOwnDraft, getVersion, listVersions } from "~/areas/meetings/own-minutes/queries.server";
import type { PlacedActor, Role } from "~/kernel/actor";
import { within, type Db } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { type IsoDate } from "~/lib/jalali";
import { actorOf, GORGAN, placeAt } from "./actors";
import { asOwner, openOffice } from "./offices";
import { aPost, plantPlaces } from "./posts";
import { Records } from "./records";

// 3 Dey 1405.
export const now = new Date("2026-12-24T05:30:00Z");
export const HELD: IsoDate = "2026-12-23";
export const expert = actorOf(GORGAN, "expert");
export const colleague = actorOf(GORGAN, "expert", uuidv7(), "سارا محمدی");

export let records: Records;
export let offices: string[];
export let chair: PlacedActor;
export let chairPost: string;

/** Who is in a post from a day on. */
export async function appointed(role: Role, postId: string, name: string) {
  const actor = staffActor({ id: uuidv7(), fullName: name }, placeAt(GORGAN), {
    divisionId: GORGAN,
    appointmentId: uuidv7(),
    postId,
    role,
    titleFa: role,
    titleEn: role,
  });
  await asOwner((owner) =>
    owner.query(
      `insert into appointment (division_id, id, post_id, account_id, holder_name, order_number, starts_on, created_by_key)
       values ($1, $2, $3, $4, $5, '1', '2022-09-11', 'test')`,
      [GORGAN, uuidv7(), postId, actor.key, name],
    ),
  );
  return actor;
}
export const endAppointment = (key: string) =>
  asOwner((owner) => owner.query("update appointment set ended_at = now() where account_id = $1", [key]));

/** Places, offices and a chair of Gorgan; to be closed by `records.close()`. */
export async function plantOwnMinutes(): Promise<void> {
  await plantPlaces();
  records = await Records.open();
  offices = await asOwner(async (owner) => [
    await openOffice(owner, GORGAN, "education"),
    await openOffice(owner, GORGAN, "power-distribution"),
    await openOffice(owner, GORGAN, "county-governorate"),
  ]);
  chairPost = (await aPost(GORGAN, "governor")).postId;
  chair = await appointed("governor", chairPost, "رضا فرماندار");
}

const outcome = (meetingId: string, position: number, values: Record<string, unknown>) =>
  asOwner((owner) => {
    const row: Record<string, unknown> = {
      division_id: GORGAN,
      id: uuidv7(),
      meeting_id: meetingId,
      position,
      created_by_key: "test",
      ...values,
    };
    const names = Object.keys(row);
    return owner.query(
      `insert into meeting_outcome (${names.join(", ")}) values (${names.map((_, i) => `$${i + 1}`).join(", ")})`,
      Object.values(row),
    );
  });

/** A meeting that was held with two resolutions; of its three offices `came` were there, and an official may have promised something. */
export async function held({
  came = 3,
  more = {},
  isPromised = false,
}: { came?: number; more?: Record<string, unknown>; isPromised?: boolean } = {}) {
  const id = await records.meeting("thematic", HELD, {
    title: "نشست آب و برق مدارس",
    starts_at: "15:30",
    ends_at: "18:00",
    place: "سالن شهید رجایی",
    state: "announced",
    chair_post_id: chairPost,
    ...more,
  });
  await inviteOffices(expert, id, { officeIds: offices }, now);
  await inviteGuest(expert, id, { name: "زهرا کاظمی", participants: "network" }, now);
  await records.query(
    `update meeting_invitation set attended = case when kind = 'guest' then 'guest' when number <= $2 then 'present'
       else 'absent' end where meeting_id = $1`,
    [id, came],
  );
  await outcome(id, 1, {
    kind: "information",
    text: "گزارش قطعی برق مدارس شنیده شد.",
    speaker: "رئیس اداره برق",
  });
  await outcome(id, 2, {
    kind: "resolution",
    text: "مقرر گردید برق اضطراری مدارس تامین شود.",
    parties_written: "توزیع برق",
    deadline_written: "۱۴۰۵/۱۱/۰۱",
    items: ["خرید مولد", "نصب در سه مدرسه"],
  });
  await outcome(id, 3, {
    kind: "resolution",
    text: "مقرر گردید فهرست مدارس کم‌آب فرستاده شود.",
    parties_written: "آموزش و پرورش",
    deadline_written: "۱۵ روز",
  });
  if (isPromised)
    await outcome(id, 4, {
      kind: "promise",
      text: "آب روستای زیارت تا پایان ماه وصل می‌شود.",
      speaker: "مدیر آبفا",
      place_name: "زیارت",
    });
  await records.change("meeting", id, { state: "held" });
  return id;
}

export const draftOf = async (meetingId: string) => {
  const draft = await within(expert, (db) => findOwnDraft(db, GORGAN, meetingId));
  if (!draft) throw new Error("minutes are written");
  return draft;
};

/** What a secretary does on the review page: looks at each resolution and saves it. */
export async function settle(meetingId: string) {
  const { id, review } = await draftOf(meetingId);
  for (const { id: resolutionId } of review.resolutions) {
    const current = (await draftOf(meetingId)).review.resolutions.find((one) => one.id === resolutionId);
    if (!current) throw new Error("it is there");
    await editReviewResolution(
      expert,
      id,
      resolutionId,
      {
        revision: current.revision,
        number: current.number,
        text: current.text,
        items: current.subItems.map(({ label, text }) => ({ label, text })),
        refersTo: current.refersTo,
        keep: current.parties.map((party) => party.id),
        kind: "dated",
        dueOn: "2027-01-21",
      },
      now,
    );
  }
}

/** Written, settled, opened for comments and closed again: the chair's turn. */
export async function ready(options?: Parameters<typeof held>[0]) {
  const id = await held(options);
  await writeMinutes(expert, id, now);
  await settle(id);
  await throughWindow(id);
  return id;
}
export async function throughWindow(id: string) {
  await openComments(expert, id, { revision: (await draftOf(id)).revision, until: "2026-12-27" }, now);
  await endComments(expert, id, { revision: (await draftOf(id)).revision }, now);
}
export const versionOf = async (db: Db, meetingId: string, version: number) => {
  const found = (await listVersions(db, GORGAN, meetingId)).find((one) => one.version === version);
  return getVersion(db, GORGAN, found?.id ?? "");
};
export const approve = async (id: string, more: { exception?: string } = {}, actor = chair) =>
  approveMinutes(actor, id, { revision: (await draftOf(id)).revision, ...more }, now);
