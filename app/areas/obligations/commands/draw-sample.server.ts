import { handsOf, type PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import type { DrawSample } from "../schema";

/** At most so much waits in one sample: the rest waits for the next. */
const MOST = 2000;

/**
 * The least that a sample may be of what waits: one of two thousand says nothing of the others. A tenth finds a fault that
 * every tenth hides among thirty more often than not, and below three a single lucky draw would stand for all.
 */
export const SAMPLE_FLOOR = { share: 0.1, least: 3 } as const;

/** How many have to be drawn at least; all where fewer wait. */
export const leastOf = (population: number): number =>
  Math.min(population, Math.max(SAMPLE_FLOOR.least, Math.ceil(population * SAMPLE_FLOOR.share)));

/**
 * Draws by lot some of what the place issued, is reported done and was not reported by the actor himself. The lot is the
 * sample's own id, so that anybody can draw once more and find the same: the lowest of md5(sample + obligation). Turns of
 * continuous obligations are left out: each is answered by itself. Refuses `conflict` while another sample is open, and
 * `invalid` where nothing waits and for fewer than `SAMPLE_FLOOR` asks.
 */
export async function drawSample(actor: PlacedActor, { size }: DrawSample, now = clock()) {
  authorize(actor, "sample", "Issuance");
  const divisionId = actor.place.id;
  return within(actor, async (db) => {
    await db.$executeRaw`select pg_advisory_xact_lock(hashtext('sample'), ${divisionId})`;
    const open = await db.verificationSample.count({ where: { divisionId, state: "open" } });
    if (open > 0) throw tooLate("obligations.sample.open-already");
    const id = uuidv7();
    await db.verificationSample.create({
      data: {
        divisionId,
        id,
        population: 0,
        size: 0,
        drawnAt: now,
        drawnByName: actor.name,
        drawnByKey: actor.key,
      },
    });
    const hands = handsOf(actor);
    const [drawn] = await db.$queryRaw<{ population: number; size: number }[]>`
      with waiting as (
        select division_id, id, revision, row_number() over (order by md5(${id}::text || id::text), id) as turn from obligation
        where source_division_id = ${divisionId} and state = 'reported-done' and deadline_kind <> 'continuous'
          and not coalesce(reported_by_key = any(${hands}) or reported_for_key = any(${hands}), false)
        order by turn limit ${MOST}
      ), item as (
        insert into verification_sample_item (division_id, sample_id, debtor_division_id, obligation_id, revision, is_drawn)
        select ${divisionId}, ${id}::uuid, division_id, id, revision, turn <= ${size} from waiting returning is_drawn
      )
      select count(*)::int as population, (count(*) filter (where is_drawn))::int as size from item`;
    const { population, size: taken } = drawn ?? { population: 0, size: 0 };
    if (population === 0) throw new Refusal("invalid", "obligations.sample.nothing-waits", { field: "size" });
    const least = leastOf(population);
    if (taken < least)
      throw new Refusal("invalid", `obligations.sample.too-few?least=${least}&population=${population}`, {
        field: "size",
      });
    await db.verificationSample.updateMany({ where: { divisionId, id }, data: { population, size: taken } });
    await audit(db, actor, "sample", "Issuance", id);
    return { id, population, size: taken };
  });
}
