import { createMongoAbility } from "@casl/ability";
import { beforeAll, describe, expect, test } from "vitest";
import { systemActor } from "~/actor.server";
import { addEntry } from "~/areas/catalogues/commands/add-entry.server";
import { abilityFrom } from "~/kernel/authorize";
import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { relayActor } from "~/kernel/queue-embedded.server";
import { areaRules } from "~/abilities";
import { uuidv7 } from "~/lib/identifiers";
import { addDays, todayIn } from "~/lib/jalali";
import {
  actorOf,
  AQQALA,
  GOLESTAN,
  GORGAN,
  NATION,
  placeAt,
  SARI,
} from "../../../../../tests/factories/actors";
import { aCircle, aContact, anEdit, aPerson } from "../../../../../tests/factories/network";
import { plantPlaces } from "../../../../../tests/factories/posts";
import { ownerRows } from "../../../../../tests/setup/owner";
import { RELOCATION_DAYS } from "../../relocation/lifecycle";
import { getPerson } from "../../queries.server/people";
import {
  countRelocationsToDecide,
  findOpenRelocation,
  getRelocation,
  listRelocations,
  placesWithOverdueRelocations,
} from "../../queries.server/relocations";
import { listWays } from "../../queries.server/ways";
import type { ConsentToRelocation } from "../../schema/relocation";
import type { RegisterPerson } from "../../schema/people";
import { archivePeople } from "../archive-people.server";
import { erasePerson } from "../erase-person.server";
import { decideCorrection } from "../decide-correction.server";
import { editPerson } from "../edit-person.server";
import { formCircle } from "../form-circle.server";
import { mergePeople } from "../merge-people.server";
import { movePerson } from "../move-person.server";
import { proposeCorrection } from "../propose-correction.server";
import { recordContact } from "../record-contact.server";
import { registerPerson } from "../register-person.server";
import { settleWays } from "../settle-ways.server";
import { undoMerge } from "../undo-merge.server";
import { acceptRelocation } from "./accept-relocation.server";
import { consentToRelocation } from "./consent-to-relocation.server";
import { rewriteNote } from "../rewrite-note.server";
import { getNote } from "../../queries.server/notes";
import { declineRelocation } from "./decline-relocation.server";
import { expireRelocations } from "./expire-relocations.server";
import { offerRelocation } from "./offer-relocation.server";
import { refuseRelocation } from "./refuse-relocation.server";
import { seeOffRelocated } from "./see-off-relocated.server";
import { withdrawRelocation } from "./withdraw-relocation.server";

const origin = actorOf(GORGAN, "assistant");
const receiver = actorOf(AQQALA, "assistant");
const today = todayIn(new Date());
const accepting = { tier: "wide", joins: false } as const;
const agreed: ConsentToRelocation = {
  luggage: ["ways", "capacities"],
  newLocality: "کوی آزادگان",
  sure: "on",
};
const WAYS_SAID = {
  phone: "barred",
  sms: "open",
  visit: "open",
  eitaa: "consents",
  eitaaHandle: "nahid",
  bale: "open",
  rubika: "open",
  soroush: "open",
  igap: "open",
} as const;

/** A person's own hand, as his page makes it. */
function handOf(personId: string, place = GORGAN): PlacedActor {
  const who = {
    kind: "system" as const,
    key: `member:${uuidv7()}`,
    name: "",
    member: { divisionId: place, personId },
    place: placeAt(place),
  };
  return { ...who, ability: abilityFrom(who, areaRules) };
}

async function offered(given: Partial<RegisterPerson> = {}) {
  const person = aPerson(given);
  const { id: personId } = await registerPerson(origin, person);
  const { id } = await offerRelocation(origin, personId, { county: AQQALA, reason: "work" });
  return { id, personId, person, hand: handOf(personId) };
}
async function consented(given: Partial<RegisterPerson> = {}, said: ConsentToRelocation = agreed) {
  const made = await offered(given);
  await consentToRelocation(made.hand, made.id, said);
  return made;
}
const seenBy = (actor: PlacedActor, id: string) =>
  within(actor, (db) => getRelocation(db, actor.place.id, id, today), { readOnly: true });
