import { reopenPostsOf } from "~/areas/posts/door.server";
import type { Actor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { isoOfDate } from "~/lib/jalali";
import { CountyReopened } from "../events";
import { mayReopen } from "../reopening";

/**
 * Takes the closing of a county back while the quarter of its day runs: its posts open again, and whoever the closing put
 * out of power holds his post as before. Later the quarter's list of who owes a report stands without it: then the county
 * is created anew.
 */
export async function reopenCounty(actor: Actor, id: number, now = clock()) {
  authorize(actor, "reopen", "Division");
  return within(actor, async (db) => {
    const [county] = await db.$queryRaw<
      {
        parentId: number;
        nameFa: string;
        validTo: Date | null;
        closedAt: Date | null;
        successorIds: number[];
      }[]
    >`
      select parent_id as "parentId", name_fa as "nameFa", valid_to as "validTo", closed_at as "closedAt",
        successor_ids as "successorIds"
      from division where id = ${id}::int and level = 'county' for update`;
    if (!county) throw new Refusal("missing", "refusal.missing");
    if (!county.validTo) throw tooLate("divisions.reopen.open");
    const on = isoOfDate(county.validTo);
    if (!county.closedAt || !mayReopen(on, now)) throw tooLate("divisions.reopen.too-late");
    const namesake = await db.division.findFirst({
      where: { parentId: county.parentId, nameFa: county.nameFa, validTo: null },
    });
    if (namesake) throw new Refusal("conflict", "divisions.name.taken");

    await db.division.update({ where: { id }, data: { validTo: null, successorIds: [], closedAt: null } });
    await reopenPostsOf(db, id, { on, at: county.closedAt });
    await audit(db, actor, "reopen", "Division", String(id), ["valid_to", "successor_ids"], id);
    await emit(db, actor, CountyReopened, { divisionId: id, successorIds: county.successorIds });
    return { id };
  });
}
