import { createMongoAbility } from "@casl/ability";
import { beforeAll, describe, expect, test } from "vitest";
import type { PlacedActor, Role } from "~/kernel/actor";
import { within, type Db } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { actorOf, AQQALA, GOLESTAN, GORGAN, MAZANDARAN, NATION } from "../../../../tests/factories/actors";
import { aContact, aPerson } from "../../../../tests/factories/network";
import { aPost, plantPlaces } from "../../../../tests/factories/posts";
import { ownerRows } from "../../../../tests/setup/owner";
import { lookInto, type Shown } from "../glass/look-into.server";
import { findLateGrant, findOpenGrant, listGrants, listLooks } from "../queries.server/glass";
import { endGlass } from "./end-glass.server";
import { openGlass } from "./open-glass.server";
import { recordContact } from "./record-contact.server";
import { registerPerson } from "./register-person.server";

const now = new Date("2026-12-24T05:30:00Z");
const WHY = "شکایت کتبی یکی از اعضا از تماس‌های پیاپی";
const PERSONAL = ["person", "contact", "membership", "circle", "person_state_change", "person_way"];

/** Somebody whose ability answers yes to everything. */
const allYes = (actor: PlacedActor): PlacedActor => ({
  ...actor,
  ability: createMongoAbility([{ action: "manage", subject: "all" }]),
});

/** A holder of a post whose appointment stands in the database, able to everything the database lets him. */
async function holder(place: number, role: Role): Promise<PlacedActor> {
  const { postId } = await aPost(place, role);
  const actor = { ...allYes(actorOf(place, role)), appointmentId: uuidv7() };
  await ownerRows(
    `insert into appointment (division_id, id, post_id, account_id, holder_name, order_number, starts_on, created_by_key)
     values ($1, $2, $3, $4, $5, '1', '2022-09-11', 'test')`,
    [place, actor.appointmentId, postId, actor.accountId, actor.name],
  );
  return actor;
}

type Planted = { county?: number; province?: number; ago?: string; minutes?: number; ended?: boolean };
/** A grant in the actor's name, written past every policy. */
async function planted(
  actor: PlacedActor,
  { county = GORGAN, province = actor.place.id, ago = "1 minute", minutes = 15, ended = false }: Planted = {},
): Promise<string> {
  const id = uuidv7();
  await ownerRows(
    `insert into glass_grant (division_id, id, source_division_id, appointment_id, opened_by_key, opened_by_name, reason,
       minutes, opened_at, ended_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, now() - $9::interval, case when $10 then now() end)`,
    [county, id, province, actor.appointmentId, actor.key, actor.name, WHY, minutes, ago, ended],
  );
  return id;
}

const FILE = (id: string): Shown => ({ kind: "person", personIds: [id] });
/** The counties of whose people, contacts and circles this unit of work reads any row. */
async function countiesRead(db: Db): Promise<number[]> {
  const seen = new Set<number>();
  for (const table of PERSONAL) {
    const rows = await db.$queryRawUnsafe<{ id: number }[]>(
      `select distinct division_id as id from "${table}"`,
    );
    for (const { id } of rows) seen.add(id);
  }
  return [...seen];
}
const readBy = (actor: PlacedActor, county = GORGAN) => lookInto(actor, county, FILE(person), countiesRead);

let person: string;
let representative: PlacedActor;

beforeAll(async () => {
  await plantPlaces();
  for (const county of [GORGAN, AQQALA]) {
    const assistant = actorOf(county, "assistant");
    const { id } = await registerPerson(assistant, aPerson(), now);
    await recordContact(assistant, id, aContact(), now);
    if (county === GORGAN) person = id;
  }
  representative = await holder(GOLESTAN, "representative");
});

describe("with no look open and every ability answering yes", () => {
  test("the database shows the province no person", async () => {
    expect(await within(representative, countiesRead)).toEqual([]);
    expect(await readBy(representative)).toBeNull();
    expect(await ownerRows("select 1 from glass_look")).toEqual([]);
  });

  test("nobody but the gate writes what was seen", async () => {
    const id = await planted(representative, { ago: "2 hours" });
    const write = within(
      representative,
      (db) => db.$executeRaw`insert into glass_look (division_id, id, source_division_id, grant_id, kind)
        values (${GORGAN}, ${uuidv7()}::uuid, ${GOLESTAN}, ${id}::uuid, 'list')`,
    );
    await expect(write).rejects.toThrow(/permission denied|42501/);
  });
});

