import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { Prisma, within, type Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { dateOf, todayIn, type IsoDate } from "~/lib/jalali";
import { searchKey } from "~/lib/persian-text";
import { OfficeReturned } from "../events";
import { tellOfBody } from "../history.server";
import { renameLegs } from "./follow-moves.server";
import { tellDemands, tellObligations } from "./movers.server";
import { isInTheWay, OWED } from "./owed.server";
import { getAbolition, type Abolition } from "./queries.server";
import { closeAlone } from "./standing.server";

/** Records of one batch: one transaction. */
const BATCH = 500;

type Progress = {
  officeId: string | null;
  officeName: string | null;
  organisationId: string | null;
  heirOfficeId: string | null;
  heirName: string | null;
  closed: boolean;
  priorHeirId: string | null;
  heirOpened: "opened" | "reopened" | null;
  heirWasClosedOn: IsoDate | null;
  heirWasHeirId: string | null;
  undoneAt: Date | null;
};

type Back = { placeId: number; abolition: Abolition; size: number; now: Date } & {
  from: { id: string; nameFa: string; organisationId: string };
  heir: { id: string; nameFa: string };
};

/** Ids of what went over, of one kind: those that the heir still has come back. */
const moved = (kind: string, { placeId, abolition }: Back, id: Prisma.Sql) =>
  Prisma.sql`exists (select from abolition_move m where m.division_id = ${placeId}
    and m.abolition_id = ${abolition.id}::uuid and m.kind = ${kind} and m.record_key = ${id}::text)`;

const undoneBy = (abolition: Abolition) => ({
  name: abolition.undoneByName ?? abolition.byName,
  key: abolition.undoneByKey ?? abolition.byKey,
});

async function obligations(db: Db, back: Back): Promise<number> {
  const { placeId, from, heir, size, now, abolition } = back;
  const rows = await db.$queryRaw<{ id: string; sourceDivisionId: number }[]>`
    with c as (select division_id, id from obligation o where division_id = ${placeId} and office_id = ${heir.id}::uuid
      and state = any(${OWED}) and ${moved("obligation", back, Prisma.sql`o.id`)} limit ${size} for update)
    update obligation b set office_id = ${from.id}::uuid, organisation_id = ${from.organisationId}::uuid,
      issued_office_id = nullif(b.issued_office_id, ${from.id}::uuid), revision = b.revision + 1
    from c
    where b.division_id = c.division_id and b.id = c.id
    returning b.id, b.source_division_id as "sourceDivisionId"`;
  const by = undoneBy(abolition);
  const note = `${heir.nameFa} ← ${from.nameFa}`;
  await tellObligations(db, { placeId, by, now }, rows, { kind: "move-back", officeId: from.id, note });
  return rows.length;
}

async function demands(db: Db, back: Back): Promise<number> {
  const { placeId, from, heir, size, now, abolition } = back;
  const rows = await db.$queryRaw<{ id: string; trackingCode: string }[]>`
    with c as (select division_id, id from demand o where division_id = ${placeId} and office_id = ${heir.id}::uuid
      and state = 'referred' and ${moved("demand", back, Prisma.sql`o.id`)} limit ${size} for update)
    update demand d set office_id = ${from.id}::uuid, office_name = ${from.nameFa}, revision = d.revision + 1
    from c
    where d.division_id = c.division_id and d.id = c.id returning d.id, d.tracking_code as "trackingCode"`;
  const by = undoneBy(abolition);
  const note = `${heir.nameFa} ← ${from.nameFa}`;
  await tellDemands(db, { placeId, by, now }, rows, { kind: "moved-back", officeId: from.id, note });
  return rows.length;
}

async function obstacles(db: Db, back: Back): Promise<number> {
  const { placeId, from, heir, size } = back;
  return db.$executeRaw`
    update obstacle o set office_id = ${from.id}::uuid, office_name = ${from.nameFa}, revision = o.revision + 1
    where division_id = ${placeId} and id in (select o.id from obstacle o where o.division_id = ${placeId}
      and o.office_id = ${heir.id}::uuid and o.state = 'raised' and ${moved("obstacle", back, Prisma.sql`o.id`)}
      limit ${size} for update)`;
}

async function ties(db: Db, back: Back): Promise<number> {
  const { placeId, from, heir, size } = back;
  return db.$executeRaw`
    update tie set other_office_id = ${from.id}::uuid, revision = revision + 1
    where division_id = ${placeId} and id in (select t.id from tie t where t.division_id = ${placeId}
      and t.other_office_id = ${heir.id}::uuid and ${moved("tie", back, Prisma.sql`t.id`)} limit ${size} for update)`;
}

async function links(db: Db, back: Back): Promise<number> {
  const { placeId, from, heir, size } = back;
  return db.$executeRaw`
    update personal_link set office_id = ${from.id}::uuid where id in (select l.id from personal_link l
      where l.kind = 'office' and l.division_id = ${placeId} and l.office_id = ${heir.id}::uuid
        and ${moved("link", back, Prisma.sql`l.id`)} limit ${size} for update)`;
}

/** What comes back, batch by batch: what a batch brought is not found by the next. */
const BRINGERS = [obligations, demands, obstacles, ties, links] as const;

/** A relationship that ended because the heir had it too holds again. */
async function tiesOpenAgain(db: Db, { placeId, from, abolition }: Back): Promise<void> {
  await db.$executeRaw`
    update tie t set to_on = m.was::date, revision = t.revision + 1 from abolition_move m
    where t.division_id = ${placeId} and t.other_office_id = ${from.id}::uuid and m.division_id = ${placeId}
      and m.abolition_id = ${abolition.id}::uuid and m.kind = 'tie-ended' and m.record_key = t.id::text`;
}

/** One batch of the names that say the body itself again. Answers how many there were. */
const spellings = (db: Db, placeId: number, abolition: Abolition, size: number) => db.$executeRaw`
    with c as (select f.division_id, f.id, m.was from party_spelling f join abolition_move m on m.division_id = f.division_id
        and m.abolition_id = ${abolition.id}::uuid and m.kind = 'spelling' and m.record_key = f.id::text
      where f.division_id = ${placeId} and f.organisation_id = ${abolition.heirId}::uuid limit ${size} for update of f)
    update party_spelling s set organisation_id = ${abolition.organisationId}::uuid, kind = split_part(c.was, ' ', 1),
      valid_to = nullif(split_part(c.was, ' ', 2), '')::date
    from c
    where s.division_id = c.division_id and s.id = c.id`;

/** What was written down only because the body had ended is taken away. */
async function names(db: Db, actor: PlacedActor, abolition: Abolition, officeName: string | null) {
  const placeId = actor.place.id;
  const keys = [abolition.nameFa, ...(officeName ? [officeName] : [])].map((name) => searchKey(name));
  await db.$executeRaw`
    delete from party_spelling where division_id = ${placeId} and organisation_id = ${abolition.heirId}::uuid
      and kind = 'former' and valid_to = ${dateOf(abolition.endedOn)}::date and search_key = any(${keys}::text[])`;
}

/** Members of the groups of the actor's own place get their seats back; an heir who had a seat of his own keeps it. */
export async function giveSeatsBack(db: Db, actor: PlacedActor, abolitionId: string): Promise<void> {
  const { id: placeId, lo, hi } = actor.place;
  const seats = await db.$queryRaw<
    { code: string; division: number; office: string; heir: string; had: boolean }[]
  >`
    select split_part(m.record_key, ' ', 2) as code, p.division_id as division, p.office_id as office,
      p.heir_office_id as heir, m.was is not null as had
    from abolition_move m join abolition_place p on p.abolition_id = m.abolition_id
      and p.division_id = split_part(m.record_key, ' ', 1)::int
    where m.division_id = ${placeId} and m.abolition_id = ${abolitionId}::uuid and m.kind = 'member'
      and p.division_id between ${lo} and ${hi}`;
  if (seats.length === 0) return;
  const column = <K extends keyof (typeof seats)[number]>(name: K) => seats.map((seat) => seat[name]);
  await db.$executeRaw`
    insert into body_group_member (division_id, group_code, office_division_id, office_id)
    select ${placeId}, r.code, r.division, r.office
    from unnest(${column("code")}::text[], ${column("division")}::int[], ${column("office")}::uuid[])
      as r (code, division, office) join body_group g on g.code = r.code and g.retired_on is null
    on conflict do nothing`;
  await db.$executeRaw`
    delete from body_group_member b using unnest(${column("code")}::text[], ${column("division")}::int[],
      ${column("heir")}::uuid[], ${column("had")}::boolean[]) as r (code, division, heir, had)
    where b.division_id = ${placeId} and b.group_code = r.code and b.office_division_id = r.division
      and b.office_id = r.heir and not r.had`;
}

/**
 * Takes a merge back in the actor's place: the office opens again, and what went over comes back where the heir still has
 * it and still owes it. What the heir has done meanwhile stays his.
 */
export async function takeBackInPlace(
  actor: PlacedActor,
  at: { divisionId: number; id: string },
  now = clock(),
  { size = BATCH } = {},
): Promise<void> {
  authorize(actor, "carry-on", "Abolition");
  const placeId = actor.place.id;
  for (;;) {
    const isOver = await within(actor, async (db) => {
      const abolition = await getAbolition(db, at);
      if (abolition.state !== "undoing") return true;
      const [there] = await db.$queryRaw<Progress[]>`
        select p.office_id as "officeId", o.name_fa as "officeName", o.organisation_id as "organisationId",
          p.heir_office_id as "heirOfficeId", h.name_fa as "heirName", p.closed, p.undone_at as "undoneAt",
          p.prior_heir_id as "priorHeirId", p.heir_opened as "heirOpened",
          to_char(p.heir_was_closed_on, 'YYYY-MM-DD') as "heirWasClosedOn", p.heir_was_heir_id as "heirWasHeirId"
        from abolition_place p left join office o on o.division_id = p.division_id and o.id = p.office_id
          left join office h on h.division_id = p.division_id and h.id = p.heir_office_id
        where p.division_id = ${placeId} and p.abolition_id = ${abolition.id}::uuid for update of p`;
      if (!there || there.undoneAt) return true;
      const { officeId, officeName, organisationId, heirOfficeId, heirName } = there;
      if (officeId && officeName && organisationId && heirOfficeId && heirName) {
        const from = { id: officeId, nameFa: officeName, organisationId };
        const back = { placeId, abolition, size, now, from, heir: { id: heirOfficeId, nameFa: heirName } };
        for (const bring of BRINGERS) if ((await bring(db, back)) > 0) return false;
        await tiesOpenAgain(db, back);
      }
      if ((await spellings(db, placeId, abolition, size)) > 0) return false;
      await names(db, actor, abolition, officeName);
      await giveSeatsBack(db, actor, abolition.id);
      await reopen(db, actor, abolition, there, now);
      return true;
    });
    if (isOver) return;
  }
}

/** The ended office stands as it did before the act. */
async function reopen(db: Db, actor: PlacedActor, abolition: Abolition, there: Progress, now: Date) {
  const placeId = actor.place.id;
  await db.$executeRaw`update abolition_place set undone_at = ${now}
    where division_id = ${placeId} and abolition_id = ${abolition.id}::uuid`;
  const { officeId, organisationId, closed, priorHeirId } = there;
  if (!officeId || !organisationId) return;
  await db.$executeRaw`update office set heir_id = ${priorHeirId}::uuid,
      closed_on = case when ${closed} then null else closed_on end, revision = revision + 1
    where division_id = ${placeId} and id = ${officeId}::uuid`;
  await renameLegs(db, actor, abolition.id);
  await audit(db, actor, "reopen", "Office", officeId, ["closed_on", "heir_id"]);
  await closeHeirAgain(db, actor, there, now);
  await emit(db, actor, OfficeReturned, { abolitionId: abolition.id, officeId });
}

/**
 * The heir's office that stood only for this act closes again, unless it has something to answer for by now: then it goes
 * on. One that was closed in favour of another does so only where that other one stands.
 */
async function closeHeirAgain(db: Db, actor: PlacedActor, there: Progress, now: Date): Promise<void> {
  const { heirOfficeId: id, heirOpened, heirWasClosedOn, heirWasHeirId } = there;
  if (!id || !heirOpened) return;
  await closeAlone(db, actor.place);
  const placeId = actor.place.id;
  const [heir] = await db.$queryRaw<{ organisationId: string; isFree: boolean }[]>`
    select o.organisation_id as "organisationId", o.closed_on is null and not exists (select from personal_link l
        where l.kind = 'office' and l.division_id = ${placeId} and l.office_id = o.id and l.revoked_at is null
          and l.expires_at > ${now})
      and (${heirWasHeirId}::uuid is null or exists (select from office w where w.division_id = ${placeId}
        and w.id = ${heirWasHeirId}::uuid and w.closed_on is null)) as "isFree"
    from office o where o.division_id = ${placeId} and o.id = ${id}::uuid for update of o`;
  if (!heir?.isFree || (await isInTheWay(db, placeId, id))) return;
  const closedOn = dateOf(heirWasClosedOn ?? todayIn(now));
  await db.$executeRaw`update office set closed_on = greatest(opened_on, ${closedOn}::date),
      heir_id = ${heirWasHeirId}::uuid, revision = revision + 1
    where division_id = ${placeId} and id = ${id}::uuid`;
  await tellOfBody(db, actor, { organisationId: heir.organisationId, kind: "closed-again" }, now);
  await audit(db, actor, "close", "Office", id, ["closed_on", "heir_id"]);
}
