import { beforeAll, describe, expect, test, vi } from "vitest";
import { administratorActor, requestScope } from "~/actor.server";
import { appointHolder } from "~/areas/posts/commands/appoint-holder.server";
import { endAppointment } from "~/areas/posts/commands/end-appointment.server";
import { openPosts } from "~/areas/posts/commands/open-posts.server";
import { listPosts } from "~/areas/posts/queries.server";
import { openSession } from "~/areas/identity/sessions.server";
import { within } from "~/kernel/db.server";
import { isoDate } from "~/lib/jalali";
import { actorOf, GOLESTAN, GORGAN, NATION } from "../../../../tests/factories/actors";
import { anAccount } from "../../../../tests/factories/identity";
import { anAdministrator, plantPlaces } from "../../../../tests/factories/posts";
import { getDivision, listChildren, nameOn } from "../queries.server";
import { closeCounty } from "./close-county.server";
import { createCounty } from "./create-county.server";
import { reopenCounty } from "./reopen-county.server";
import { renameDivision } from "./rename-division.server";

vi.hoisted(() => vi.stubEnv("CLOCK", "1405/10/03"));

const now = new Date("2026-12-24T06:00:00Z");
const today = isoDate("2026-12-24");
const administrator = anAdministrator();
const cookieOf = (setCookie: string) => setCookie.split(";")[0] ?? "";

let serial = 0;
const aCounty = (given: Partial<Parameters<typeof createCounty>[2]> = {}) => {
  serial++;
  return {
    nameFa: `شهرستان آزمون ${serial}`,
    nameEn: `Test ${serial}`,
    code: undefined,
    grade: "ordinary" as const,
    validFrom: isoDate("2026-03-21"),
    ...given,
  };
};
const create = (given?: Parameters<typeof aCounty>[0]) =>
  createCounty(administrator, GOLESTAN, aCounty(given), now);
const read = <T>(work: Parameters<typeof within<T>>[1]) => within(actorOf(NATION, "national-expert"), work);

beforeAll(plantPlaces);

describe("a county is created", () => {
  test("under the number of its official code", async () => {
    expect(await create({ code: "2798" })).toEqual({ id: GOLESTAN + 98 });
  });

  test("under a number of its own without one, above every one ever given", async () => {
    const { id: first } = await create();
    expect(first).toBeGreaterThanOrEqual(GOLESTAN + 500);
    await closeCounty(administrator, first, { closedOn: today, successorIds: [GORGAN] }, now);
    expect(await create()).toEqual({ id: first + 1 });
  });

  test("and two at the same moment get two numbers", async () => {
    const [one, two] = await Promise.all([create(), create()]);
    expect(one.id).not.toBe(two.id);
  });

  test.each([
    ["a code of another province", { code: "0398" }, "divisions.code.other-province"],
    ["a code that ends in 00", { code: "2700" }, "divisions.code.other-province"],
    ["a code given before", { code: "2705" }, "divisions.code.taken"],
    ["a beginning to come", { validFrom: isoDate("2026-12-25") }, "form.date.in-future"],
  ])("but not under %s", async (_, given, code) => {
    const before = await read((db) => db.division.count());
    await expect(create(given)).rejects.toMatchObject({ code });
    expect(await read((db) => db.division.count())).toBe(before);
  });

  test("by the administrator alone, whom the act names in the audit of the place", async () => {
    await expect(
      createCounty(actorOf(NATION, "national-officer"), GOLESTAN, aCounty(), now),
    ).rejects.toMatchObject({ kind: "forbidden" });
    const { id } = await create();
    const entries = await within(actorOf(id, "governor"), (db) =>
      db.auditEntry.findMany({ where: { divisionId: id } }),
    );
    expect(entries).toMatchObject([{ verb: "create", actorKey: administrator.key }]);
  });
});

describe("a county is renamed", () => {
  test("from a day on, and its names before stay", async () => {
    const { id } = await create({ nameFa: "نخست", nameEn: "First" });
    const rename = (nameFa: string, nameEn: string, day: string) =>
      renameDivision(administrator, id, { nameFa, nameEn, validFrom: isoDate(day) }, now);
    await rename("سوم", "Third", "2026-12-01");
    await rename("دوم", "Second", "2026-06-01");
    const division = await read((db) => getDivision(db, id));
    expect(division.nameFa).toBe("سوم");
    expect(division.names.map((name) => name.nameFa)).toEqual(["سوم", "دوم", "نخست"]);
    const then = (day: string) => read(async (db) => (await nameOn(db, id, isoDate(day)))?.nameEn);
    expect([await then("2026-05-31"), await then("2026-06-01"), await then("2026-12-01")]).toEqual([
      "First",
      "Second",
      "Third",
    ]);
    await expect(rename("چهارم", "Fourth", "2026-12-01")).rejects.toMatchObject({
      code: "divisions.name.same-day",
    });
    await expect(rename("چهارم", "Fourth", "2026-03-21")).rejects.toMatchObject({
      code: "divisions.name.before-beginning",
    });
  });

  test("keeping the name that came with the reference data", async () => {
    await renameDivision(
      administrator,
      GORGAN,
      { nameFa: "استرآباد", nameEn: "Astarabad", validFrom: today },
      now,
    );
    const before = await read((db) => nameOn(db, GORGAN, isoDate("2020-01-01")));
    expect(before?.nameFa).not.toBe("استرآباد");
  });
});

