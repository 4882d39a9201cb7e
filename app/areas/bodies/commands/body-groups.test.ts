import { beforeAll, describe, expect, test } from "vitest";
import { issueObligations, type IssuedText } from "~/areas/obligations/door.server";
import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { isoDate } from "~/lib/jalali";
import { actorOf, AQQALA, GOLESTAN, GORGAN, NATION } from "../../../../tests/factories/actors";
import {
  asOwner,
  openOffice as plantOffice,
  openOfficesOfGolestan,
} from "../../../../tests/factories/offices";
import { plantPlaces } from "../../../../tests/factories/posts";
import { ownerRows } from "../../../../tests/setup/owner";
import { getGroup, listDefinedGroups, listGroupUses } from "../groups.server";
import { listGroupMembers, membersOfOwnGroups } from "../queries.server";
import { readName } from "../reading.server";
import type { MakeGroup } from "../schema";
import { editGroup } from "./edit-group.server";
import { makeGroup } from "./make-group.server";
import { teachName } from "./teach-name.server";

const now = new Date("2026-12-24T06:00:00Z");
const TODAY = isoDate("2026-12-24");
const golestan = actorOf(GOLESTAN, "provincial-expert");
const gorgan = actorOf(GORGAN, "assistant");
const aqqala = actorOf(AQQALA, "assistant");
const nation = actorOf(NATION, "national-officer");

const said = (nameFa: string, more: Partial<MakeGroup>): MakeGroup => ({
  nameFa,
  nameEn: "A group",
  kind: "members",
  reach: undefined,
  ruleKind: undefined,
  groupOfFive: undefined,
  officeIds: [],
  ...more,
});
const aText = (group: string): IssuedText => ({
  id: uuidv7(),
  sourceKind: "resolution",
  recordId: uuidv7(),
  title: "شورا",
  number: 1,
  text: "متن",
  addressees: "گروه",
  deadline: { kind: "dated", dueOn: isoDate("2027-01-01") },
  lines: [{ partyId: uuidv7(), to: { group } }],
});
const membersOf = (actor: PlacedActor, code: string) =>
  within(actor, async (db) =>
    listGroupMembers(db, actor.place, await getGroup(db, actor.place, code), TODAY),
  );

let ids: Map<string, string>;
const office = (key: string) => ids.get(key) ?? "";
beforeAll(async () => {
  await plantPlaces();
  ({ ids } = await openOfficesOfGolestan());
});

