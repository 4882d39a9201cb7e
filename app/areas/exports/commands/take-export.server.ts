import type { Actor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import type { ExportedList, Say, Standpoint } from "~/kernel/sheets/exported-list";
import type { Page } from "~/lib/paging";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { isPaper, MOST_PAPER_ROWS, MOST_ROWS, SHORTEST_REASON } from "../choices";
import { ExportTaken } from "../events";
import type { TakeExport } from "../schema";

/** Rows counted in one query. */
const AT_ONCE = 2000;

/** The list that is taken, and how its taker is called. */
export type Wanted = {
  list: ExportedList;
  asked: URLSearchParams;
  say: Say;
  post: string;
  /** The desk that it stands on, where it is an office's own. */
  desk?: Required<Pick<Standpoint, "place" | "office">>;
};

/** Counts a list batch by batch, up to one row more than may leave. Refuses `missing` where it is of no record. */
async function countRows(
  db: Db,
  { list, asked, say }: Wanted,
  at: Standpoint,
  most: number,
): Promise<number> {
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
export async function takeExport(actor: Actor, wanted: Wanted, input: TakeExport, now = clock()) {
  const { list, desk, asked, post } = wanted;
  if (desk) authorize(actor, "take-desk", "Export", { divisionId: desk.place.id, officeId: desk.office.id });
  else authorize(actor, list.isPersonal ? "take-personal" : "take", "Export");
  const place = desk?.place ?? actor.place;
  if (!place || list.of !== (desk ? "office" : "place") || !list.levels.includes(place.level))
    throw new Refusal("missing", "refusal.missing");
  const reason = list.isPersonal ? (input.reason ?? "") : null;
  if (reason !== null && [...reason].length < SHORTEST_REASON) {
    throw new Refusal("invalid", `exports.reason-short?min=${SHORTEST_REASON}`, { field: "reason" });
  }
  const onPaper = isPaper(input.format);
  // A page is set by the place's hand, which stands at no desk.
  if (onPaper && desk) throw new Refusal("invalid", "exports.no-paper", { field: "format" });
  return within(actor, async (db) => {
    const divisionId = place.id;
    const most = onPaper ? MOST_PAPER_ROWS : MOST_ROWS;
    const rowCount = await countRows(db, wanted, { place, ...desk, today: todayIn(now) }, most);
    if (rowCount > most)
      throw new Refusal("invalid", `exports.too-many${onPaper ? "-for-paper" : ""}?most=${most}`);
    // One after the other: each export of a place has the number after the last.
    await db.$executeRaw`select pg_advisory_xact_lock(hashtext('export_log'), ${divisionId})`;
    const id = uuidv7();
    const [row] = await db.$queryRaw<{ number: number }[]>`
      insert into export_log (division_id, id, number, list, filters, format, is_personal, reason, row_count,
        taken_by_key, taken_by_name, taken_by_post, created_at, office_id)
      values (${divisionId}, ${id}::uuid, tenancy.next_export_number(), ${list.name},
        ${JSON.stringify(list.narrowed(asked))}::jsonb, ${input.format}, ${list.isPersonal}, ${reason}, ${rowCount}::int,
        ${actor.key}, ${actor.name}, ${post}, ${now}, ${desk?.office.id ?? null}::uuid)
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
