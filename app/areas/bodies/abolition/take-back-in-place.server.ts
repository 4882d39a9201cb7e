import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { Prisma, within, type Db } from "~/kernel/db.server";
import { dateOf } from "~/lib/jalali";
import { searchKey } from "~/lib/persian-text";
import { renameLegs } from "./follow-moves.server";
import { tellDemands, tellObligations } from "./movers.server";
import { OWED } from "./owed.server";
import { getAbolition, type Abolition } from "./queries.server";

/** Records of one batch: one transaction. */
const BATCH = 500;

type Progress = {
  officeId: string | null;
  officeName: string | null;
  organisationId: string | null;
  heirOfficeId: string | null;
  heirName: string | null;
  priorHeirId: string | null;
  closed: boolean;
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
    update obligation b set office_id = ${from.id}::uuid, organisation_id = ${from.organisationId}::uuid,
      issued_office_id = nullif(b.issued_office_id, ${from.id}::uuid), revision = b.revision + 1
    from (select division_id, id from obligation o where division_id = ${placeId} and office_id = ${heir.id}::uuid
      and state = any(${OWED}) and ${moved("obligation", back, Prisma.sql`o.id`)} limit ${size} for update) c
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
    update demand d set office_id = ${from.id}::uuid, office_name = ${from.nameFa}, revision = d.revision + 1
    from (select division_id, id from demand o where division_id = ${placeId} and office_id = ${heir.id}::uuid
      and state = 'referred' and ${moved("demand", back, Prisma.sql`o.id`)} limit ${size} for update) c
    where d.division_id = c.division_id and d.id = c.id returning d.id, d.tracking_code as "trackingCode"`;
  const by = undoneBy(abolition);
  const note = `${heir.nameFa} ← ${from.nameFa}`;
  await tellDemands(db, { placeId, by, now }, rows, { kind: "moved-back", officeId: from.id, note });
  return rows.length;
}

/** What needs no line of its own, in one statement each. */
async function theRest(db: Db, back: Back): Promise<void> {
  const { placeId, from, heir, abolition } = back;
  await db.$executeRaw`
    update obstacle o set office_id = ${from.id}::uuid, office_name = ${from.nameFa}, revision = o.revision + 1
    where division_id = ${placeId} and office_id = ${heir.id}::uuid and state = 'raised'
      and ${moved("obstacle", back, Prisma.sql`o.id`)}`;
  await db.$executeRaw`
    update tie t set other_office_id = ${from.id}::uuid, revision = t.revision + 1
    where division_id = ${placeId} and other_office_id = ${heir.id}::uuid and ${moved("tie", back, Prisma.sql`t.id`)}`;
  await db.$executeRaw`
    update tie t set to_on = m.was::date, revision = t.revision + 1 from abolition_move m
    where t.division_id = ${placeId} and t.other_office_id = ${from.id}::uuid and m.division_id = ${placeId}
      and m.abolition_id = ${abolition.id}::uuid and m.kind = 'tie-ended' and m.record_key = t.id::text`;
  await db.$executeRaw`
    update personal_link l set office_id = ${from.id}::uuid where kind = 'office' and division_id = ${placeId}
      and office_id = ${heir.id}::uuid and ${moved("link", back, Prisma.sql`l.id`)}`;
}

/** The names say the body itself again; what was written down only because it had ended is taken away. */
async function names(db: Db, actor: PlacedActor, abolition: Abolition, officeName: string | null) {
  const placeId = actor.place.id;
  await db.$executeRaw`
    update party_spelling s set organisation_id = ${abolition.organisationId}::uuid, kind = split_part(m.was, ' ', 1),
      valid_to = nullif(split_part(m.was, ' ', 2), '')::date
    from abolition_move m where s.division_id = ${placeId} and s.organisation_id = ${abolition.heirId}::uuid
      and m.division_id = ${placeId} and m.abolition_id = ${abolition.id}::uuid and m.kind = 'spelling'
      and m.record_key = s.id::text`;
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
          p.heir_office_id as "heirOfficeId", h.name_fa as "heirName", p.prior_heir_id as "priorHeirId", p.closed,
          p.undone_at as "undoneAt"
        from abolition_place p left join office o on o.division_id = p.division_id and o.id = p.office_id
          left join office h on h.division_id = p.division_id and h.id = p.heir_office_id
        where p.division_id = ${placeId} and p.abolition_id = ${abolition.id}::uuid for update of p`;
      if (!there || there.undoneAt) return true;
      const { officeId, officeName, organisationId, heirOfficeId, heirName } = there;
      if (officeId && officeName && organisationId && heirOfficeId && heirName) {
        const from = { id: officeId, nameFa: officeName, organisationId };
        const back = { placeId, abolition, size, now, from, heir: { id: heirOfficeId, nameFa: heirName } };
        if ((await obligations(db, back)) > 0 || (await demands(db, back)) > 0) return false;
        await theRest(db, back);
      }
      await names(db, actor, abolition, officeName);
      await giveSeatsBack(db, actor, abolition.id);
      await reopen(db, actor, abolition, there, now);
      return true;
    });
    if (isOver) return;
  }
}

async function reopen(db: Db, actor: PlacedActor, abolition: Abolition, there: Progress, now: Date) {
  const placeId = actor.place.id;
  await db.$executeRaw`update abolition_place set undone_at = ${now}
    where division_id = ${placeId} and abolition_id = ${abolition.id}::uuid`;
  if (!there.officeId) return;
  await db.$executeRaw`update office set heir_id = ${there.priorHeirId}::uuid, closed_on = case when ${there.closed} then null else closed_on end,
      revision = revision + 1
    where division_id = ${placeId} and id = ${there.officeId}::uuid`;
  await renameLegs(db, actor, abolition.id);
  await audit(db, actor, "abolish", "Office", there.officeId, ["closed_on", "heir_id"]);
}
