import { keepOfficesStanding } from "~/areas/bodies/door.server";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, todayIn, type IsoDate } from "~/lib/jalali";
import { isOffered } from "../../catalogues/choices";
import { listEntries } from "../../catalogues/queries.server";
import { TieKept } from "../events";
import type { RecordTie } from "../schema/ties";
import { askedEnd, type End } from "../ties/tie-choice";

/**
 * Records a relationship of a person or circle of the county with another end of it, since a day or without one. Refuses
 * an end of another place as one that is not there, and a relationship that stands already.
 */
export async function recordTie(actor: PlacedActor, here: End, input: RecordTie, now = clock()) {
  authorize(actor, "keep", "Tie");
  const today = todayIn(now);
  const asked = askedEnd(input.choice, here.kind);
  if (!asked) throw new Refusal("invalid", "form.out-of-date", { field: "choice" });
  if (input.fromOn && input.fromOn > today)
    throw new Refusal("invalid", "form.date.in-future", { field: "fromOn" });
  if (asked === here.kind && input.otherId === here.id)
    throw new Refusal("invalid", "network.tie.with-oneself", { field: "otherId" });
  const there: End = { kind: asked, id: input.otherId };
  const { kind, code, back } = input.choice;
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    if (asked === "office") await keepOfficesStanding(db, actor.place);
    const entries = await listEntries(db, actor.place, [kind]);
    const type = entries.find((entry) => entry.code === code);
    if (!type || !isOffered(type, today))
      throw new Refusal("invalid", "network.tie.type-gone", { field: "choice" });
    if (!(await isThere(db, divisionId, here, today))) throw new Refusal("missing", "refusal.missing");
    if (!(await isThere(db, divisionId, there, today)))
      throw new Refusal("invalid", "network.tie.end-gone", { field: "otherId" });
    const [one, other] = back ? [there, here] : [here, there];
    // Two who record the same at once: the second waits and then sees it.
    await db.$executeRaw`select pg_advisory_xact_lock(hashtext('tie'), ${divisionId})`;
    const readsAlike = type.faBack === null && type.enBack === null && one.kind === other.kind;
    if (
      (await stands(db, divisionId, code, one, other, today)) ||
      (readsAlike && (await stands(db, divisionId, code, other, one, today)))
    )
      throw new Refusal("conflict", "network.tie.there-already", { field: "otherId" });
    const id = uuidv7();
    await db.tie.create({
      data: {
        divisionId,
        id,
        type: code,
        ...columnsOf(one, other),
        fromOn: input.fromOn ? dateOf(input.fromOn) : null,
        toOn: input.toOn ? dateOf(input.toOn) : null,
        note: input.note ?? null,
        createdAt: now,
        createdByKey: actor.key,
      },
    });
    await audit(db, actor, "record", "Tie", id);
    await emit(db, actor, TieKept, { tieId: id });
    return { id };
  });
}

const columnsOf = (one: End, other: End) => ({
  ...(one.kind === "person" ? { personId: one.id } : { circleId: one.id }),
  ...(other.kind === "person" ? { otherPersonId: other.id } : {}),
  ...(other.kind === "circle" ? { otherCircleId: other.id } : {}),
  ...(other.kind === "office" ? { otherOfficeId: other.id } : {}),
});

async function isThere(db: Db, divisionId: number, { kind, id }: End, today: IsoDate): Promise<boolean> {
  const where = { divisionId_id: { divisionId, id } };
  if (kind === "circle") return (await db.circle.findUnique({ where, select: { id: true } })) !== null;
  if (kind === "person") {
    const person = await db.person.findUnique({ where, select: { state: true } });
    return person !== null && person.state !== "cancelled";
  }
  const office = await db.office.findUnique({ where, select: { closedOn: true } });
  return office !== null && (office.closedOn === null || office.closedOn > dateOf(today));
}

/** Whether the same relationship stands today in this direction. */
async function stands(db: Db, divisionId: number, type: string, one: End, other: End, today: IsoDate) {
  const found = await db.tie.findFirst({
    where: {
      divisionId,
      type,
      ...columnsOf(one, other),
      OR: [{ toOn: null }, { toOn: { gt: dateOf(today) } }],
    },
    select: { id: true },
  });
  return found !== null;
}
