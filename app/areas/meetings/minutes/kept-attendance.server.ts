import type { Db } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { saysTheSame } from "./merged-review";
import type { Review } from "./review";

type Attendance = Pick<Review, "attendees" | "discussion">;

/** Keeps with issued minutes who took part and what was said; nothing told changes nothing. */
export async function keepAttendance(
  db: Db,
  divisionId: number,
  minutesId: string,
  { attendees, discussion }: Attendance,
): Promise<void> {
  await db.minutesAttendee.createMany({
    data: attendees.map(({ name, post, organisation, standing }, position) => ({
      divisionId,
      id: uuidv7(),
      minutesId,
      position,
      name,
      post,
      organisation,
      standing,
    })),
  });
  if (discussion.length === 0) return;
  const text = discussion.join("\n");
  await db.minutesDiscussion.upsert({
    where: { divisionId_minutesId: { divisionId, minutesId } },
    create: { divisionId, minutesId, text },
    update: { text },
  });
}

/** What of the kept attendance a newer copy says otherwise; a copy that is silent of it changes nothing. */
export async function attendanceChanges(
  db: Db,
  divisionId: number,
  minutesId: string,
  { attendees, discussion }: Attendance,
): Promise<{ attendees: boolean; discussion: boolean }> {
  const kept = await db.minutesAttendee.findMany({
    where: { divisionId, minutesId },
    orderBy: { position: "asc" },
    take: MOST_KEPT,
  });
  const said = await db.minutesDiscussion.findUnique({
    where: { divisionId_minutesId: { divisionId, minutesId } },
  });
  const listed = (each: readonly { name: string; post: string; organisation: string; standing: string }[]) =>
    each
      .map(({ name, post, organisation, standing }) => [name, post, organisation, standing].join(" "))
      .join("|");
  return {
    attendees: attendees.length > 0 && !saysTheSame(listed(kept), listed(attendees)),
    discussion: discussion.length > 0 && !saysTheSame(said?.text ?? "", discussion.join("\n")),
  };
}

/** A review holds no more, with room for those whom a person added. */
const MOST_KEPT = 1000;

/** Brings the attendance of issued minutes up to date from a newer copy. */
export async function renewAttendance(
  db: Db,
  divisionId: number,
  minutesId: string,
  newer: Attendance,
): Promise<void> {
  const changes = await attendanceChanges(db, divisionId, minutesId, newer);
  if (changes.attendees) await db.minutesAttendee.deleteMany({ where: { divisionId, minutesId } });
  await keepAttendance(db, divisionId, minutesId, {
    attendees: changes.attendees ? newer.attendees : [],
    discussion: changes.discussion ? newer.discussion : [],
  });
}
