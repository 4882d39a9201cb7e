import { describe, expect, test } from "vitest";
import { findOwnLink, memberCookie, openOwnDoor, type OwnDoor } from "~/member-door.server";
import type { RequestScope } from "~/actor.server";
import { computeFigures, cellOf } from "~/areas/reports/indicators/figures.server";
import { INDICATORS } from "~/areas/reports/indicators/list.server";
import { within, type Db } from "~/kernel/db.server";
import { sha256Hex } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { nextPeriod, periodOf } from "~/lib/period";
import { AQQALA, GORGAN, actorOf } from "../../../../tests/factories/actors";
import { aCircle, aContact, anEdit, aPerson } from "../../../../tests/factories/network";
import { ownerRows } from "../../../../tests/setup/owner";
import type { RegisterPerson } from "../schema/people";
import { networkFigures } from "../queries.server/cadence";
import { pictureOf } from "../queries.server/circle-picture";
import { getCircle, listCircleMembers } from "../queries.server/circles";
import { listIdsByName } from "../queries.server/glass";
import { countOpenActions, listOpenActions, listOpenActionsOfCircle } from "../queries.server/open-actions";
import { getOwnPage } from "../queries.server/own-page";
import { listCorrections } from "../queries.server/corrections";
import { getPerson, listPeopleByName, listPeopleBySilence, searchPeople } from "../queries.server/people";
import { USUAL_CADENCE } from "../lifecycle";
import { decideCorrection } from "./decide-correction.server";
import { editPerson } from "./edit-person.server";
import { erasePerson } from "./erase-person.server";
import { formCircle } from "./form-circle.server";
import { makeMemberLink } from "./make-member-link.server";
import { movePerson } from "./move-person.server";
import { openMemberPage } from "./open-member-page.server";
import { proposeCorrection } from "./propose-correction.server";
import { recordContact } from "./record-contact.server";
import { registerPerson } from "./register-person.server";
import { settleWays } from "./settle-ways.server";

const assistant = actorOf(GORGAN, "assistant");
const today = todayIn(new Date());
const NOBODY_SIGNED_IN = { powers: [] } as unknown as RequestScope;
const ways = {
  phone: "open",
  sms: "open",
  visit: "open",
  eitaa: "open",
  bale: "open",
  rubika: "open",
  soroush: "open",
  igap: "open",
} as const;

const visit = (session: string, scope = NOBODY_SIGNED_IN) =>
  openOwnDoor(
    new Request("http://peyvand.test/me", { headers: { cookie: memberCookie(session).split(";")[0] ?? "" } }),
    { scope },
  );

/** A person of Gorgan, on his own page. */
async function onOwnPage(given: Partial<RegisterPerson> = {}): Promise<OwnDoor & { given: RegisterPerson }> {
  const person = aPerson(given);
  const { id } = await registerPerson(assistant, person);
  const { token } = await makeMemberLink(assistant, id);
  const link = await findOwnLink(token);
  const door = link && (await visit(await openMemberPage(link.visitor)));
  if (!door) throw new Error("the page does not open");
  return { ...door, given: person };
}

