import type { PlacedActor } from "~/kernel/actor";
import type { Prisma } from "~/kernel/db.server";
import { type Db, type JsonInput } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import type { Review } from "./review";
import { minutesAllow, type MinutesLife } from "./life";
import { summaryOf } from "./summary";
import { reviewOf } from "./stored-review.server";

export type DraftRow = {
  id: string;
  review: Review;
  state: "review" | "issued";
  minutesId: string | null;
  revision: number;
  sourceHash: string;
  /** The meeting whose own minutes it is, and how far those are. */
  meetingId: string | null;
  life: MinutesLife | null;
  version: number;
};

/**
 * The draft, held until the transaction ends: two editors save one after the other and each part is compared with its
 * own revision. Refuses `missing`, and `conflict` one that cannot be read.
 */
export async function holdDraft(db: Db, actor: PlacedActor, id: string): Promise<DraftRow> {
  const [row] = await db.$queryRaw<
    (Omit<DraftRow, "review"> & { review: unknown })[]
  >`select id, review, state, minutes_id as "minutesId", revision,
      source_hash as "sourceHash", meeting_id as "meetingId", life, version
    from minutes_draft where division_id = ${actor.place.id} and id = ${id}::uuid for update`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  return { ...row, review: reviewOf(row.review) };
}

/** A draft that is still written on. Refuses `conflict` once it is issued, and while it is open for comments. */
export async function holdOpenDraft(db: Db, actor: PlacedActor, id: string): Promise<DraftRow> {
  const draft = await holdDraft(db, actor, id);
  if (draft.state !== "review") throw tooLate("minutes.review.already-issued");
  if (draft.life !== null && !minutesAllow(draft.life, "edit"))
    throw tooLate("minutes.own.open-for-comments");
  return draft;
}

/** Keeps the changed review of a held draft. */
export async function keepReview(
  db: Db,
  actor: PlacedActor,
  draft: DraftRow,
  review: Review,
  now: Date,
): Promise<void> {
  const { count } = await db.minutesDraft.updateMany({
    where: { divisionId: actor.place.id, id: draft.id, revision: draft.revision },
    data: { review: asJson(review), ...summaryOf(review), updatedAt: now, revision: { increment: 1 } },
  });
  if (count === 0) throw new Refusal("conflict", "refusal.changed");
}

/** A review as a JSON column takes it: optional parts that are absent stay absent. */
export function asJson(review: Review): JsonInput {
  return JSON.parse(JSON.stringify(review)) as Prisma.InputJsonObject;
}