const luggageOf = (id: string) =>
  ownerRows("select 1 from relocation_luggage where relocation_id = $1", [id]);
const stateOf = async (id: string) =>
  (await ownerRows<{ state: string }>("select state from relocation where id = $1", [id]))[0]?.state;
const seeOff = async (id: string, eventId = uuidv7()) =>
  seeOffRelocated(await systemActor(GORGAN), eventId, id);

beforeAll(plantPlaces);

describe("an offer that a person goes over to another county", () => {
  test("tells the other county nothing before he consents, and then his name and not his number", async () => {
    const { id, hand, person } = await offered({ note: "ساعت عصر", capacities: ["transport"] });
    await expect(seenBy(receiver, id)).rejects.toMatchObject({ kind: "missing" });
    expect(await seenBy(origin, id)).toMatchObject({ state: "offered", side: "out" });
    await consentToRelocation(hand, id, agreed);
    const seen = await seenBy(receiver, id);
    expect(seen).toMatchObject({ side: "in", fullName: person.fullName, newLocality: "کوی آزادگان" });
    const everything = await within(
      receiver,
      (db) =>
        db.$queryRaw`select r.*, l.* from relocation r left join relocation_luggage l
        on l.division_id = r.division_id and l.relocation_id = r.id where r.id = ${id}::uuid`,
    );
    for (const secret of [person.mobile, "عصر", "transport"])
      expect(JSON.stringify([seen, everything])).not.toContain(secret);
  });

  test("brings him over with what he agreed to, and leaves what was done with him where it was", async () => {
    const circle = await formCircle(origin, aCircle({ formedOn: today }));
    const { id, personId, hand, person } = await offered({
      circleIds: [circle.id],
      capacities: ["transport"],
      note: "یادداشت",
    });
    await recordContact(origin, personId, aContact({ note: "حرف" }));
    await settleWays(origin, personId, { ...WAYS_SAID, preferred: "eitaa", revision: 1 });
    await consentToRelocation(hand, id, agreed);
    const { personId: arrived } = await acceptRelocation(receiver, id, accepting);
    const [there, ways] = await within(receiver, async (db) => [
      await getPerson(db, AQQALA, arrived),
      await listWays(db, AQQALA, arrived),
    ]);
    expect(there).toMatchObject({
      fullName: person.fullName,
      mobile: person.mobile,
      locality: "کوی آزادگان",
      capacities: ["transport"],
      preferredWay: "eitaa",
      tier: "wide",
      state: "active",
      note: null,
      memberships: [],
    });
    expect(ways).toMatchObject([
      { way: "phone", standing: "barred" },
      { way: "eitaa", handle: "nahid", standing: "consents" },
    ]);
    expect(await luggageOf(id)).toEqual([]);
    expect(await seeOff(id)).toBe(true);
    const here = await within(origin, (db) => getPerson(db, GORGAN, personId));
    expect(here).toMatchObject({ state: "archived", memberships: [], note: "یادداشت" });
    const rows = await ownerRows(
      `select (select count(*)::int from contact where person_id = $1) as contacts,
         (select reason from person_state_change where person_id = $1 and state = 'archived') as reason,
         (select to_on is not null from membership where person_id = $1) as left_circle`,
      [personId],
    );
    expect(rows).toEqual([{ contacts: 1, reason: "moved", left_circle: true }]);
    expect(await seenBy(origin, id)).toMatchObject({ state: "accepted", fullName: person.fullName });
    expect(await seenBy(receiver, id)).toMatchObject({ personId: arrived });
  });

  test("takes along no way that he keeps, but every one that he bars", async () => {
    const { id, personId, hand } = await offered({ capacities: ["media"] });
    await settleWays(origin, personId, { ...WAYS_SAID, revision: 1 });
    await consentToRelocation(hand, id, { luggage: [], sure: "on" });
    const { personId: arrived } = await acceptRelocation(receiver, id, accepting);
    const [there, ways] = await within(receiver, async (db) => [
      await getPerson(db, AQQALA, arrived),
      await listWays(db, AQQALA, arrived),
    ]);
    expect(there.capacities).toEqual([]);
    expect(ways).toMatchObject([{ way: "phone", standing: "barred", handle: null }]);
  });

  test("takes along what he bars after he has consented", async () => {
    const { id, personId, hand } = await consented();
    await settleWays(hand, personId, { ...WAYS_SAID, preferred: "eitaa", noContact: true, revision: 1 });
    const { personId: arrived } = await acceptRelocation(receiver, id, accepting);
    const [there, ways] = await within(receiver, async (db) => [
      await getPerson(db, AQQALA, arrived),
      await listWays(db, AQQALA, arrived),
    ]);
    expect(there).toMatchObject({ preferredWay: "eitaa", noContact: true });
    expect(ways).toMatchObject([
      { way: "phone", standing: "barred" },
      { way: "eitaa", handle: "nahid", standing: "consents" },
    ]);
  });

  test("takes along the name and number that are corrected after he has consented", async () => {
    const { id, personId, hand } = await consented();
    const { id: correctionId } = await proposeCorrection(hand, personId, {
      fullName: "ناهید تازه‌نام",
      mobile: "+989127770001",
    });
    await decideCorrection(origin, { correctionId, decision: "accept" });
    expect(await seenBy(receiver, id)).toMatchObject({ fullName: "ناهید تازه‌نام" });
    const { personId: arrived } = await acceptRelocation(receiver, id, accepting);
    expect(await within(receiver, (db) => getPerson(db, AQQALA, arrived))).toMatchObject({
      fullName: "ناهید تازه‌نام",
      mobile: "+989127770001",
    });
  });

  test("takes along what his county writes anew of him, as far as he agreed to it", async () => {
    const [all, bare] = [await consented(), await consented({}, { luggage: [], sure: "on" })];
    const arrivals = [];
    for (const { id, personId, person } of [all, bare]) {
      await editPerson(origin, personId, anEdit(person, { capacities: ["transport"], noContact: true }));
      const { personId: arrived } = await acceptRelocation(receiver, id, accepting);
      arrivals.push(await within(receiver, (db) => getPerson(db, AQQALA, arrived)));
    }
    expect(arrivals).toMatchObject([
      { capacities: ["transport"], noContact: true },
      { capacities: [], noContact: true },
    ]);
  });

  test("leaves behind what he can bring where the other county has no word for it", async () => {
    const own = await addEntry(origin, { kind: "capacity", fa: "چاه‌کنی", en: "Well digging" });
    const { id } = await consented({ capacities: ["media", own.code] });
    const { personId: arrived } = await acceptRelocation(receiver, id, accepting);
    expect(await within(receiver, (db) => getPerson(db, AQQALA, arrived))).toMatchObject({
      capacities: ["media"],
    });
  });

  test("joins nobody where nobody has his number any more", async () => {
    const { id } = await consented();
    await expect(acceptRelocation(receiver, id, { tier: "core", joins: true })).rejects.toMatchObject({
      kind: "conflict",
      code: "network.relocation.number-gone",
    });
    expect(await stateOf(id)).toBe("consented");
  });

  test("joins him to whoever has his number there, when the county says so and not before", async () => {
    const { person, id } = await consented({ capacities: ["teaching"] });
    const { id: holder } = await registerPerson(
      receiver,
      aPerson({ mobile: person.mobile, state: "identified", capacities: ["media"] }),
    );
    await expect(acceptRelocation(receiver, id, accepting)).rejects.toMatchObject({
      kind: "conflict",
      code: "network.relocation.number-known",
      details: { params: { personId: holder } },
    });
    expect(await stateOf(id)).toBe("consented");
    await expect(acceptRelocation(receiver, id, { tier: "core", joins: true })).resolves.toEqual({
      personId: holder,
    });
    const there = await within(receiver, (db) => getPerson(db, AQQALA, holder));
    expect(there).toMatchObject({ state: "active", capacities: ["media", "teaching"] });
  });

  test("is accepted once, however many accept it at the same moment, and he leaves once", async () => {
    const { id, personId, person } = await consented();
    const answers = await Promise.allSettled([
      acceptRelocation(receiver, id, accepting),
      acceptRelocation(actorOf(AQQALA, "expert"), id, accepting),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [arrived] = await ownerRows<{ n: number }>(
      "select count(*)::int as n from person where division_id = $1 and mobile = $2",
      [AQQALA, person.mobile],
    );
    expect(arrived?.n).toBe(1);
    const event = uuidv7();
    expect([await seeOff(id, event), await seeOff(id, event)]).toEqual([true, false]);
    const steps = await ownerRows(
      "select 1 from person_state_change where person_id = $1 and state = 'archived'",
      [personId],
    );
    expect(steps).toHaveLength(1);
  });

  test("is declined with a reason, and nothing of him stays with the other county", async () => {
    const { id, person, personId } = await consented();
    await declineRelocation(receiver, id, { note: "ساکن اینجا نیست" });
    expect(await luggageOf(id)).toEqual([]);
    expect(await seenBy(receiver, id)).toMatchObject({
      state: "declined",
      fullName: null,
      newLocality: null,
    });
    expect(await seenBy(origin, id)).toMatchObject({
      fullName: person.fullName,
      declineNote: "ساکن اینجا نیست",
    });
    const noteOf = (actor: typeof receiver) =>
      within(actor, (db) => getNote(db, actor.place.id, "relocation-decline", id));
    await expect(noteOf(origin)).rejects.toMatchObject({ kind: "missing" });
    const { revision, fullName } = await noteOf(receiver);
    expect(fullName).toBeNull();
    const mend = (actor: typeof receiver, note?: string) =>
      rewriteNote(actor, "relocation-decline", id, { note, revision });
    await expect(mend(origin, "به گفته خودش")).rejects.toMatchObject({ kind: "missing" });
    await expect(mend(receiver)).rejects.toMatchObject({ kind: "invalid" });
    expect(await mend(receiver, "به روستای دیگری رفته است")).toEqual({ page: `relocations/${id}` });
    expect(await seenBy(origin, id)).toMatchObject({
      state: "declined",
      declineNote: "به روستای دیگری رفته است",
    });
    await expect(
      within(origin, (db) => db.$executeRaw`update relocation set decline_note = 'x' where id = ${id}::uuid`),
    ).rejects.toThrow("does not turn so");
    await seeOff(id);
    expect(await within(origin, (db) => getPerson(db, GORGAN, personId))).toMatchObject({ state: "active" });
  });
});

describe("who turns it", () => {
  test("he alone consents, and takes his word back until he is accepted", async () => {
    const { id, hand } = await offered();
    const other = handOf((await registerPerson(origin, aPerson())).id);
    await expect(consentToRelocation(other, id, agreed)).rejects.toMatchObject({ kind: "missing" });
    await expect(consentToRelocation(origin, id, agreed)).rejects.toMatchObject({ kind: "forbidden" });
    await consentToRelocation(hand, id, agreed);
    await refuseRelocation(hand, id);
    expect(await stateOf(id)).toBe("refused");
    await expect(acceptRelocation(receiver, id, accepting)).rejects.toMatchObject({ kind: "conflict" });
    expect(await luggageOf(id)).toEqual([]);
  });

  test("his county takes it back, and nobody else", async () => {
    const { id } = await consented();
    await expect(withdrawRelocation(receiver, id)).rejects.toMatchObject({ kind: "missing" });
    await withdrawRelocation(origin, id);
    await expect(withdrawRelocation(origin, id)).rejects.toMatchObject({ kind: "conflict" });
    expect(await seenBy(receiver, id)).toMatchObject({ state: "withdrawn", fullName: null });
  });

  test("nobody but the other county decides, and neither the governor nor a level above", async () => {
    const { id } = await consented();
    for (const actor of [origin, actorOf(SARI, "assistant")])
      await expect(acceptRelocation(actor, id, accepting)).rejects.toMatchObject({ kind: "missing" });
    for (const [place, role] of [
      [AQQALA, "governor"],
      [GOLESTAN, "representative"],
      [NATION, "national-officer"],
    ] as const)
      await expect(acceptRelocation(actorOf(place, role), id, accepting)).rejects.toMatchObject({
        kind: "forbidden",
      });
    for (const place of [SARI, GOLESTAN, NATION]) {
      const actor = actorOf(place, place === SARI ? "assistant" : "representative");
      const rows = await within(actor, (db) => db.$queryRaw`select 1 from relocation`);
      expect(rows).toEqual([]);
    }
  });

  test("the database holds it too, with every ability answering yes", async () => {
    const { id } = await offered();
    const all = createMongoAbility([{ action: "manage", subject: "all" }]);
    const turn = (actor: PlacedActor, state: string) =>
      within(
        { ...actor, ability: all },
        (db) =>
          db.$executeRaw`update relocation set state = ${state}, consented_at = now() where id = ${id}::uuid`,
      );
    await expect(turn(origin, "consented")).rejects.toThrow(/does not turn so/);
    const other = handOf((await registerPerson(origin, aPerson())).id);
    await expect(turn(other, "consented")).rejects.toThrow(/does not turn so/);
    await expect(turn(other, "refused")).rejects.toThrow(/does not turn so/);
    await expect(turn(origin, "accepted")).rejects.toThrow(/does not turn so/);
    expect(await turn(receiver, "accepted")).toBe(0);
    const insert = within(
      origin,
      (
        db,
      ) => db.$executeRaw`insert into relocation (division_id, id, to_division_id, person_id, state, reason,
          offered_at, offered_by_key, offered_by_name, expires_on, consented_at)
        select division_id, ${uuidv7()}::uuid, to_division_id, person_id, 'accepted', reason, offered_at, 'x', 'x',
          expires_on, now() from relocation where id = ${id}::uuid`,
    );
    await expect(insert).rejects.toThrow(/does not turn so/);
  });
});

describe("who may be offered", () => {
  test.each([
    ["his own county", GORGAN, "network.relocation.own-county"],
    ["a province", GOLESTAN, "network.relocation.no-county"],
    ["a county that is not there", 28_999, "network.relocation.no-county"],
    ["a county that is closed", 28_998, "network.relocation.no-county"],
  ])("is not offered to %s", async (_where, county, code) => {
    await ownerRows(
      `insert into division (id, parent_id, level, name_fa, name_en, valid_from, valid_to, successor_ids)
       values (28998, 28000, 'county', 'پیشین', 'Former', '2011-03-21', '2020-03-20', '{28005}') on conflict do nothing`,
    );
    const { id } = await registerPerson(origin, aPerson());
    await expect(offerRelocation(origin, id, { county, reason: "work" })).rejects.toMatchObject({
      kind: "invalid",
      code,
    });
  });

  test("nobody who left the path, was erased, has an open offer, or is the neighbour's", async () => {
    const offer = (personId: string, actor = origin) =>
      offerRelocation(actor, personId, { county: actor === origin ? AQQALA : GORGAN, reason: "work" });
    const { id: archived } = await registerPerson(origin, aPerson());
    await movePerson(origin, archived, { step: "archive", reason: "asked" });
    await expect(offer(archived)).rejects.toMatchObject({ code: "network.relocation.not-in-network" });
    const { id: erased } = await registerPerson(origin, aPerson());
    await erasePerson(handOf(erased), erased);
    await expect(offer(erased)).rejects.toMatchObject({ kind: "conflict", code: "network.erased" });
    const { personId } = await offered();
    await expect(offer(personId)).rejects.toMatchObject({ code: "network.relocation.open-already" });
    await expect(offer(personId, receiver)).rejects.toMatchObject({ kind: "missing" });
    await expect(offer(personId, actorOf(GORGAN, "governor"))).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("an open offer ends", () => {
  test("when he leaves the path or has everything erased", async () => {
    const [one, many, gone] = [await consented(), await consented(), await consented()];
    await movePerson(origin, one.personId, { step: "archive", reason: "died" });
    await archivePeople(origin, { personIds: [many.personId], reason: "asked" });
    await erasePerson(gone.hand, gone.personId);
    expect(await stateOf(one.id)).toBe("withdrawn");
    expect(await stateOf(many.id)).toBe("withdrawn");
    expect(await stateOf(gone.id)).toBeUndefined();
    const left = await ownerRows("select 1 from relocation_luggage where relocation_id = any($1)", [
      [one.id, many.id, gone.id],
    ]);
    expect(left).toEqual([]);
  });

  test("by night, when nobody decided it in its time; and before the night nobody can", async () => {
    const { id, hand, personId } = await consented();
    await ownerRows("update relocation set expires_on = current_date - 1 where id = $1", [id]);
    expect(await seenBy(receiver, id)).toMatchObject({ state: "expired" });
    await expect(acceptRelocation(receiver, id, accepting)).rejects.toMatchObject({
      code: "network.relocation.over",
    });
    await expect(refuseRelocation(hand, id)).rejects.toMatchObject({ code: "network.relocation.over" });
    expect(await within(relayActor, placesWithOverdueRelocations)).toEqual([GORGAN]);
    expect(await expireRelocations(await systemActor(GORGAN))).toBe(1);
    expect(await within(relayActor, placesWithOverdueRelocations)).toEqual([]);
    expect(await stateOf(id)).toBe("expired");
    expect(await luggageOf(id)).toEqual([]);
    await expect(
      offerRelocation(origin, personId, { county: AQQALA, reason: "home" }),
    ).resolves.toHaveProperty("id");
  });

  test("is kept for its days, and not decided after them", async () => {
    const { id } = await offered();
    const { expiresOn } = await seenBy(origin, id);
    expect(expiresOn).toBe(addDays(today, RELOCATION_DAYS));
  });
});

test("an offer moves along when two records of him are merged", async () => {
  const { id, personId } = await consented();
  const { id: other } = await registerPerson(origin, aPerson());
  await within(
    origin,
    (db) => db.$queryRaw`select person_absorb(${GORGAN}::int, ${other}::uuid, ${personId}::uuid)`,
  );
  const [row] = await ownerRows<{ person: string; state: string }>(
    "select person_id as person, state from relocation where id = $1",
    [id],
  );
  expect(row).toEqual({ person: other, state: "consented" });
});

test("of two open offers the merge keeps one, and parted again the other is taken back", async () => {
  const [kept, gone] = [await consented(), await consented()];
  const [first, second] = [kept.personId, gone.personId].sort() as [string, string];
  const pairId = uuidv7();
  await ownerRows(
    `insert into person_pair (division_id, id, first_id, second_id, score, reasons) values ($1, $2, $3, $4, 9, '{}')`,
    [GORGAN, pairId, first, second],
  );
  const side = kept.personId === first ? "first" : "second";
  const { id: mergeId } = await mergePeople(origin, pairId, {
    keep: side,
    fullName: side,
    mobile: side,
    tier: side,
    locality: side,
    source: side,
    note: side,
    nationalCode: side,
    preferredWay: side,
    firstRevision: 1,
    secondRevision: 1,
  });
  expect(await luggageOf(gone.id)).toEqual([]);
  await undoMerge(origin, mergeId);
  expect([await stateOf(kept.id), await stateOf(gone.id)]).toEqual(["consented", "withdrawn"]);
  await expect(acceptRelocation(receiver, kept.id, accepting)).resolves.toHaveProperty("personId");
});

test("whoever was offered to yet another county before his own heard of it leaves that offer too", async () => {
  const { id, personId } = await consented();
  await acceptRelocation(receiver, id, accepting);
  const { id: later } = await offerRelocation(origin, personId, { county: SARI, reason: "home" });
  await seeOff(id);
  expect(await stateOf(later)).toBe("withdrawn");
});

test("each end counts and lists its own", async () => {
  const before = await within(receiver, (db) => countRelocationsToDecide(db, AQQALA, today));
  const { id, personId } = await consented();
  expect(await within(receiver, (db) => countRelocationsToDecide(db, AQQALA, today))).toBe(before + 1);
  expect(await within(origin, (db) => findOpenRelocation(db, GORGAN, personId, today))).toMatchObject({ id });
  const of = async (actor: PlacedActor, side: "in" | "out") =>
    (await within(actor, (db) => listRelocations(db, actor.place.id, side, today))).rows.map((row) => row.id);
  expect(await of(receiver, "in")).toContain(id);
  expect(await of(receiver, "out")).not.toContain(id);
  expect(await of(origin, "out")).toContain(id);
  expect(await of(origin, "in")).not.toContain(id);
});