/** Every text of the database in which one of these words stands, by table. */
async function tablesHolding(words: string[]): Promise<string[]> {
  const tables = await ownerRows<{ name: string }>(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await ownerRows(
      `select 1 from "${name}" r where exists (select from unnest($1::text[]) w where strpos(r::text, w) > 0) limit 1`,
      [words],
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}

/** The figures of all indicators, this quarter and the one before. */
const figures = () =>
  within(assistant, async (db) => {
    const period = periodOf(today, "quarter");
    return computeFigures(db, INDICATORS, cellOf({ lo: GORGAN, hi: GORGAN }, period, new Date()));
  });

describe("a link to one's own page", () => {
  test("opens once, for its own person, and ends when a new one is made", async () => {
    const { id } = await registerPerson(assistant, aPerson());
    const { token } = await makeMemberLink(assistant, id);
    const link = await findOwnLink(token);
    expect(link?.divisionId).toBe(GORGAN);
    const session = await openMemberPage(link!.visitor);
    expect(await findOwnLink(token)).toBeNull();
    await expect(openMemberPage(link!.visitor)).rejects.toMatchObject({ kind: "missing" });
    expect((await visit(session))?.personId).toBe(id);
    await makeMemberLink(assistant, id);
    expect(await visit(session)).toBeNull();
  });

  test("is over after its days, and the page after half an hour", async () => {
    const { id } = await registerPerson(assistant, aPerson());
    const { token } = await makeMemberLink(assistant, id, new Date(Date.now() - 8 * 86_400_000));
    expect(await findOwnLink(token)).toBeNull();
    const fresh = await makeMemberLink(assistant, id);
    const link = await findOwnLink(fresh.token);
    const session = await openMemberPage(link!.visitor, new Date(), new Date(Date.now() - 31 * 60_000));
    expect(await visit(session)).toBeNull();
  });

  test("gives no power over anybody to staff, and staff none to speak by it", async () => {
    const { id } = await registerPerson(assistant, aPerson());
    const link = await findOwnLink((await makeMemberLink(assistant, id)).token);
    const session = await openMemberPage(link!.visitor);
    const staff = { powers: [{ divisionId: GORGAN }] } as unknown as RequestScope;
    expect(await visit(session, staff)).toBeNull();
    await expect(makeMemberLink(actorOf(GORGAN, "governor"), id)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(makeMemberLink(actorOf(AQQALA, "assistant"), id)).rejects.toMatchObject({ kind: "missing" });
  });

  test("is kept as a hash alone", async () => {
    const { id } = await registerPerson(assistant, aPerson());
    const { token } = await makeMemberLink(assistant, id);
    expect(await tablesHolding([token])).toEqual([]);
    expect(await tablesHolding([await sha256Hex(token)])).toEqual(["member_link"]);
  });
});

describe("one's own page", () => {
  test("shows what is held about oneself: the notes of staff too, with their days and without who wrote them", async () => {
    const circle = await formCircle(assistant, aCircle({ name: "حلقه سیلاب", formedOn: today }));
    const { member, personId } = await onOwnPage({ note: "زود می‌رنجد", circleIds: [circle.id] });
    await recordContact(assistant, personId, aContact({ note: "حرف تندی زد" }));
    await recordContact(assistant, personId, aContact({ outcome: "action-needed", note: "پل روستا" }));
    await movePerson(assistant, personId, { step: "archive", reason: "moved", note: "به تهران رفت" });
    const page = await within(member, (db) => getOwnPage(db, GORGAN, personId), { readOnly: true });
    expect(page.circles).toMatchObject([{ name: "حلقه سیلاب" }]);
    expect(page.contacts).toMatchObject([
      { outcome: "action-needed", asked: "پل روستا", done: null, note: null },
      { outcome: "reached", asked: null, note: "حرف تندی زد", day: today },
    ]);
    expect(page.note).toBe("زود می‌رنجد");
    expect(page.steps).toMatchObject([{ state: "archived", note: "به تهران رفت", day: today }, {}]);
    expect(JSON.stringify(page)).not.toContain(assistant.name);
  });

  test("shows one's relationships by their kind and days, with the name of a circle and a body and of no person", async () => {
    const { member, personId } = await onOwnPage();
    const friend = await registerPerson(assistant, aPerson({ fullName: "یونس پنهان‌نام" }));
    const circle = await formCircle(assistant, aCircle({ name: "حلقه همسایه", formedOn: today }));
    const [office] = await ownerRows<{ id: string; nameFa: string }>(
      `insert into office (division_id, id, organisation_id, name_fa, name_en, opened_on)
       select $1, gen_random_uuid(), id, 'اداره آب', 'Water Office', '2020-01-01' from organisation order by code limit 1
       returning id::text, name_fa as "nameFa"`,
      [GORGAN],
    );
    if (!office) throw new Error("No office was opened.");
    for (const [from, type, column, id] of [
      [friend.id, "introduced", "other_person_id", personId],
      [personId, "kin", "other_person_id", friend.id],
      [personId, "adviser", "other_circle_id", circle.id],
      [personId, "works-at", "other_office_id", office.id],
      [friend.id, "adviser", "other_circle_id", circle.id],
    ])
      await ownerRows(
        `insert into tie (division_id, id, type, person_id, ${column}, from_on, note, created_by_key)
         values ($1, gen_random_uuid(), $2, $3, $4, '2026-10-01', 'حرف کارکنان', 'test')`,
        [GORGAN, type, from, id],
      );
    const { ties } = await within(member, (db) => getOwnPage(db, GORGAN, personId), { readOnly: true });
    const said = { nameFa: null, fromOn: "2026-10-01", toOn: null, note: "حرف کارکنان" };
    expect(ties).toHaveLength(4);
    expect(ties).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...said, kind: "tie-person-person", type: "introduced", back: true }),
        expect.objectContaining({ ...said, kind: "tie-person-person", type: "kin", back: false }),
        expect.objectContaining({ ...said, kind: "tie-person-circle", nameFa: "حلقه همسایه" }),
        expect.objectContaining({ kind: "tie-person-office", nameFa: office.nameFa }),
      ]),
    );
    expect(JSON.stringify(ties)).not.toMatch(/پنهان/);
    expect(JSON.stringify(ties)).not.toContain(friend.id);
  });

  test("shows nobody else: neither another of the county, nor his circle's other members", async () => {
    const circle = await formCircle(assistant, aCircle({ formedOn: today }));
    const other = await registerPerson(assistant, aPerson({ circleIds: [circle.id] }));
    const { member, personId } = await onOwnPage({ circleIds: [circle.id] });
    const rows = (db: Db) =>
      db.$queryRaw<
        { id: string }[]
      >`select id::text from person union all select person_id::text from membership
        union all select person_id::text from person_state_change`;
    const seen = await within(member, rows);
    expect(new Set(seen.map(({ id }) => id))).toEqual(new Set([personId]));
    await expect(within(member, (db) => getOwnPage(db, GORGAN, other.id))).rejects.toMatchObject({
      kind: "missing",
    });
    await expect(
      within(
        member,
        (db) => db.$executeRaw`update person set full_name = 'دیگری' where id = ${personId}::uuid`,
      ),
    ).resolves.toBe(0);
  });

  test("settles one's own ways at once, and nobody else's", async () => {
    const other = await registerPerson(assistant, aPerson());
    const { hand, personId } = await onOwnPage();
    await settleWays(hand, personId, { ...ways, phone: "barred", noContact: true, revision: 1 });
    expect(await within(assistant, (db) => getPerson(db, GORGAN, personId))).toMatchObject({
      noContact: true,
    });
    await expect(settleWays(hand, other.id, { ...ways, revision: 1 })).rejects.toMatchObject({
      kind: "forbidden",
    });
    for (const work of [
      () => erasePerson(hand, other.id),
      () => proposeCorrection(hand, other.id, { fullName: "دیگری" }),
      () => editPerson(hand, other.id, anEdit(aPerson())),
    ])
      await expect(work()).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("proposes a correction that the county takes into the record, or leaves", async () => {
    const taken = aPerson();
    await registerPerson(assistant, taken);
    const { hand, personId } = await onOwnPage({ fullName: "سمیه کر" });
    await proposeCorrection(hand, personId, { fullName: "سمیه کرد", mobile: taken.mobile });
    await proposeCorrection(hand, personId, { fullName: "سمیه کرد", locality: "کفشگیری" });
    const [waiting, ...more] = (await within(assistant, (db) => listCorrections(db, GORGAN))).filter(
      (row) => row.personId === personId,
    );
    expect(more).toEqual([]);
    expect(waiting).toMatchObject({ fullName: "سمیه کر", saidName: "سمیه کرد", saidMobile: null });
    const decision = { correctionId: waiting!.id, decision: "accept" } as const;
    await expect(decideCorrection(actorOf(GORGAN, "governor"), decision)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(decideCorrection(actorOf(AQQALA, "assistant"), decision)).rejects.toMatchObject({
      kind: "missing",
    });
    await decideCorrection(assistant, decision);
    expect(await within(assistant, (db) => getPerson(db, GORGAN, personId))).toMatchObject({
      fullName: "سمیه کرد",
      locality: "کفشگیری",
    });
    expect(await within(assistant, (db) => searchPeople(db, GORGAN, "سمیه کرد"))).toHaveLength(1);
  });
});

describe("erasing", () => {
  const NAME = "گل‌اندام ایلدرم‌زاده";
  const MOBILE = "+989390077123";
  const WORDS = ["گل‌اندام", "ایلدرم", "گل اندام", "گلاندام", "390077123", "لجوج", "قلعه‌میران", "gol_andam"];

  test("leaves no word of somebody in any table, changes no figure, and is for ever", async () => {
    const circle = await formCircle(assistant, aCircle({ formedOn: today }));
    const { hand, member, personId } = await onOwnPage({
      fullName: NAME,
      mobile: MOBILE,
      note: "لجوج است",
      source: "گل‌اندام را معرف روستا شناساند",
      locality: "قلعه‌میران",
      circleIds: [circle.id],
    });
    await recordContact(assistant, personId, aContact({ note: "گل‌اندام از پل گفت" }));
    await recordContact(assistant, personId, aContact({ outcome: "action-needed", note: "پل قلعه‌میران" }));
    await settleWays(assistant, personId, {
      ...ways,
      eitaa: "consents",
      eitaaHandle: "gol_andam",
      revision: 1,
    });
    await proposeCorrection(hand, personId, { fullName: NAME, mobile: MOBILE });
    await refusedRow([NAME, "۰۹۳۹ ۰۰۷ ۷۱۲۳"]);
    await ownerRows(
      `insert into person_merge (division_id, id, kept_id, gone_id, gone, kept_revision, merged_at, merged_by_key)
       values ($1, gen_random_uuid(), $2, gen_random_uuid(), $3, 1, now(), 'test')`,
      [GORGAN, personId, JSON.stringify({ full_name: NAME })],
    );
    expect(await tablesHolding(WORDS)).toEqual(
      expect.arrayContaining([
        "contact",
        "person",
        "person_correction",
        "person_import",
        "person_import_refusal",
        "person_merge",
        "person_way",
        "person_word",
      ]),
    );

    const before = await figures();
    expect(before.some(({ numerator }) => numerator > 0)).toBe(true);
    await erasePerson(hand, personId);
    expect(await figures()).toEqual(before);
    expect(await tablesHolding(WORDS)).toEqual([]);

    const erased = await within(assistant, (db) => getPerson(db, GORGAN, personId));
    expect(erased).toMatchObject({ isErased: true, mobile: null, note: null, state: "active" });
    expect(erased.memberships).toHaveLength(1);
    await expect(within(member, (db) => getOwnPage(db, GORGAN, personId))).rejects.toMatchObject({
      kind: "missing",
    });
    await expect(erasePerson(hand, personId)).rejects.toMatchObject({ kind: "missing" });
    await expect(makeMemberLink(assistant, personId)).rejects.toMatchObject({ kind: "missing" });
    await expect(editPerson(assistant, personId, anEdit(aPerson()))).rejects.toMatchObject({
      code: "network.erased",
    });
    await expect(recordContact(assistant, personId, aContact())).rejects.toMatchObject({
      code: "network.erased",
    });
    await expect(
      ownerRows("update person set full_name = 'نام تازه' where id = $1", [personId]),
    ).rejects.toMatchObject({ code: "42501" });
  });

  test("takes somebody out of every list of work, and out of the figures of later quarters", async () => {
    const { id: circleId } = await formCircle(assistant, aCircle());
    const { hand, personId } = await onOwnPage({ circleIds: [circleId] });
    await recordContact(assistant, personId, aContact({ outcome: "action-needed" }));
    const seen = () =>
      within(assistant, async (db) => {
        const { people } = await networkFigures(db, GORGAN, USUAL_CADENCE, today);
        const circle = { id: circleId, name: "حلقه" };
        const lists = {
          byName: (await listPeopleByName(db, { divisionId: GORGAN })).rows.map(({ id }) => id),
          bySilence: (await listPeopleBySilence(db, { divisionId: GORGAN }, USUAL_CADENCE)).rows.map(
            ({ id }) => id,
          ),
          actions: (await listOpenActions(db, GORGAN)).rows.map((row) => row.personId),
          ofCircle: (await listOpenActionsOfCircle(db, GORGAN, circleId)).map((row) => row.personId),
          members: (await listCircleMembers(db, GORGAN, circleId)).map(({ id }) => id),
          picture: (await pictureOf(db, GORGAN, circle, today)).nodes.map(({ id }) => id),
          glass: (await listIdsByName(db, GORGAN)).rows,
        };
        const { members } = await getCircle(db, assistant.place, circleId);
        const counts = { actions: await countOpenActions(db, GORGAN), people, members };
        return {
          counts,
          with: Object.entries(lists).flatMap(([name, ids]) => (ids.includes(personId) ? [name] : [])),
        };
      });
    const before = await seen();
    expect(before.with).toHaveLength(7);
    await erasePerson(hand, personId);
    const { actions, people } = before.counts;
    expect(await seen()).toEqual({
      with: [],
      counts: { actions: actions - 1, people: people - 1, members: 0 },
    });
    const later = nextPeriod(periodOf(today, "quarter"));
    const afterwards = new Date(Date.now() + 100 * 86_400_000);
    const counted = await within(assistant, (db) =>
      computeFigures(db, INDICATORS, cellOf({ lo: GORGAN, hi: GORGAN }, later, afterwards)),
    );
    const [kept] = await ownerRows<{ n: number }>(
      "select count(*)::int as n from person where division_id = $1 and state = 'active' and erased_at is null",
      [GORGAN],
    );
    expect(counted.find(({ code }) => code === "a1.active-members")?.numerator).toBe(kept?.n);
  });

  test("is nobody's but one's own: no staff may", async () => {
    const { personId } = await onOwnPage();
    for (const actor of [assistant, actorOf(GORGAN, "governor")])
      await expect(erasePerson(actor, personId)).rejects.toMatchObject({ kind: "forbidden" });
  });
});

/** A row of a list that was refused, and a list that showed it. */
async function refusedRow(cells: string[]) {
  const [list] = await ownerRows<{ id: string }>(
    `insert into person_import (division_id, id, file_name, state, header_row, samples, rows_total, created_by_key, created_by_name)
     values ($1, gen_random_uuid(), 'فهرست.csv', 'done', 1, $2::jsonb, 1, 'test', 'نرگس شکیبا') returning id`,
    [GORGAN, JSON.stringify([cells])],
  );
  await ownerRows(
    "insert into person_import_refusal (division_id, import_id, row_number, problems, cells) values ($1, $2, 2, '{bad-mobile}', $3)",
    [GORGAN, list?.id, cells],
  );
}
