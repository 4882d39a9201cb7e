import { listOffices } from "~/areas/bodies/queries.server";
import { listCouncilChoices, type CouncilChoice } from "~/areas/councils/queries.server";
import { listPosts } from "~/areas/posts/queries.server";
import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { dateOf, type IsoDate } from "~/lib/jalali";
import { chosenRoom } from "./rooms.server";
import type { PlanMeeting } from "./schema";
import { chosenType } from "./types.server";

/** A post of the place that a form chose. Refuses `invalid` beside the field one that is not there. */
async function checkPost(
  db: Db,
  place: Place,
  id: string | undefined,
  field: string,
  today: IsoDate,
): Promise<void> {
  if (id === undefined) return;
  const posts = await listPosts(db, [place.id], today);
  if (!posts.some((post) => post.id === id)) throw new Refusal("invalid", "calling.post.unknown", { field });
}

/** Refuses `invalid` what a form chose and the place does not have: posts, host. */
export async function checkPeople(
  db: Db,
  place: Place,
  chosen: Pick<PlanMeeting, "chairPostId" | "secretaryPostId" | "hostOfficeId">,
  today: IsoDate,
): Promise<void> {
  await checkPost(db, place, chosen.chairPostId, "chairPostId", today);
  await checkPost(db, place, chosen.secretaryPostId, "secretaryPostId", today);
  if (chosen.hostOfficeId === undefined) return;
  const offices = await listOffices(db, place.id, today);
  if (!offices.some((office) => office.id === chosen.hostOfficeId))
    throw new Refusal("invalid", "calling.host.unknown", { field: "hostOfficeId" });
}

/** The standing council of the place that a form chose. Refuses `invalid` beside `councilId` one that is not there any more. */
export async function chosenCouncil(
  db: Db,
  place: Place,
  id: string | undefined,
): Promise<CouncilChoice | undefined> {
  if (id === undefined) return undefined;
  const council = (await listCouncilChoices(db, place.id)).find((one) => one.id === id);
  if (!council) throw new Refusal("invalid", "calling.council.unknown", { field: "councilId" });
  return council;
}

/** The time of day so many minutes later, past midnight too. */
function laterBy(time: string, minutes: number): string {
  const at = (Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes) % 1440;
  return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
}

/** Columns of a planned meeting from its form, checked against what the place has. */
export async function planColumns(db: Db, place: Place, input: PlanMeeting, today: IsoDate) {
  const type = await chosenType(db, place, input.typeCode, today);
  const room = input.roomId === undefined ? null : await chosenRoom(db, place.id, input.roomId);
  const council = await chosenCouncil(db, place, input.councilId);
  await checkPeople(db, place, input, today);
  return {
    type,
    columns: {
      kind: type.kind,
      typeCode: type.code,
      councilId: council?.id ?? null,
      title: input.title ?? council?.nameFa ?? type.fa,
      heldOn: dateOf(input.heldOn),
      startsAt: input.startsAt ?? null,
      endsAt: input.endsAt ?? (input.startsAt ? laterBy(input.startsAt, type.minutesLong) : null),
      roomId: room?.id ?? null,
      place: input.place ?? room?.name ?? null,
      chairPostId: input.chairPostId ?? (input.chairName ? null : (council?.chairPostId ?? null)),
      chairName: input.chairName ?? null,
      secretaryPostId: input.secretaryPostId ?? council?.secretaryPostId ?? null,
      hostOfficeId: input.hostOfficeId ?? null,
    },
  };
}
