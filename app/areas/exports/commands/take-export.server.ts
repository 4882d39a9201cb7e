import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import type { ExportedList, Say } from "~/kernel/sheets/exported-list";
import type { Page } from "~/lib/paging";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn, type IsoDate } from "~/lib/jalali";
import { isPaper, MOST_PAPER_ROWS, MOST_ROWS, SHORTEST_REASON } from "../choices";
import { ExportTaken } from "../events";
import type { TakeExport } from "../schema";

/** Rows counted in one query. */
const AT_ONCE = 2000;

/** The list that is taken, and how its taker is called. */
export type Wanted = { list: ExportedList; asked: URLSearchParams; say: Say; post: string };

/** Counts a list batch by batch, up to one row more than may leave. Refuses `missing` where it is of no record. */
async function countRows(
  db: Db,
  actor: PlacedActor,
  { list, asked, say }: Wanted,
  today: IsoDate,
  most: number,
): Promise<number> {
  const at = { place: actor.place, today };
  await list.dressed(db, at, asked, say);
  let count = 0;
  let after: string | null = null;
  do {
    const page: Page<string[]> = await list.read(db, at, asked, say, { after, size: AT_ONCE });
    count += page.rows.length;
    after = page.next;
  } while (after !== null && count <= most);
  return count;
}

/**
 * Writes down that a list is taken out: who, which, narrowed to what, how many rows, and why. The file is then fetched
 * by its taker alone; an office page is first written by a job. A list with persons in it leaves for a reason of the taker's, and only in their own county.
 */
export async function takeExport(actor: PlacedActor, wanted: Wanted, input: TakeExport, now = clock()) {
  const { list, asked, post } = wanted;
  authorize(actor, list.isPersonal ? "take-personal" : "take", "Export");
  if (!list.levels.includes(actor.place.level)) throw new Refusal("missing", "refusal.missing");
  const reason = list.isPersonal ? (input.reason ?? "") : null;
  if (reason !== null && [...reason].length < SHORTEST_REASON) {
    throw new Refusal("invalid", `exports.reason-short?min=${SHORTEST_REASON}`, { field: "reason" });
  }
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const onPaper = isPaper(input.format);
    const most = onPaper ? MOST_PAPER_ROWS : MOST_ROWS;
    const rowCount = await countRows(db, actor, wanted, todayIn(now), most);
    if (rowCount > most)
      throw new Refusal("invalid", `exports.too-many${onPaper ? "-for-paper" : ""}?most=${most}`);
    // One after the other: each export of a place has the number after the last.
    await db.$executeRaw`select pg_advisory_xact_lock(hashtext('export_log'), ${divisionId})`;
    const id = uuidv7();
    const [row] = await db.$queryRaw<{ number: number }[]>`
      insert into export_log (division_id, id, number, list, filters, format, is_personal, reason, row_count,
        taken_by_key, taken_by_name, taken_by_post, created_at)
      select ${divisionId}, ${id}::uuid, coalesce(max(number), 0) + 1, ${list.name},
        ${JSON.stringify(list.narrowed(asked))}::jsonb, ${input.format}, ${list.isPersonal}, ${reason}, ${rowCount}::int,
        ${actor.key}, ${actor.name}, ${post}, ${now}
      from export_log where division_id = ${divisionId}
      returning number`;
    if (onPaper) {
      await db.$executeRaw`insert into export_paper (division_id, id, locale)
        values (${divisionId}, ${id}::uuid, ${wanted.say.locale})`;
    }
    await audit(db, actor, "take", "Export", id);
    await emit(db, actor, ExportTaken, { exportId: id });
    return { id, number: row?.number ?? 0 };
  });
}