describe("a group of a place's own", () => {
  test("lists its members, of the place and below; the neighbour and the levels around do not know it", async () => {
    const officeIds = [office(`${GOLESTAN} education`), office(`${GORGAN} county-governorate`)];
    const { code } = await makeGroup(golestan, said("ستاد بحران آزمون", { officeIds }), now);
    expect((await membersOf(golestan, code)).map(({ id }) => id).sort()).toEqual([...officeIds].sort());
    for (const other of [gorgan, nation]) {
      await expect(membersOf(other, code)).rejects.toMatchObject({ kind: "missing" });
      expect(
        (await within(other, (db) => listDefinedGroups(db, other.place))).map((g) => g.code),
      ).not.toContain(code);
    }
    const theirs = [office(`${AQQALA} education`)];
    await expect(makeGroup(gorgan, said("گروه دیگران", { officeIds: theirs }), now)).rejects.toMatchObject({
      kind: "missing",
    });
    expect(await ownerRows("select 1 from body_group where name_fa = 'گروه دیگران'")).toEqual([]);
  });

  test("says a rule: type, group of five, here or right below", async () => {
    const rule = { kind: "rule" as const, reach: "below" as const, ruleKind: "executive" as const };
    const { code } = await makeGroup(golestan, said("اجرایی‌های شهرستان‌ها", rule), now);
    const below = await membersOf(golestan, code);
    expect(below.length).toBe(28);
    expect(new Set(below.map(({ kind }) => kind))).toEqual(new Set(["executive"]));
    const here = await makeGroup(
      golestan,
      said("حمایتی‌ها", { kind: "rule", reach: "here", groupOfFive: "support-health" }),
      now,
    );
    const found = await membersOf(golestan, here.code);
    expect(found.length).toBeGreaterThan(3);
    expect(new Set(found.map(({ groupOfFive }) => groupOfFive))).toEqual(new Set(["support-health"]));
    const all = await within(golestan, (db) => membersOfOwnGroups(db, golestan.place, TODAY));
    expect(all[code]?.length).toBe(28);
    expect(all[here.code]?.length).toBe(found.length);
  });

  test("of the nation is a rule that each place reads for itself, and the nation alone changes", async () => {
    const rule = { kind: "rule" as const, reach: "here" as const, ruleKind: "governorate" as const };
    const { code } = await makeGroup(nation, said("فرمانداری خودمان", rule), now);
    expect((await membersOf(gorgan, code)).map(({ id }) => id)).toEqual([
      office(`${GORGAN} county-governorate`),
    ]);
    expect((await membersOf(aqqala, code)).map(({ id }) => id)).toEqual([
      office(`${AQQALA} county-governorate`),
    ]);
    await expect(editGroup(gorgan, code, { ...said("دیگر", rule), revision: 1 }, now)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(makeGroup(nation, said("نام‌برده", {}), now)).rejects.toMatchObject({
      code: "bodies.group.national-rule",
    });
  });

  test("is frozen at use: whoever joins later owes nothing, whoever leaves still owes", async () => {
    const [first, second] = [office(`${GORGAN} education`), office(`${GORGAN} power-distribution`)];
    const { code } = await makeGroup(gorgan, said("گروه زنده", { officeIds: [first] }), now);
    const text = aText(code);
    await within(gorgan, (db) => issueObligations(db, gorgan, [text], now));
    await editGroup(gorgan, code, { ...said("گروه زنده", { officeIds: [second] }), revision: 1 }, now);
    const owing = await ownerRows<{ office_id: string }>(
      "select office_id from obligation where source_id = $1",
      [text.id],
    );
    expect(owing.map((row) => row.office_id)).toEqual([first]);
    const [use] = await within(gorgan, (db) => listGroupUses(db, GORGAN, code));
    expect(use?.officeNames).toHaveLength(1);
    const again = aText(code);
    await within(gorgan, (db) => issueObligations(db, gorgan, [again], now));
    const now2 = await ownerRows<{ office_id: string }>(
      "select office_id from obligation where source_id = $1",
      [again.id],
    );
    expect(now2.map((row) => row.office_id)).toEqual([second]);
    expect(await within(aqqala, (db) => listGroupUses(db, GORGAN, code))).toEqual([]);
    await expect(
      editGroup(gorgan, code, { ...said("گروه زنده", { officeIds: [first] }), revision: 1 }, now),
    ).rejects.toMatchObject({ kind: "conflict" });
  });
});

test("a correction is learnt in its own place alone, gives way to the next one, and opens the office", async () => {
  const [education] = await ownerRows<{ id: string }>("select id from organisation where code = 'education'");
  const read = (actor: PlacedActor) => within(actor, (db) => readName(db, actor.place, "آپ شهر ما", TODAY));
  expect((await read(gorgan)).parties).toMatchObject([{ kind: "unknown", confidence: "guess" }]);
  await teachName(gorgan, { written: "آپ شهر ما", target: `body:${education?.id ?? ""}` }, now);
  expect((await read(gorgan)).parties).toMatchObject([
    { kind: "body", code: "education", confidence: "clear", office: { id: office(`${GORGAN} education`) } },
  ]);
  expect((await read(aqqala)).parties).toMatchObject([{ kind: "unknown" }]);
  await teachName(gorgan, { written: "آپ شهر ما", target: "group:governors" }, now);
  expect((await read(gorgan)).parties).toMatchObject([{ kind: "group", code: "governors" }]);
  await expect(teachName(gorgan, { written: "آ", target: "group:governors" }, now)).rejects.toMatchObject({
    code: "bodies.reading.too-short",
  });
  for (const placeAlone of ["گرگان", "شهرستان گرگان", "آق قلا"]) {
    const lesson = { written: placeAlone, target: `body:${education?.id ?? ""}` };
    await expect(teachName(gorgan, lesson, now), placeAlone).rejects.toMatchObject({
      code: "bodies.reading.too-short",
    });
  }
  await expect(
    teachName(actorOf(GORGAN, "governor"), { written: "نام", target: "group:governors" }, now),
  ).rejects.toMatchObject({ kind: "forbidden" });
  await expect(
    teachName(gorgan, { written: "گروه گمشده", target: "group:nowhere" }, now),
  ).rejects.toMatchObject({ kind: "missing" });
});

test("the name of a county behind a body means the office there, and nobody's where there is none", async () => {
  const read = (actor: PlacedActor, written: string) =>
    within(actor, async (db) => (await readName(db, actor.place, written, TODAY)).parties);
  expect(await read(gorgan, "آموزش و پرورش گرگان")).toMatchObject([
    { code: "education", confidence: "clear", office: { id: office(`${GORGAN} education`) } },
  ]);
  expect(await read(golestan, "آموزش و پرورش گرگان")).toMatchObject([{ code: "education", office: null }]);
  expect(await read(golestan, "فرمانداران گرگان و آق قلا")).toMatchObject([
    { code: "county-governorate" },
    { code: "county-governorate" },
  ]);
});

test("an office that opens tomorrow belongs to a rule from tomorrow on", async () => {
  const rule = { kind: "rule" as const, reach: "here" as const, ruleKind: "executive" as const };
  const { code } = await makeGroup(aqqala, said("اجرایی‌های آق‌قلا", rule), now);
  const before = (await membersOf(aqqala, code)).length;
  await asOwner((owner) => plantOffice(owner, AQQALA, "gas", "2026-12-25"));
  expect((await membersOf(aqqala, code)).length).toBe(before);
  const tomorrow = await within(aqqala, async (db) =>
    listGroupMembers(db, aqqala.place, await getGroup(db, aqqala.place, code), isoDate("2026-12-25")),
  );
  expect(tomorrow.length).toBe(before + 1);
});
