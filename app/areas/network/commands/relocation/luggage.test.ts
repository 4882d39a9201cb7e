import { beforeAll, expect, test } from "vitest";
import { systemActor } from "~/actor.server";
import { areaRules } from "~/abilities";
import { openJoinForm } from "~/join-door.server";
import { abilityFrom } from "~/kernel/authorize";
import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { actorOf, AQQALA, GORGAN, placeAt } from "../../../../../tests/factories/actors";
import { aPerson } from "../../../../../tests/factories/network";
import { plantPlaces } from "../../../../../tests/factories/posts";
import { aCsv } from "../../../../../tests/factories/sheets";
import { ownerRows } from "../../../../../tests/setup/owner";
import { getJoinLink } from "../../queries.server/joining";
import type { RegisterPerson } from "../../schema/people";
import type { ConsentToRelocation } from "../../schema/relocation";
import { beginImport } from "../begin-import.server";
import { carryOnImport } from "../carry-on-import.server";
import { erasePerson } from "../erase-person.server";
import { joinRequestToPerson } from "../join-request-to-person.server";
import { mapImportColumns } from "../map-import-columns.server";
import { mergePeople } from "../merge-people.server";
import { openJoinLink } from "../open-join-link.server";
import { registerPerson } from "../register-person.server";
import { requestToJoin } from "../request-to-join.server";
import { settleWays } from "../settle-ways.server";
import { startImport } from "../start-import.server";
import { undoMerge } from "../undo-merge.server";
import { consentToRelocation } from "./consent-to-relocation.server";
import { offerRelocation } from "./offer-relocation.server";

const origin = actorOf(GORGAN, "assistant");
const today = todayIn(new Date());
const OPEN = Object.fromEntries(
  ["phone", "sms", "visit", "eitaa", "bale", "rubika", "soroush", "igap"].map((way) => [way, "open"]),
) as Record<"phone" | "sms" | "visit" | "eitaa" | "bale" | "rubika" | "soroush" | "igap", "open">;

/** Somebody who has consented to go over, with what he agreed to take along. */
async function consented(given: Partial<RegisterPerson> = {}, luggage: ConsentToRelocation["luggage"] = []) {
  const { id: personId } = await registerPerson(origin, aPerson(given));
  const { id } = await offerRelocation(origin, personId, { county: AQQALA, reason: "work" });
  const who = {
    kind: "system" as const,
    key: `member:${uuidv7()}`,
    name: "",
    member: { divisionId: GORGAN, personId },
    place: placeAt(GORGAN),
  };
  const hand: PlacedActor = { ...who, ability: abilityFrom(who, areaRules) };
  await consentToRelocation(hand, id, { luggage, sure: "on" });
  return { id, personId, hand };
}

/** What lies packed for the other county. */
async function packed(id: string) {
  const [row] = await ownerRows<Record<string, unknown>>(
    `select r.full_name as "fullName", l.mobile, l.capacities, l.preferred_way as "preferredWay", l.no_contact as "noContact",
       (select array_agg(w->>'way' order by w->>'way') from jsonb_array_elements(l.ways) w) as ways
     from relocation r join relocation_luggage l on l.division_id = r.division_id and l.relocation_id = r.id
     where r.id = $1`,
    [id],
  );
  return row;
}

beforeAll(plantPlaces);

test("a way that is barred, named or given up after the consent is packed as it stands", async () => {
  const [all, bare] = [await consented({}, ["ways"]), await consented()];
  for (const { personId } of [all, bare])
    await settleWays(origin, personId, {
      ...OPEN,
      sms: "barred",
      bale: "consents",
      preferred: "bale",
      revision: 1,
    });
  expect(await packed(all.id)).toMatchObject({ preferredWay: "bale", ways: ["bale", "sms"] });
  expect(await packed(bare.id)).toMatchObject({ preferredWay: null, ways: ["sms"] });
  await settleWays(origin, all.personId, { ...OPEN, noContact: true, revision: 2 });
  expect(await packed(all.id)).toMatchObject({ preferredWay: null, ways: null, noContact: true });
});

