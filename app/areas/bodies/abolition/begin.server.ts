import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import type { Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, todayIn } from "~/lib/jalali";
import { getBody } from "../directory.server";
import { BodyEnded } from "../events";
import { tellOfBody } from "../history.server";
import type { Abolish } from "../schema";
import { closeEnded } from "./move-in-place.server";
import { getAbolition } from "./queries.server";

/** One after the other in a place: two merges at once could make each other's heir. */
const LOCK = 28_280;

export const oneAtATime = (db: Db, { place }: PlacedActor) =>
  db.$executeRaw`select pg_advisory_xact_lock(${LOCK}, ${place.id}::int)`;

/**
 * Refuses `invalid` for an heir that is the ended body itself or has ended too, `missing` for one the place does not know.
 * An heir stands, so no row of heirs ever comes back to where it began.
 */
export async function refuseHeir(db: Db, organisationId: string, heirId: string | undefined): Promise<void> {
  if (heirId === undefined) return;
  if (heirId === organisationId) throw new Refusal("invalid", "bodies.end.heir-is-self", { field: "heirId" });
  const heir = await getBody(db, heirId);
  if (heir.abolishedOn) throw new Refusal("invalid", "bodies.end.heir-has-ended", { field: "heirId" });
}

/**
 * Refuses `conflict` to end a body that another is becoming part of just now, or is coming back from: what goes over would
 * find nobody there.
 */
export async function refuseHeirOfMoving(db: Db, organisationId: string): Promise<void> {
  const moving = await db.abolition.count({
    where: { heirId: organisationId, state: { in: ["moving", "undoing"] } },
  });
  if (moving > 0) throw new Refusal("conflict", "bodies.end.still-taking-over");
}

/** Refuses `invalid` when something is still owed and neither an heir is named nor is it said that none is known yet. */
export function refuseOrphans(
  owed: number,
  { heirId, withoutHeir }: Pick<Abolish, "heirId" | "withoutHeir">,
) {
  if (owed > 0 && heirId === undefined && withoutHeir === undefined) {
    throw new Refusal("invalid", `bodies.end.needs-heir?count=${owed}`, { field: "heirId" });
  }
}

/** Refuses `invalid` for a day that has not come. */
export function refuseFuture({ endedOn }: Pick<Abolish, "endedOn">, now: Date) {
  if (endedOn > todayIn(now)) throw new Refusal("invalid", "form.date.in-future", { field: "endedOn" });
}

/**
 * Writes the act down, closes the office in the actor's own place at once, and has the moving begun; in the caller's open
 * unit of work.
 */
export async function beginAbolition(
  db: Db,
  actor: PlacedActor,
  { organisationId, onlyHere }: { organisationId: string; onlyHere: boolean },
  input: Abolish,
  now: Date,
): Promise<{ id: string }> {
  const id = uuidv7();
  const divisionId = actor.place.id;
  await db.abolition.create({
    data: {
      divisionId,
      id,
      organisationId,
      heirId: input.heirId ?? null,
      onlyHere,
      endedOn: dateOf(input.endedOn),
      orderNumber: input.orderNumber ?? null,
      reason: input.reason,
      links: input.links,
      state: "moving",
      byName: actor.name,
      byKey: actor.key,
      at: now,
      heirAt: input.heirId ? now : null,
      stateSince: now,
      publishedAt: actor.place.level === "nation" ? now : null,
    },
  });
  const abolition = await getAbolition(db, { divisionId, id });
  const { from, to } = await closeEnded(db, actor, abolition, now);
  const heirName = to?.nameFa ?? abolition.heirFa;
  const heir = input.heirId && heirName ? { id: input.heirId, name: heirName } : undefined;
  await tellOfEnd(
    db,
    actor,
    { id: organisationId, name: (onlyHere && from?.nameFa) || abolition.nameFa },
    heir,
    now,
  );
  await audit(db, actor, "abolish", onlyHere ? "Office" : "Organisation", organisationId, [
    "abolished_on",
    "heir_id",
  ]);
  await emit(db, actor, BodyEnded, { divisionId, abolitionId: id });
  return { id };
}

/** A line of the body's history, and one of its heir's; what the national office says stands for every place below. */
export async function tellOfEnd(
  db: Db,
  actor: PlacedActor,
  body: { id: string; name: string },
  heir: { id: string; name: string } | undefined,
  now: Date,
) {
  const organisationId = body.id;
  if (!heir) return tellOfBody(db, actor, { organisationId, kind: "abolished" }, now);
  await tellOfBody(db, actor, { organisationId, kind: "merged", note: heir.name }, now);
  await tellOfBody(db, actor, { organisationId: heir.id, kind: "took-over", note: body.name }, now);
}
