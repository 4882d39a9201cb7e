import { findTaughtName } from "~/areas/bodies/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { resolveName } from "~/lib/written-names/resolve";
import { withLearntName, type Meant } from "../learnt-names";
import { asJson } from "../draft.server";
import { partyOf } from "../first-review";
import { summaryOf } from "../summary";
import { knownOf } from "../new-draft.server";
import { findReview } from "../stored-review.server";

/** Drafts of one unit of work. */
const BATCH = 50;

/**
 * Reads a name that was taught anew wherever it waits unknown in the drafts of the place, some drafts at a time. What it
 * means is asked of the dictionary as it stands now: of two lessons the later holds, in whatever order the jobs come.
 */
export async function followTaughtName(
  actor: PlacedActor,
  spellingId: string,
  now = clock(),
): Promise<{ drafts: number }> {
  authorize(actor, "read-files", "Minutes");
  const written = await within(actor, (db) => findTaughtName(db, actor.place.id, spellingId), {
    readOnly: true,
  });
  if (!written) return { drafts: 0 };
  const known = await knownOf(actor, now);
  const [read, ...others] = resolveName(written, known.dictionary, known.places).parties;
  if (!read || others.length > 0) return { drafts: 0 };
  const meant = partyOf(read, known);
  if (meant.kind === "unknown") return { drafts: 0 };
  let drafts = 0;
  for (let after: string | null = ""; after !== null;) {
    const batch: { last: string | null; changed: number } = await followIn(actor, after, written, meant, now);
    drafts += batch.changed;
    after = batch.last;
  }
  return { drafts };
}

function followIn(actor: PlacedActor, after: string, written: string, meant: Meant, now: Date) {
  const divisionId = actor.place.id;
  return within(actor, async (db) => {
    const rows = await draftsAfter(db, divisionId, after);
    const changed = rows.flatMap(({ id, review: stored }) => {
      const before = findReview(stored);
      const review = before && withLearntName(before, written, meant);
      if (!review || review === before) return [];
      return [{ id, review: asJson(review), toLook: summaryOf(review).toLook }];
    });
    if (changed.length > 0) {
      await db.$executeRaw`
        update minutes_draft d set review = c.review, to_look = c."toLook", updated_at = ${now},
          revision = d.revision + 1
        from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as c (id uuid, review jsonb, "toLook" int)
        where d.division_id = ${divisionId} and d.id = c.id`;
    }
    const last = rows.length < BATCH ? null : (rows.at(-1)?.id ?? null);
    return { last, changed: changed.length };
  });
}

/** What waits unknown wants a look: drafts that want none are passed over. */
function draftsAfter(db: Db, divisionId: number, after: string) {
  const NONE = "00000000-0000-0000-0000-000000000000";
  return db.$queryRaw<{ id: string; review: unknown }[]>`
    select id, review from minutes_draft
    where division_id = ${divisionId} and id > ${after || NONE}::uuid and state = 'review' and seen < resolutions
      and life is distinct from 'comments'
    order by id limit ${BATCH} for update`;
}
