import { getWorkingCalendar } from "~/areas/divisions/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { addDays, dateOf, todayIn } from "~/lib/jalali";
import { addWorkingDays } from "~/lib/working-calendar";
import { PROVINCE_LIMIT } from "./lifecycle";

/** What a leg carries of its obstacle: its own copy, readable where it lies. */
type Words = {
  title: string;
  kind: string;
  officeName: string | null;
  triedLocally: string;
  effect: string;
  proposal: string | null;
};

/** Days within which so many working days end in any calendar of ours. */
const LONGEST_WAY = 120;

/** Lays the obstacle before the county's province, with a limit in working days of the province's own calendar. */
export async function sendToProvince(
  db: Db,
  actor: PlacedActor,
  obstacleId: string,
  words: Words,
  now: Date,
  contestReason: string | null = null,
): Promise<{ id: string; divisionId: number }> {
  const [, provinceId] = actor.place.ancestors;
  if (actor.place.level !== "county" || provinceId === undefined) {
    throw new Refusal("forbidden", "refusal.forbidden");
  }
  const id = uuidv7();
  const today = todayIn(now);
  const theirs = { ancestors: actor.place.ancestors.slice(1) };
  const calendar = await getWorkingCalendar(db, theirs, today, addDays(today, LONGEST_WAY));
  const limit = addWorkingDays(calendar, today, PROVINCE_LIMIT);
  await db.obstacleLeg.create({
    data: {
      divisionId: provinceId,
      id,
      sourceDivisionId: actor.place.id,
      obstacleId,
      title: words.title,
      kind: words.kind,
      officeName: words.officeName,
      triedLocally: words.triedLocally,
      effect: words.effect,
      proposal: words.proposal,
      contestReason,
      state: "waiting",
      arrivedAt: now,
      limitOn: dateOf(limit.day),
    },
  });
  return { id, divisionId: provinceId };
}
