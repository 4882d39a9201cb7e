import { Prisma } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";

/**
 * Whether the office that passed `b` on has an officer today who verifies it, and did not report it himself: then it is not
 * the secretariat's of its place.
 */
export const verifiedByOffice = (today: IsoDate) => Prisma.sql`(b.source_office_id is not null and exists (
  select from office_appointment a where a.division_id = b.source_division_id and a.office_id = b.source_office_id
    and a.ended_at is null and a.starts_on <= ${today}::date and (a.ends_on is null or a.ends_on >= ${today}::date)
    and a.account_id::text <> all(array[coalesce(b.reported_by_key, ''), coalesce(b.reported_for_key, '')])))`;
