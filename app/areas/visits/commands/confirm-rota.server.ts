import { offeredOf } from "~/areas/catalogues/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import { audit, auditEach } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emitEach } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, todayIn } from "~/lib/jalali";
import { draftRota } from "../draft-rota.server";
import { VisitAnnounced, VisitPlanned } from "../events";
import { getRota, listTurns } from "../rota-queries.server";
import type { PressVisit } from "../schema";

/**
 * Confirms a rota as a person has looked it through: its turns become planned visits, of which still nobody is told. Refuses
 * `invalid` one without a turn, `conflict` when it was changed or confirmed meanwhile.
 */
export async function confirmRota(
  actor: PlacedActor,
  id: string,
  { revision }: PressVisit,
  now = clock(),
): Promise<{ count: number }> {
  const divisionId = actor.place.id;
  return within(actor, async (db) => {
    const rota = await draftRota(db, actor, id, "confirm");
    const turns = await listTurns(db, divisionId, id);
    if (turns.length === 0) throw new Refusal("invalid", "visits.rota.empty");
    const { count } = await db.visitRota.updateMany({
      where: { divisionId, id, revision },
      data: {
        state: "confirmed",
        confirmedAt: now,
        confirmedByName: actor.name,
        revision: { increment: 1 },
      },
    });
    if (count === 0) throw new Refusal("conflict", "refusal.changed", { revision: rota.revision });
    const { locality } = await offeredOf(db, actor.place, ["locality"], todayIn(now));
    const visits = turns.map((turn) => {
      const [kind = "", rest = ""] = turn.target.split(":");
      const [who, whoId = ""] = turn.visitor.split(":");
      return {
        turnId: turn.id,
        data: {
          divisionId,
          id: uuidv7(),
          targetKind: kind,
          targetDivisionId: kind === "division" ? Number(rest) : divisionId,
          locality:
            kind === "locality" ? (locality.find(({ code }) => code === rest)?.fa ?? turn.targetFa) : null,
          targetOfficeId: kind === "office" ? rest : null,
          targetFa: turn.targetFa,
          targetEn: turn.targetEn,
          postId: who === "post" ? whoId : null,
          officeId: who === "office" ? whoId : null,
          visitorFa: turn.visitorFa,
          visitorEn: turn.visitorEn,
          purpose: rota.purpose,
          plannedOn: dateOf(turn.onDay),
          startsAt: rota.startsAt,
          endsAt: rota.endsAt,
          state: "planned",
          createdAt: now,
          createdByKey: actor.key,
        },
      };
    });
    await db.visit.createMany({ data: visits.map(({ data }) => data) });
    await db.$executeRaw`update visit_turn t set visit_id = n.visit_id
      from unnest(${visits.map(({ turnId }) => turnId)}::uuid[], ${visits.map(({ data }) => data.id)}::uuid[])
        as n (id, visit_id)
      where t.division_id = ${divisionId} and t.id = n.id`;
    await audit(db, actor, "confirm", "VisitRota", id);
    await emitEach(
      db,
      actor,
      VisitPlanned,
      visits.map(({ data }) => ({ visitId: data.id })),
    );
    return { count: visits.length };
  });
}

/** Throws a draft away; what was confirmed is called off visit by visit. */
export async function discardRota(actor: PlacedActor, id: string): Promise<void> {
  const divisionId = actor.place.id;
  await within(actor, async (db) => {
    await draftRota(db, actor, id, "edit");
    await db.visitRota.updateMany({
      where: { divisionId, id },
      data: { state: "discarded", revision: { increment: 1 } },
    });
    await audit(db, actor, "discard", "VisitRota", id);
  });
}

/** Announces every visit of a confirmed rota that is still only planned and whose day has not passed: one act of a person. */
export async function announceRota(
  actor: PlacedActor,
  id: string,
  now = clock(),
): Promise<{ count: number }> {
  const divisionId = actor.place.id;
  authorize(actor, "announce", "Visit", { divisionId });
  return within(actor, async (db) => {
    await getRota(db, divisionId, id);
    const rows = await db.$queryRaw<{ id: string; to: number }[]>`
      update visit v set state = 'announced', announced_at = ${now}, revision = v.revision + 1
      from visit_turn t
      where t.division_id = ${divisionId} and t.rota_id = ${id}::uuid and v.division_id = t.division_id
        and v.id = t.visit_id and v.state = 'planned' and v.planned_on >= ${todayIn(now)}::date
      returning v.id::text, v.target_division_id as to`;
    if (rows.length === 0) throw new Refusal("conflict", "visits.rota.nothing-to-announce");
    await auditEach(
      db,
      actor,
      "announce",
      "Visit",
      rows.map((row) => row.id),
    );
    await emitEach(
      db,
      actor,
      VisitAnnounced,
      rows.map((row) => ({ visitId: row.id, from: divisionId, to: row.to, moves: 0 })),
    );
    return { count: rows.length };
  });
}
