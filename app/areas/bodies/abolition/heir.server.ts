import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { Prisma, type Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, todayIn, type IsoDate } from "~/lib/jalali";
import { OfficeOpened } from "../events";
import { tellOfBody } from "../history.server";
import { HEIRS } from "./chain.server";
import type { End } from "./movers.server";

/** What was done to the heir's office so that it can go on, and how it was before. */
export type Opened = { how: "opened" | "reopened"; closedOn: IsoDate | null; heirId: string | null };

/** The office that goes on; `opened` where it did not stand before. */
export type HeirOffice = End & { opened?: Opened };

type Office = End & { closedOn: IsoDate | null; heirId: string | null };

async function lockOffice(db: Db, placeId: number, by: Prisma.Sql) {
  const [row] = await db.$queryRaw<Office[]>`
    select id, organisation_id as "organisationId", name_fa as "nameFa", to_char(closed_on, 'YYYY-MM-DD') as "closedOn",
      heir_id as "heirId"
    from office where division_id = ${placeId} and ${by} for update`;
  return row;
}

type Body = { id: string; nameFa: string; nameEn: string };

/** The body that stands at the end of a row of heirs; undefined when the last one has none. */
async function standingHeir(db: Db, organisationId: string) {
  const [row] = await db.$queryRaw<Body[]>`
    with ${HEIRS("organisation", Prisma.sql`r.id = ${organisationId}::uuid`)}
    select id, name_fa as "nameFa", name_en as "nameEn" from heirs where ended_on is null limit 1`;
  return row;
}

/** The open office at the end of a closed one's row of heirs, locked; undefined where that row comes to no open one. */
async function openEnd(db: Db, placeId: number, id: string) {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    with ${HEIRS("office", Prisma.sql`r.division_id = ${placeId} and r.id = ${id}::uuid`)}
    select id from heirs where ended_on is null limit 1`;
  const end = row && (await lockOffice(db, placeId, Prisma.sql`id = ${row.id}::uuid`));
  return end?.closedOn === null ? end : undefined;
}

/**
 * The open office in the actor's place that goes on with what `from` had, locked for the open unit of work: the standing
 * heir's, or the one that went on with it where the place has closed it. Where there is none it is opened; where the row
 * ends with a closed one, or comes back to `from`, the heir's own opens again: it stands, and somebody has to answer.
 * Undefined where nobody goes on.
 */
export async function heirOfficeIn(
  db: Db,
  actor: PlacedActor,
  { heirId, from }: { heirId: string; from: End },
  now: Date,
): Promise<HeirOffice | undefined> {
  const placeId = actor.place.id;
  const heir = await standingHeir(db, heirId);
  if (!heir || heir.id === from.organisationId) return undefined;
  const own = Prisma.sql`organisation_id = ${heir.id}::uuid`;
  const office = await lockOffice(db, placeId, own);
  if (!office) {
    const isNew = await open(db, placeId, heir, now);
    const opened = await lockOffice(db, placeId, own);
    if (!opened) return undefined;
    if (!isNew) return opened;
    await tellOpened(db, actor, opened, "opened", now);
    return { ...opened, opened: { how: "opened", closedOn: null, heirId: null } };
  }
  if (office.closedOn === null) return office;
  const end = await openEnd(db, placeId, office.id);
  if (end && end.id !== from.id) return end;
  await db.$executeRaw`update office set closed_on = null, heir_id = null, revision = revision + 1
    where division_id = ${placeId} and id = ${office.id}::uuid`;
  await tellOpened(db, actor, office, "reopened", now);
  return { ...office, opened: { how: "reopened", closedOn: office.closedOn, heirId: office.heirId } };
}

async function open(db: Db, divisionId: number, { id: organisationId, nameFa, nameEn }: Body, now: Date) {
  const openedOn = dateOf(todayIn(now));
  const { count } = await db.office.createMany({
    data: [{ divisionId, id: uuidv7(), organisationId, nameFa, nameEn, openedOn }],
    skipDuplicates: true,
  });
  return count === 1;
}

async function tellOpened(db: Db, actor: PlacedActor, office: End, kind: Opened["how"], now: Date) {
  await tellOfBody(db, actor, { organisationId: office.organisationId, kind }, now);
  await audit(db, actor, kind === "opened" ? "open" : "reopen", "Office", office.id, [
    "closed_on",
    "heir_id",
  ]);
  await emit(db, actor, OfficeOpened, { officeId: office.id });
}
