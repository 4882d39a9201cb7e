import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import type { State } from "./lifecycle";

/** One that was drawn, to be looked at. */
export type DrawnRow = {
  id: string;
  text: string;
  sourceKind: string;
  sourceTitle: string;
  sourceNumber: number | null;
  officeFa: string;
  officeEn: string;
  state: State;
  dueOn: IsoDate | null;
};

/** How much waits to be verified beside continuous turns, and the open sample with what was drawn; null without one. */
export async function getSamplePage(db: Db, placeId: number) {
  const [waiting] = await db.$queryRaw<{ n: number }[]>`select count(*)::int as n from obligation
    where source_division_id = ${placeId} and state = 'reported-done' and deadline_kind <> 'continuous'`;
  const sample = await db.verificationSample.findFirst({
    where: { divisionId: placeId, state: "open" },
    select: { id: true, population: true, size: true, drawnAt: true, drawnByName: true },
  });
  const drawn = sample
    ? await db.$queryRaw<DrawnRow[]>`
        select b.id::text, b.text, b.source_kind as "sourceKind", b.source_title as "sourceTitle",
          b.source_number as "sourceNumber", o.name_fa as "officeFa", o.name_en as "officeEn", b.state, b.due_on::text as "dueOn"
        from verification_sample_item i
        join obligation b on b.division_id = i.debtor_division_id and b.id = i.obligation_id
        join office o on o.division_id = b.division_id and o.id = b.office_id
        where i.division_id = ${placeId} and i.sample_id = ${sample.id}::uuid and i.is_drawn
        order by b.id limit 200`
    : [];
  return { waiting: waiting?.n ?? 0, sample, drawn };
}
