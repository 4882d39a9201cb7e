import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { isoOfDate, todayIn, type IsoDate } from "~/lib/jalali";
import type { OfficePost } from "./choices";

/** An account's power over one office, from an appointment in force. */
export type OfficePower = {
  divisionId: number;
  officeId: string;
  appointmentId: string;
  titleFa: string;
  titleEn: string;
  holderName: string;
};

const inForce = (day: IsoDate) =>
  Prisma.sql`a.ended_at is null and a.starts_on <= ${day}::date and (a.ends_on is null or a.ends_on >= ${day}::date)`;

/** The offices for which an account acts on a day; of two posts of one office the older. Needs the door's scope. */
export async function listOfficePowers(db: Db, accountId: string, day: IsoDate): Promise<OfficePower[]> {
  return db.$queryRaw<OfficePower[]>`
    select distinct on (a.division_id, a.office_id) a.division_id as "divisionId", a.office_id::text as "officeId",
      a.id::text as "appointmentId", a.title_fa as "titleFa", a.title_en as "titleEn", a.holder_name as "holderName"
    from office_appointment a where a.account_id = ${accountId}::uuid and ${inForce(day)}
    order by a.division_id, a.office_id, a.starts_on, a.id limit 50`;
}

/** An appointment to a post of an office, as its page shows it. */
export type OfficerRow = {
  id: string;
  accountId: string;
  kind: OfficePost;
  titleFa: string;
  titleEn: string;
  holderName: string;
  orderNumber: string;
  startsOn: IsoDate;
  endsOn: IsoDate | null;
  endedOn: IsoDate | null;
  endReason: string | null;
};

/** Who held the posts of an office, the newest first; at most a hundred. */
export async function listOfficers(db: Db, divisionId: number, officeId: string): Promise<OfficerRow[]> {
  const rows = await db.officeAppointment.findMany({
    where: { divisionId, officeId },
    orderBy: [{ startsOn: "desc" }, { id: "desc" }],
    take: 100,
  });
  return rows.map((row) => ({
    id: row.id,
    accountId: row.accountId,
    kind: row.kind as OfficePost,
    titleFa: row.titleFa,
    titleEn: row.titleEn,
    holderName: row.holderName,
    orderNumber: row.orderNumber,
    startsOn: isoOfDate(row.startsOn),
    endsOn: row.endsOn && isoOfDate(row.endsOn),
    endedOn: row.endedAt && todayIn(row.endedAt),
    endReason: row.endReason,
  }));
}

/** An appointment to a post of an office of the place, with its office. Refuses `missing`. */
export async function getOfficer(db: Db, divisionId: number, id: string) {
  const row = await db.officeAppointment.findFirst({
    where: { divisionId, id },
    include: { office: { select: { nameFa: true, nameEn: true } } },
  });
  if (!row) throw new Refusal("missing", "refusal.missing");
  return {
    id,
    divisionId,
    officeId: row.officeId,
    officeFa: row.office.nameFa,
    officeEn: row.office.nameEn,
    holderName: row.holderName,
    titleFa: row.titleFa,
    titleEn: row.titleEn,
    startsOn: isoOfDate(row.startsOn),
    hasEnded: row.endedAt !== null,
    revision: row.revision,
  };
}