describe("a county is closed", () => {
  test("with its posts and the power of their holders, at once, until the closing is taken back", async () => {
    const { id } = await create();
    await openPosts(administrator, id, { experts: 1 }, now);
    const representative = actorOf(GOLESTAN, "representative");
    const [post] = await within(representative, (db) => listPosts(db, [id], today));
    const mobile = "+989115550001";
    const account = await anAccount({ mobile });
    await appointHolder(
      representative,
      { divisionId: id, postId: post?.id ?? "" },
      { fullName: "الهام نوری", mobile, orderNumber: "۱", startsOn: today, endsOn: undefined },
      now,
    );
    const cookie = cookieOf(await openSession(account.id, null));
    expect((await requestScope(`/${id}`, cookie, "test")).actor).not.toBeNull();

    const close = (successorIds: number[]) =>
      closeCounty(administrator, id, { closedOn: today, successorIds }, now);
    await expect(close([id])).rejects.toMatchObject({ code: "divisions.successors.itself" });
    await expect(close([GOLESTAN])).rejects.toMatchObject({ code: "divisions.successors.unknown" });
    await close([GORGAN, GORGAN]);

    expect((await requestScope(`/${id}`, cookie, "test")).actor).toBeNull();
    expect(await within(representative, (db) => listPosts(db, [id], today))).toEqual([]);
    const county = (await read((db) => listChildren(db, GOLESTAN))).find((one) => one.id === id);
    expect(county).toMatchObject({ validTo: today, successorIds: [GORGAN] });
    await expect(close([GORGAN])).rejects.toMatchObject({ code: "divisions.closed" });
    await expect(openPosts(administrator, id, { experts: 1 }, now)).rejects.toMatchObject({
      code: "posts.place-closed",
    });

    const reopen = (at = now) => reopenCounty(administrator, id, at);
    await expect(reopenCounty(representative, id, now)).rejects.toMatchObject({ kind: "forbidden" });
    // The quarter of the closing is over.
    await expect(reopen(new Date("2027-03-22T06:00:00Z"))).rejects.toMatchObject({
      code: "divisions.reopen.too-late",
    });
    await reopen();
    expect((await requestScope(`/${id}`, cookie, "test")).actor).not.toBeNull();
    expect((await within(representative, (db) => listPosts(db, [id], today))).length).toBe(3);
    expect(await read((db) => getDivision(db, id))).toMatchObject({ validTo: null, successorIds: [] });
    await expect(reopen()).rejects.toMatchObject({ code: "divisions.reopen.open" });
    const audited = await within(actorOf(id, "governor"), (db) =>
      db.auditEntry.findMany({ where: { divisionId: id, subject: "Division" }, orderBy: { id: "asc" } }),
    );
    expect(audited.map((entry) => entry.verb).sort()).toEqual(["close", "create", "reopen"]);
  });

  test("and an appointment that was over before stays over when the closing is taken back", async () => {
    const { id } = await create();
    await openPosts(administrator, id, { experts: 1 }, now);
    const representative = actorOf(GOLESTAN, "representative");
    const [post] = await within(representative, (db) => listPosts(db, [id], today));
    const target = { divisionId: id, postId: post?.id ?? "" };
    const holder = { fullName: "پیمان رستگار", orderNumber: "۲", startsOn: today, endsOn: undefined };
    const first = await appointHolder(representative, target, { ...holder, mobile: "+989115550002" }, now);
    await endAppointment(
      representative,
      { divisionId: id, appointmentId: first.id },
      { endsOn: today, reason: "جابه‌جایی", revision: 1 },
      new Date(now.getTime() - 60_000),
    );
    await closeCounty(administrator, id, { closedOn: today, successorIds: [GORGAN] }, now);
    await reopenCounty(administrator, id, now);
    const [again] = await within(representative, (db) => listPosts(db, [id], today));
    expect(again?.holder).toBeNull();
  });

  test("by nobody who works with its records", async () => {
    const { id } = await create();
    for (const actor of [actorOf(GOLESTAN, "representative"), actorOf(NATION, "national-officer")])
      await expect(
        closeCounty(actor, id, { closedOn: today, successorIds: [GORGAN] }, now),
      ).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("and neither a province nor the nation is", async () => {
    for (const id of [GOLESTAN, NATION])
      await expect(
        closeCounty(administrator, id, { closedOn: today, successorIds: [GORGAN] }, now),
      ).rejects.toMatchObject({ kind: "missing" });
  });
});

test("the administrator reads no record of people's work", async () => {
  const seen = await within(administratorActor({ id: administrator.key, fullName: "راهبر" }), async (db) => ({
    people: await db.person.count(),
    meetings: await db.meeting.count(),
    demands: await db.demand.count(),
    audit: await db.auditEntry.count(),
  }));
  expect(seen).toEqual({ people: 0, meetings: 0, demands: 0, audit: 0 });
});

test("opening a place opens what is missing of its usual posts, once", async () => {
  const { id } = await create();
  expect(await openPosts(administrator, id, { experts: 1 }, now)).toEqual({ opened: 3 });
  expect(await openPosts(administrator, id, { experts: 2 }, now)).toEqual({ opened: 1 });
  await expect(openPosts(administrator, id, { experts: 2 }, now)).rejects.toMatchObject({
    code: "posts.all-open",
  });
  await expect(openPosts(actorOf(GOLESTAN, "representative"), id, { experts: 1 }, now)).rejects.toMatchObject(
    {
      kind: "forbidden",
    },
  );
});