describe("under an open look", () => {
  let grant: string;
  let opener: PlacedActor;
  beforeAll(async () => {
    opener = await holder(GOLESTAN, "representative");
    grant = (await openGlass(opener, { county: GORGAN, reason: WHY, minutes: 15 })).id;
  });

  test("only that county is read, and what is read is written down in the same unit of work", async () => {
    const before = await ownerRows("select 1 from glass_look where grant_id = $1", [grant]);
    expect(before).toEqual([]);
    expect(await readBy(opener)).toEqual([GORGAN]);
    const logged = await ownerRows(
      "select kind, person_id as person, source_division_id as source from glass_look where grant_id = $1",
      [grant],
    );
    expect(logged).toEqual([{ kind: "person", person, source: GOLESTAN }]);
  });

  test("what fails on the way shows nothing and leaves no trace", async () => {
    const count = () => ownerRows("select 1 from glass_look where grant_id = $1", [grant]);
    const before = await count();
    await expect(
      lookInto(opener, GORGAN, FILE(person), () => Promise.reject(new Error("broken off"))),
    ).rejects.toThrow("broken off");
    expect(await count()).toHaveLength(before.length);
  });

  test("the neighbouring county stays closed, and so does every other place", async () => {
    for (const place of [AQQALA, GOLESTAN, NATION, 3_007]) expect(await readBy(opener, place)).toBeNull();
  });

  test("without the gate nothing is read: a list, a file or an export that does not pass it finds nobody", async () => {
    expect(await within(opener, countiesRead)).toEqual([]);
    expect(await within(opener, countiesRead, { readOnly: true })).toEqual([]);
    const inside = lookInto(opener, GORGAN, FILE(person), async () => Promise.resolve(null));
    await inside;
    expect(await within(opener, countiesRead)).toEqual([]);
  });

  test("nothing is written, not even what a county's own staff may", async () => {
    const acts = [
      "update person set full_name = 'دیگری'",
      "delete from person_way",
      `insert into audit_entry (division_id, id, actor_key, actor_name, verb, subject, subject_id)
         values (${GORGAN}, gen_random_uuid(), 'x', 'x', 'export', 'Person', 'x')`,
      "set transaction read write",
    ];
    for (const act of acts) {
      const attempt = lookInto(opener, GORGAN, FILE(person), (db) => db.$executeRawUnsafe(act));
      await expect(attempt, act).rejects.toThrow(/read-only|read-write/);
    }
  });

  test("it is his alone: neither a second representative nor his expert passes", async () => {
    expect(await readBy(representative)).toBeNull();
    expect(await readBy(await holder(GOLESTAN, "provincial-expert"))).toBeNull();
  });

  test("a second look into the same county is refused while it is open", async () => {
    await expect(openGlass(opener, { county: GORGAN, reason: WHY, minutes: 60 })).rejects.toMatchObject({
      kind: "conflict",
    });
  });

  test("the county and the province read who, why and what; the neighbour and the nation do not", async () => {
    const listed = async (actor: PlacedActor) =>
      (await within(actor, (db) => listGrants(db, { county: GORGAN }))).rows.filter(({ id }) => id === grant);
    expect(await listed(actorOf(GORGAN, "governor"))).toMatchObject([
      { reason: WHY, openedByName: opener.name, isOpen: true, files: 1 },
    ]);
    expect(await listed(opener)).toHaveLength(1);
    expect(await listed(allYes(actorOf(AQQALA, "assistant")))).toEqual([]);
    expect(await listed(allYes(actorOf(NATION, "national-officer")))).toEqual([]);
    const seen = await within(actorOf(GORGAN, "assistant"), (db) => listLooks(db, GORGAN, grant));
    expect(seen.rows[0]).toMatchObject({ kind: "person", personId: person, fullName: "ناهید سعیدی" });
    expect(await within(actorOf(GORGAN, "assistant"), (db) => findLateGrant(db, GORGAN))).toMatchObject({
      isOpen: true,
    });
    const told = await ownerRows<{ payload: unknown }>(
      "select payload from outbox_event where type = 'GlassOpened' and payload->>'grantId' = $1",
      [grant],
    );
    expect(told).toEqual([{ payload: { grantId: grant, countyId: GORGAN } }]);
  });

  test("the county ends it at once, and it does not begin again", async () => {
    const governor = actorOf(GORGAN, "governor");
    await expect(endGlass(actorOf(GORGAN, "expert"), GORGAN, grant)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(endGlass(allYes(actorOf(AQQALA, "governor")), GORGAN, grant)).rejects.toMatchObject({
      kind: "missing",
    });
    await endGlass(governor, GORGAN, grant);
    expect(await readBy(opener)).toBeNull();
    await expect(endGlass(governor, GORGAN, grant)).rejects.toMatchObject({ kind: "conflict" });
    for (const change of ["ended_at = null", "minutes = 60", "reason = 'دیگر'", "opened_at = now()"]) {
      const attempt = within(opener, (db) =>
        db.$executeRawUnsafe(`update glass_grant set ${change} where id = '${grant}'`),
      );
      await expect(attempt, change).rejects.toThrow(/only ends|42501/);
    }
    const again = await openGlass(opener, { county: GORGAN, reason: WHY, minutes: 15 });
    await endGlass(opener, GORGAN, again.id);
  });
});

describe("a grant opens nothing", () => {
  test("from its minute of ending on, by the clock of the database", async () => {
    const actor = await holder(GOLESTAN, "representative");
    await planted(actor, { ago: "15 minutes", minutes: 15 });
    expect(await readBy(actor)).toBeNull();
    await planted(actor, { ago: "14 minutes 50 seconds", minutes: 15 });
    expect(await readBy(actor)).toEqual([GORGAN]);
  });

  test("before it begins, or once it was ended", async () => {
    const actor = await holder(GOLESTAN, "representative");
    await planted(actor, { ago: "-5 minutes" });
    await planted(actor, { ended: true });
    expect(await readBy(actor)).toBeNull();
  });

  test("when it was opened by somebody who is no representative, or no longer is", async () => {
    const expert = await holder(GOLESTAN, "provincial-expert");
    await planted(expert);
    expect(await readBy(expert)).toBeNull();

    const former = await holder(GOLESTAN, "representative");
    await planted(former);
    expect(await readBy(former)).toEqual([GORGAN]);
    await ownerRows("update appointment set ended_at = now(), ends_on = starts_on where id = $1", [
      former.appointmentId,
    ]);
    expect(await readBy(former)).toBeNull();
  });

  test("when another province forges it: neither by its own hand nor with a planted row", async () => {
    const forger = await holder(MAZANDARAN, "representative");
    const forge = (source: number) =>
      within(
        forger,
        (
          db,
        ) => db.$executeRaw`insert into glass_grant (division_id, id, source_division_id, appointment_id, opened_by_key,
            opened_by_name, reason, minutes)
          values (${GORGAN}, ${uuidv7()}::uuid, ${source}, ${forger.appointmentId}::uuid, ${forger.key}, 'x', ${WHY}, 15)`,
      );
    await expect(forge(MAZANDARAN)).rejects.toThrow(/42501|row-level security/);
    await expect(forge(GOLESTAN)).rejects.toThrow(/42501|row-level security/);
    await expect(planted(forger)).rejects.toThrow(/county_of_province/);
    await planted(forger, { province: GOLESTAN });
    expect(await readBy(forger)).toBeNull();
  });

  test("in somebody else's name, for longer than an hour, or from another time", async () => {
    const actor = await holder(GOLESTAN, "representative");
    const forge = (key: string, minutes: number, openedAt: string) =>
      within(
        actor,
        (
          db,
        ) => db.$executeRaw`insert into glass_grant (division_id, id, source_division_id, appointment_id, opened_by_key,
            opened_by_name, reason, minutes, opened_at)
          values (${GORGAN}, ${uuidv7()}::uuid, ${GOLESTAN}, ${actor.appointmentId}::uuid, ${key}, 'x', ${WHY}, ${minutes}::smallint,
            now() + ${openedAt}::interval)`,
      );
    await expect(forge("another", 15, "0 minutes")).rejects.toThrow(/42501|row-level security/);
    await expect(forge(actor.key, 15, "1 day")).rejects.toThrow(/42501|row-level security/);
    await expect(forge(actor.key, 61, "0 minutes")).rejects.toThrow(/glass_grant_minutes/);
  });
});

test("no command opens a county that is not the province's, nor one for a role below or above him", async () => {
  const actor = await holder(GOLESTAN, "representative");
  for (const county of [3_007, GOLESTAN, NATION, 28_999])
    await expect(openGlass(actor, { county, reason: WHY, minutes: 15 })).rejects.toMatchObject({
      kind: "invalid",
    });
  for (const [place, role] of [
    [NATION, "national-officer"],
    [GOLESTAN, "provincial-expert"],
    [GORGAN, "assistant"],
  ] as const)
    await expect(
      openGlass(actorOf(place, role), { county: GORGAN, reason: WHY, minutes: 15 }),
    ).rejects.toMatchObject({ kind: "forbidden" });
  const refused = await within(actor, (db) => findOpenGrant(db, GORGAN, actor.key));
  expect(refused).toBeNull();
});

test("the national office never reads a person: not with a planted grant, nor with one that the table would refuse", async () => {
  const officer = await holder(NATION, "national-officer");
  const asRepresentative = await holder(NATION, "representative");
  await expect(planted(officer)).rejects.toThrow(/county_of_province/);
  await ownerRows("alter table glass_grant drop constraint glass_grant_county_of_province");
  for (const actor of [officer, asRepresentative]) {
    await planted(actor, { province: NATION });
    await planted(actor, { province: GOLESTAN });
    expect(await readBy(actor)).toBeNull();
    expect(await within(actor, countiesRead)).toEqual([]);
  }
});
