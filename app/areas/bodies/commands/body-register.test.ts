import { beforeAll, describe, expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { isoDate } from "~/lib/jalali";
import { actorOf, AQQALA, GOLESTAN, GORGAN, NATION } from "../../../../tests/factories/actors";
import { asOwner, openOffice as plantOffice } from "../../../../tests/factories/offices";
import { plantPlaces } from "../../../../tests/factories/posts";
import { ownerRows } from "../../../../tests/setup/owner";
import {
  debtsOf,
  getBody,
  getOffice,
  listBodyEvents,
  listDictionary,
  listDirectory,
  listNames,
  searchDictionary,
  searchDirectory,
} from "../directory.server";
import { findOffices } from "../queries.server";
import { writtenEn } from "../office-words";
import { AddBody, EditBody, EditOffice, MakeGroup } from "../schema";
import { addBody } from "./add-body.server";
import { editBody } from "./edit-body.server";
import { listHeads } from "../heads.server";
import { editOffice } from "./edit-office.server";
import { nameBody } from "./name-body.server";
import { openOffice } from "./open-office.server";
import { unnameBody } from "./unname-body.server";

const now = new Date("2026-12-24T06:00:00Z");
const TODAY = isoDate("2026-12-24");
const gorgan = actorOf(GORGAN, "assistant");
const aqqala = actorOf(AQQALA, "assistant");
const golestan = actorOf(GOLESTAN, "provincial-expert");
const nation = actorOf(NATION, "national-officer");

const words = (nameFa: string, more: Partial<AddBody> = {}): AddBody => ({
  nameFa,
  nameEn: "A body",
  kind: "other",
  groupOfFive: undefined,
  parentId: undefined,
  levels: [],
  openHere: undefined,
  ...more,
});
test("a body, an office and a group without an English name are shown by their Persian one", () => {
  const named = { nameFa: "بنیاد مسکن" };
  const body = { ...named, kind: "executive" };
  expect(AddBody.parse(body)).toMatchObject({ nameEn: "بنیاد مسکن" });
  expect(EditBody.parse({ ...body, nameEn: "Housing Foundation", revision: "1" })).toMatchObject({
    nameEn: "Housing Foundation",
  });
  const office = EditOffice.parse({ ...named, revision: "1" });
  expect(office.nameEn).toBe("بنیاد مسکن");
  expect(writtenEn(office)).toBe("");
  expect(MakeGroup.parse({ ...named, kind: "rule", reach: "here" })).toMatchObject({ nameEn: "بنیاد مسکن" });
});

const said = (office: { nameFa: string; nameEn: string; revision: number }, more: Partial<EditOffice> = {}) =>
  ({ nameFa: office.nameFa, nameEn: office.nameEn, revision: office.revision, ...more }) as EditOffice;

let education: string;
beforeAll(async () => {
  await plantPlaces();
  education = await asOwner((owner) => plantOffice(owner, GORGAN, "education"));
});

describe("a body of the dictionary", () => {
  test("that a county adds is its own: neither its neighbour nor its province knows it", async () => {
    const { id, officeId } = await addBody(gorgan, words("خانه همیاران گرگان", { openHere: "on" }), now);
    const knows = (actor: typeof gorgan) =>
      within(actor, (db) => searchDictionary(db, actor.place.id, "خانه همیاران"));
    expect(await knows(gorgan)).toMatchObject([{ id, officeId }]);
    expect(await knows(aqqala)).toEqual([]);
    expect(await knows(golestan)).toEqual([]);
    await expect(within(aqqala, (db) => getBody(db, id))).rejects.toMatchObject({ kind: "missing" });
  });

  test("that the national office adds is everybody's, and nobody below edits it", async () => {
    const { id } = await addBody(nation, words("سازمان آزمون ملی", { kind: "ministry" }), now);
    const body = await within(gorgan, (db) => getBody(db, id));
    expect(body).toMatchObject({ divisionId: NATION, kind: "ministry" });
    await expect(editBody(gorgan, id, { ...words("نامی دیگر"), revision: 1 }, now)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(addBody(actorOf(GORGAN, "governor"), words("دستگاه فرماندار"), now)).rejects.toMatchObject({
      kind: "forbidden",
    });
    // With every ability answering yes, the row itself stays.
    const changed = await within(gorgan, (db) =>
      db.organisation.updateMany({ where: { id }, data: { nameFa: "ربوده" } }),
    );
    expect(changed.count).toBe(0);
  });

  test("cannot be added twice under one name, whatever its letters, nor stand above itself", async () => {
    const { id: ministry } = await addBody(nation, words("وزارت آزمون‌ها"), now);
    await expect(addBody(gorgan, words("وزارت آزمون ها"), now)).rejects.toMatchObject({
      code: "bodies.same-name",
    });
    const { id: below } = await addBody(nation, words("اداره کل آزمون‌ها", { parentId: ministry }), now);
    await expect(
      editBody(nation, ministry, { ...words("وزارت آزمون‌ها", { parentId: below }), revision: 1 }, now),
    ).rejects.toMatchObject({ code: "bodies.parent-is-below" });
  });

  test("is found by the name that it gave up, and the second of two editors sees both texts", async () => {
    const { id } = await addBody(nation, words("سازمان میراث آزمون"), now);
    await editBody(nation, id, { ...words("وزارت گردشگری آزمون"), revision: 1 }, now);
    const [found] = await within(gorgan, (db) => searchDictionary(db, GORGAN, "ميراث آزمون"));
    expect(found).toMatchObject({ id, nameFa: "وزارت گردشگری آزمون" });
    expect(await within(gorgan, (db) => listNames(db, id))).toContainEqual(
      expect.objectContaining({ written: "سازمان میراث آزمون", kind: "former", validTo: TODAY }),
    );
    expect(await within(gorgan, (db) => listBodyEvents(db, gorgan.place, id))).toMatchObject([
      { kind: "renamed", note: "سازمان میراث آزمون" },
      { kind: "added" },
    ]);
    await expect(editBody(nation, id, { ...words("نام دوم"), revision: 1 }, now)).rejects.toMatchObject({
      kind: "conflict",
      details: { theirs: { nameFa: "وزارت گردشگری آزمون" } },
    });
  });

  test("gets written forms of a county that its neighbour does not read, and only its giver takes back", async () => {
    const { organisationId } = await within(gorgan, (db) => getOffice(db, GORGAN, education));
    const form = { written: "آ.پ. گرگان", kind: "alias" as const, validFrom: undefined, validTo: undefined };
    await nameBody(gorgan, organisationId, form, now);
    const own = (actor: typeof gorgan) =>
      within(actor, async (db) =>
        (await listNames(db, organisationId)).filter((n) => n.written === form.written),
      );
    const [mine] = await own(gorgan);
    expect(await own(aqqala)).toEqual([]);
    await expect(nameBody(gorgan, organisationId, form, now)).rejects.toMatchObject({
      code: "bodies.name-taken",
    });
    await expect(unnameBody(aqqala, organisationId, mine?.id ?? "", now)).rejects.toMatchObject({
      kind: "missing",
    });
    await unnameBody(gorgan, organisationId, mine?.id ?? "", now);
    expect(await own(gorgan)).toEqual([]);
  });
});

describe("an office", () => {
  test("is opened once in a place, and the province sees it where the neighbour does not", async () => {
    const { organisationId } = await within(gorgan, (db) => getOffice(db, GORGAN, education));
    expect(await openOffice(gorgan, organisationId, now)).toEqual({ id: education });
    const opened = await openOffice(aqqala, organisationId, now);
    expect(await openOffice(aqqala, organisationId, now)).toEqual(opened);
    const rows = await within(aqqala, (db) => listDirectory(db, AQQALA, {}, TODAY));
    expect(rows.rows.map((row) => row.id)).toContain(opened.id);
    await expect(within(gorgan, (db) => getOffice(db, AQQALA, opened.id))).rejects.toMatchObject({
      kind: "missing",
    });
    expect(await within(golestan, (db) => getOffice(db, AQQALA, opened.id))).toMatchObject({ id: opened.id });
  });

  test("says who leads it and how it is reached; its page is fresh from the day it was confirmed", async () => {
    const before = await within(gorgan, (db) => getOffice(db, GORGAN, education));
    const facts = { prName: "بهروز کاظمی", prOrderNumber: "۱۲/۳", prOrderedOn: isoDate("2026-01-10") };
    const input = said(before, { ...facts, phone: "017-32220000", pageText: "متن", nameFa: "آموزش گرگان" });
    await editOffice(gorgan, education, input, now);
    const after = await within(gorgan, (db) => getOffice(db, GORGAN, education));
    expect(after).toMatchObject({ ...facts, pageConfirmedOn: TODAY, nameFa: "آموزش گرگان", revision: 2 });
    // Other words leave the day of the page as it was; saying that it holds brings it to today.
    const later = new Date("2027-06-01T06:00:00Z");
    await editOffice(gorgan, education, { ...input, revision: 2, phone: "017-32220001" }, later);
    const same = await within(gorgan, (db) => getOffice(db, GORGAN, education));
    expect(same.pageConfirmedOn).toBe(TODAY);
    await editOffice(gorgan, education, { ...input, revision: 3, confirmPage: "on" }, later);
    const confirmed = await within(gorgan, (db) => getOffice(db, GORGAN, education));
    expect(confirmed.pageConfirmedOn).toBe("2027-06-01");

    await expect(editOffice(gorgan, education, input, now)).rejects.toMatchObject({
      kind: "conflict",
      details: { theirs: { prName: "بهروز کاظمی" } },
    });
    await expect(editOffice(golestan, education, input, now)).rejects.toMatchObject({ kind: "missing" });
    const [found] = await within(gorgan, (db) => searchDirectory(db, GORGAN, before.nameFa));
    expect(found).toMatchObject({ id: education, nameFa: "آموزش گرگان" });
  });

  test("keeps its former heads with their days, and tells another head from a name written anew", async () => {
    const office = await within(gorgan, (db) => getOffice(db, GORGAN, education));
    let revision = office.revision;
    const headed = async (headName: string | undefined, headSince?: string) => {
      const words = { headName, headSince: headSince ? isoDate(headSince) : undefined, revision };
      await editOffice(gorgan, education, { ...said(office, {}), ...words }, now);
      revision += 1;
      const heads = await within(gorgan, (db) => listHeads(db, GORGAN, education));
      return heads.map(({ name, since, until }) => [name, since, until]);
    };
    await headed(undefined);
    const begun = await headed("مینا رستکار", "2024-05-01");
    expect(begun[0]).toEqual(["مینا رستکار", "2024-05-01", null]);
    expect((await headed("مینا رستگار", "2024-05-01"))[0]).toEqual(["مینا رستگار", "2024-05-01", null]);
    const changed = await headed("آرش بهرامی", "2026-03-21");
    expect(changed.slice(0, 2)).toEqual([
      ["آرش بهرامی", "2026-03-21", null],
      ["مینا رستگار", "2024-05-01", "2026-03-21"],
    ]);
    await expect(headed("آرش بهرامی", "2023-01-01")).rejects.toMatchObject({ kind: "invalid" });
    await expect(headed("کاوه مهرگان", "2025-01-01")).rejects.toMatchObject({ kind: "invalid" });
    await expect(headed("کاوه مهرگان", "2027-01-01")).rejects.toMatchObject({ kind: "invalid" });
    expect((await headed(undefined))[0]).toEqual(["آرش بهرامی", "2026-03-21", "2026-12-24"]);
    await headed("مینا رستگار");
  });

  test("shows what it owes, by state and by day", async () => {
    const { organisationId } = await within(gorgan, (db) => getOffice(db, GORGAN, education));
    const owe = (state: string, due: string) =>
      ownerRows(
        `insert into obligation (division_id, id, source_division_id, source_kind, source_title, office_id,
          organisation_id, text, deadline_kind, due_on, state, issued_at, issued_by_key)
         values ($1, $2, $1, 'resolution', 'جلسه', $3, $4, 'متن', 'dated', $5, $6, now(), 'test')`,
        [GORGAN, uuidv7(), education, organisationId, due, state],
      );
    await owe("issued", "2026-12-01");
    await owe("in-progress", "2027-12-01");
    await owe("verified", "2026-12-01");
    const debts = await within(gorgan, (db) => debtsOf(db, GORGAN, education, TODAY));
    expect(debts).toEqual({ open: 2, overdue: 1, done: 1, demands: 0 });
    const page = await within(gorgan, (db) => listDirectory(db, GORGAN, { kind: "executive" }, TODAY));
    expect(page.rows.find((row) => row.id === education)?.owes).toBe(2);
  });
});

test("the dictionary comes page by page in the order of names, each body once", async () => {
  const names: string[] = [];
  for (let after: string | null = null, pages = 0; pages < 40; pages += 1) {
    const page = await within(gorgan, (db) => listDictionary(db, GORGAN, { after }, 7));
    names.push(...page.rows.map((row) => row.id));
    after = page.next;
    if (!after) break;
  }
  const [all] = await within(
    gorgan,
    (db) => db.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from organisation where abolished_on is null`,
  );
  expect(names.length).toBe(all?.n);
  expect(new Set(names).size).toBe(names.length);
});

test("the search of everything finds the same offices as the directory, but those that are closed", async () => {
  const { organisationId } = await within(gorgan, (db) => getOffice(db, GORGAN, education));
  const form = {
    written: "اداره فرهنگیان",
    kind: "alias" as const,
    validFrom: undefined,
    validTo: undefined,
  };
  await nameBody(gorgan, organisationId, form, now);
  for (const typed of ["فرهنگیان", "آموزش", "education", "‌"]) {
    const [found, listed] = await within(gorgan, async (db) => [
      await findOffices(db, GORGAN, TODAY, typed, 20),
      await searchDirectory(db, GORGAN, typed, 20),
    ]);
    const open = listed.filter(({ closedOn }) => closedOn === null);
    expect(found.map(({ id }) => id)).toEqual(open.map(({ id }) => id));
    expect(found.length > 0).toBe(typed !== "‌");
  }
  await ownerRows("update office set closed_on = $2 where id = $1", [education, TODAY]);
  expect(await within(gorgan, (db) => findOffices(db, GORGAN, TODAY, "فرهنگیان", 20))).toEqual([]);
  expect(await within(gorgan, (db) => searchDirectory(db, GORGAN, "فرهنگیان"))).toMatchObject([
    { id: education },
  ]);
});