test("a number that a list brings is packed", async () => {
  const { id } = await consented({ fullName: "گل‌بهار یلمه", mobile: undefined, locality: "کریم‌آباد" });
  const bytes = aCsv([
    ["نام و نام خانوادگی", "همراه", "محل"],
    ["گل‌بهار یلمه", "09117654321", "کریم‌آباد"],
  ]);
  const list = await beginImport(origin, { name: "list.csv", bytes });
  await mapImportColumns(origin, list.id, {
    columns: ["full-name", "mobile", "locality"],
    entry: "active",
    revision: 1,
  });
  await startImport(origin, list.id, { revision: 2 });
  await carryOnImport(await systemActor(GORGAN), list.id);
  expect(await packed(id)).toMatchObject({ fullName: "گل‌بهار یلمه", mobile: "+989117654321" });
});

test("what somebody adds by a form is packed when he is joined to his record, as far as he agreed to it", async () => {
  const link = await openJoinLink(origin, { name: "مسجد جامع", days: "30" });
  const { token } = await within(origin, (db) => getJoinLink(db, GORGAN, link.id, today));
  const visitor = (await openJoinForm(token))?.actor;
  if (!visitor) throw new Error("the form is not open");
  const mobiles = ["+989351112233", "+989351112244"];
  const [all, bare] = [
    await consented({ mobile: mobiles[0] }, ["ways", "capacities"]),
    await consented({ mobile: mobiles[1] }),
  ];
  for (const mobile of mobiles) {
    await requestToJoin(visitor, {
      fullName: "ناهید سعیدی",
      mobile,
      capacities: ["transport"],
      preferredWay: "bale",
      consent: "on",
    });
    const [request] = await ownerRows<{ id: string }>("select id from join_request where mobile = $1", [
      mobile,
    ]);
    await joinRequestToPerson(origin, request?.id ?? "");
  }
  expect(await packed(all.id)).toMatchObject({
    capacities: ["transport"],
    preferredWay: "bale",
    ways: ["bale"],
  });
  expect(await packed(bare.id)).toMatchObject({ capacities: [], preferredWay: null, ways: null });
});

test("who is merged into another takes along what stands in that record, and parted again what stands in his", async () => {
  const gone = await consented({ fullName: "آی‌نور کر", capacities: ["media"] }, ["capacities"]);
  const kept = aPerson({ fullName: "آینور کر", capacities: ["teaching"] });
  const { id: keptId } = await registerPerson(origin, kept);
  const before = await packed(gone.id);
  const [first, second] = [keptId, gone.personId].sort() as [string, string];
  const pairId = uuidv7();
  await ownerRows(
    `insert into person_pair (division_id, id, first_id, second_id, score, reasons) values ($1, $2, $3, $4, 9, '{}')`,
    [GORGAN, pairId, first, second],
  );
  const side = keptId === first ? ("first" as const) : ("second" as const);
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
  const merged = await packed(gone.id);
  expect(merged).toMatchObject({ fullName: kept.fullName, mobile: kept.mobile });
  expect([...(merged?.capacities as string[])].sort()).toEqual(["media", "teaching"]);
  await undoMerge(origin, mergeId);
  expect(await packed(gone.id)).toEqual(before);
});

test("nothing stays packed of somebody who is erased", async () => {
  const { id, personId, hand } = await consented({}, ["ways", "capacities"]);
  await settleWays(origin, personId, { ...OPEN, sms: "barred", revision: 1 });
  await erasePerson(hand, personId);
  expect(await packed(id)).toBeUndefined();
});

test("what the other county has accepted is not packed anew", async () => {
  const { id, personId } = await consented();
  await ownerRows("update relocation set state = 'accepted', full_name = null where id = $1", [id]);
  const [before] = await ownerRows<{ mobile: string }>(
    "select mobile from relocation_luggage where relocation_id = $1",
    [id],
  );
  await ownerRows("update person set mobile = '+989118887766' where id = $1", [personId]);
  expect(await ownerRows("select mobile from relocation_luggage where relocation_id = $1", [id])).toEqual([
    before,
  ]);
});
