import { beforeAll, describe, expect, test } from "vitest";
import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { isoDate } from "~/lib/jalali";
import { actorOf, AQQALA, GOLESTAN, GORGAN, NATION } from "../../../../tests/factories/actors";
import { asOwner, openOfficesOfGolestan } from "../../../../tests/factories/offices";
import { aPost, plantPlaces } from "../../../../tests/factories/posts";
import { ownerRows } from "../../../../tests/setup/owner";
import { getCouncilAbove, listCouncilsAbove } from "../above.server";
import { compositionGaps } from "../composition";
import {
  getCouncil,
  listCouncilInvitees,
  listCouncils,
  listMembers,
  listSeats,
  standingOn,
} from "../queries.server";
import { FoundCouncil, SeatMember } from "../schema";
import { dissolveCouncil } from "./dissolve-council.server";
import { editCouncil } from "./edit-council.server";
import { editMember } from "./edit-member.server";
import { endMembership } from "./end-membership.server";
import { foundCouncil } from "./found-council.server";
import { seatMember } from "./seat-member.server";

const now = new Date("2026-12-24T06:00:00Z");
const TODAY = isoDate("2026-12-24");
const gorgan = actorOf(GORGAN, "assistant");
const aqqala = actorOf(AQQALA, "assistant");
const golestan = actorOf(GOLESTAN, "representative");

let offices: Awaited<ReturnType<typeof openOfficesOfGolestan>>;
const office = (code: string, place = GORGAN) => offices.ids.get(`${place} ${code}`) ?? "";
beforeAll(async () => {
  await plantPlaces();
  offices = await openOfficesOfGolestan();
});

let serial = 0;
const said = (more: Record<string, string> = {}) =>
  FoundCouncil.parse({
    nameFa: `شورای هماهنگی ${++serial}`,
    kind: "council",
    quorumKind: "half",
    firstNumber: "۱",
    ...more,
  });
const seated = (more: Record<string, string> = {}) =>
  SeatMember.parse({
    seat: "member",
    name: "مریم کریمی",
    roleTitle: "مدیر روابط عمومی",
    orderNumber: "۱۴۰۵/۱۲",
    startsOn: "۱۴۰۵/۰۷/۰۱",
    ...more,
  });
const read = <T>(actor: PlacedActor, work: Parameters<typeof within<T>>[1]) => within(actor, work);
const membersOf = (id: string, actor = gorgan) => read(actor, (db) => listMembers(db, actor.place.id, id));

describe("a council", () => {
  test("keeps its statute; the level above reads it and not who sits in it; the neighbour reads nothing", async () => {
    const { postId: chairPostId } = await aPost(GORGAN, "governor");
    const { id } = await foundCouncil(
      gorgan,
      said({ basis: "نامه ۵۰۴۹۵۶", "least-support-health": "۱", chairPostId }),
    );
    await seatMember(gorgan, id, seated());
    const own = await read(gorgan, (db) => getCouncil(db, GORGAN, id));
    expect(own).toMatchObject({
      basis: "نامه ۵۰۴۹۵۶",
      leastOfFive: { "support-health": 1 },
      chairPost: { id: chairPostId },
      nameEn: own.nameFa,
    });
    expect(await read(golestan, (db) => getCouncil(db, GORGAN, id))).toMatchObject({ nameFa: own.nameFa });
    expect(await read(golestan, (db) => listMembers(db, GORGAN, id))).toEqual([]);
    await expect(read(aqqala, (db) => getCouncil(db, GORGAN, id))).rejects.toMatchObject({ kind: "missing" });
    expect(await read(aqqala, (db) => db.council.count({ where: { id } }))).toBe(0);
  });

  test("of a province is read in its counties by its statute, as it stands now, and by no other province nor above", async () => {
    const { postId: chairPostId } = await aPost(GOLESTAN, "representative");
    const { id } = await foundCouncil(golestan, said({ basis: "نامه ۵۰۴۹۵۶", chairPostId }));
    await seatMember(golestan, id, seated());
    const above = (actor: PlacedActor) => read(actor, (db) => getCouncilAbove(db, actor.place, id));
    const found = await read(golestan, (db) => getCouncil(db, GOLESTAN, id));
    for (const county of [gorgan, aqqala])
      expect(await above(county)).toMatchObject({
        divisionId: GOLESTAN,
        nameFa: found.nameFa,
        basis: "نامه ۵۰۴۹۵۶",
        chairFa: found.chairPost?.titleFa,
      });
    await expect(above(actorOf(3_007, "assistant"))).rejects.toMatchObject({ kind: "missing" });
    await expect(above(actorOf(NATION, "national-officer"))).rejects.toMatchObject({ kind: "missing" });
    expect(await read(gorgan, (db) => db.councilMember.count({ where: { councilId: id } }))).toBe(0);
    // Nobody below changes a word of it.
    await expect(
      read(gorgan, (db) => db.councilStatute.updateMany({ where: { id }, data: { nameFa: "x" } })),
    ).resolves.toEqual({ count: 0 });

    await editCouncil(golestan, id, { ...said({ basis: "نامه تازه" }), revision: found.revision });
    expect(await above(gorgan)).toMatchObject({ basis: "نامه تازه", chairFa: null });
    const listed = async () =>
      (await read(gorgan, (db) => listCouncilsAbove(db, gorgan.place))).map((one) => one.id);
    expect(await listed()).toContain(id);
    await dissolveCouncil(golestan, id, { dissolvedOn: TODAY, reason: "نامه وزیر" }, now);
    expect(await listed()).not.toContain(id);
    expect(await above(gorgan)).toMatchObject({ dissolvedOn: TODAY });
  });

  test("is founded by those who keep the meetings, and by nobody else; a refusal leaves no trace", async () => {
    const before = await ownerRows("select 1 from council");
    await expect(foundCouncil(actorOf(GORGAN, "governor"), said())).rejects.toMatchObject({
      kind: "forbidden",
    });
    const { postId } = await aPost(AQQALA, "governor");
    await expect(foundCouncil(gorgan, said({ chairPostId: postId }))).rejects.toMatchObject({
      kind: "missing",
    });
    const { id: theirs } = await foundCouncil(aqqala, said());
    await expect(foundCouncil(gorgan, said({ kind: "committee", parentId: theirs }))).rejects.toMatchObject({
      kind: "missing",
    });
    await expect(seatMember(gorgan, theirs, seated())).rejects.toMatchObject({ kind: "missing" });
    expect(await ownerRows("select 1 from council")).toHaveLength(before.length + 1);
  });

  test("has committees, and a committee has none", async () => {
    const { id: parentId } = await foundCouncil(gorgan, said());
    const { id: committee } = await foundCouncil(gorgan, said({ kind: "committee", parentId }));
    expect((await read(gorgan, (db) => getCouncil(db, GORGAN, parentId))).committees).toMatchObject([
      { id: committee },
    ]);
    await expect(
      foundCouncil(gorgan, said({ kind: "committee", parentId: committee })),
    ).rejects.toMatchObject({ code: "councils.parent-is-council" });
    await expect(foundCouncil(gorgan, said({ parentId }))).rejects.toMatchObject({
      code: "councils.council-stands-alone",
    });
    await expect(
      editCouncil(gorgan, parentId, { ...said({ kind: "committee" }), revision: 1 }),
    ).rejects.toMatchObject({ code: "councils.has-committees" });
    await expect(
      dissolveCouncil(gorgan, parentId, { dissolvedOn: TODAY, reason: "پایان" }, now),
    ).rejects.toMatchObject({ code: "councils.committees-stand" });
  });

  test("that is dissolved ends its seats, stays readable and takes nothing more", async () => {
    const { id } = await foundCouncil(gorgan, said());
    const { id: memberId } = await seatMember(gorgan, id, seated());
    await expect(
      dissolveCouncil(gorgan, id, { dissolvedOn: isoDate("2026-12-25"), reason: "پایان" }, now),
    ).rejects.toMatchObject({ code: "councils.dissolved-in-future" });
    await dissolveCouncil(gorgan, id, { dissolvedOn: TODAY, reason: "پایان کار" }, now);
    expect(await membersOf(id)).toMatchObject([{ id: memberId, endedOn: TODAY, endReason: "پایان کار" }]);
    const stands = await read(gorgan, (db) => listCouncils(db, GORGAN, { dissolved: false }, TODAY, 200));
    const over = await read(gorgan, (db) => listCouncils(db, GORGAN, { dissolved: true }, TODAY, 200));
    expect(stands.rows.map((row) => row.id)).not.toContain(id);
    expect(over.rows.map((row) => row.id)).toContain(id);
    for (const late of [
      () => seatMember(gorgan, id, seated()),
      () => editCouncil(gorgan, id, { ...said(), revision: 2 }),
      () => dissolveCouncil(gorgan, id, { dissolvedOn: TODAY, reason: "باز" }, now),
    ]) {
      await expect(late()).rejects.toMatchObject({ kind: "conflict", code: "councils.is-dissolved" });
    }
  });
});

describe("a seat", () => {
  test("is one for the chair, one for the secretary and one for an office in the same days", async () => {
    const { id } = await foundCouncil(gorgan, said());
    const until = { startsOn: "۱۴۰۵/۰۷/۰۱", endsOn: "۱۴۰۵/۱۲/۲۹" };
    await seatMember(gorgan, id, seated({ seat: "chair", ...until }));
    await expect(
      seatMember(gorgan, id, seated({ seat: "chair", startsOn: "۱۴۰۵/۱۲/۲۹" })),
    ).rejects.toMatchObject({ kind: "conflict", code: "councils.seat-taken" });
    await seatMember(gorgan, id, seated({ seat: "chair", startsOn: "۱۴۰۶/۰۱/۰۱" }));
    const officeId = office("education");
    await seatMember(gorgan, id, seated({ officeId }));
    await expect(seatMember(gorgan, id, seated({ officeId, seat: "guest" }))).rejects.toMatchObject({
      code: "councils.office-sits",
    });
    await expect(
      seatMember(gorgan, id, seated({ officeId: office("education", AQQALA) })),
    ).rejects.toMatchObject({ kind: "missing" });
    expect((await membersOf(id)).map(({ seat }) => seat)).toEqual(["chair", "chair", "member"]);
  });

  test("is given to one of two who are named for it at once", async () => {
    const { id } = await foundCouncil(gorgan, said());
    const both = await Promise.allSettled([
      seatMember(gorgan, id, seated({ seat: "chair", name: "یکی" })),
      seatMember(actorOf(GORGAN, "expert"), id, seated({ seat: "chair", name: "دیگری" })),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { kind: "conflict", code: "councils.seat-taken" },
    });
    expect(await membersOf(id)).toHaveLength(1);
  });

  test("has the group of its office's body, and one of its own without an office", async () => {
    const { id } = await foundCouncil(gorgan, said({ "least-science-culture-education": "۲" }));
    await seatMember(gorgan, id, seated({ officeId: office("education"), groupOfFive: "support-health" }));
    await seatMember(gorgan, id, seated({ groupOfFive: "science-culture-education" }));
    const members = await membersOf(id);
    expect(members.map(({ groupOfFive }) => groupOfFive)).toEqual([
      "science-culture-education",
      "science-culture-education",
    ]);
    const council = await read(gorgan, (db) => getCouncil(db, GORGAN, id));
    expect(compositionGaps(council, members).map(({ kind }) => kind)).toEqual(["no-chair", "no-secretary"]);
    const [row] = (
      await read(gorgan, (db) => listCouncils(db, GORGAN, { dissolved: false }, TODAY, 200))
    ).rows.filter((one) => one.id === id);
    expect(row).toMatchObject({ members: 2, gaps: [{ kind: "no-chair" }, { kind: "no-secretary" }] });
  });

  test("ends with its day and its reason, is called off before it begins, and is then mended no more", async () => {
    const { id } = await foundCouncil(gorgan, said());
    const { id: sits } = await seatMember(gorgan, id, seated());
    const { id: toCome } = await seatMember(gorgan, id, seated({ startsOn: "۱۴۰۵/۱۱/۰۱" }));
    const [before] = (await membersOf(id)).filter((member) => member.id === toCome);
    expect(before && standingOn(before, TODAY)).toBe("to-come");
    const ending = { endsOn: TODAY, reason: "جابه‌جا شد", revision: 1 };
    await endMembership(gorgan, sits, ending, now);
    await endMembership(gorgan, toCome, ending, now);
    expect((await membersOf(id)).map((member) => standingOn(member, TODAY))).toEqual(["former", "former"]);
    await expect(endMembership(gorgan, sits, ending, now)).rejects.toMatchObject({ kind: "conflict" });
    await expect(editMember(gorgan, sits, { ...seated(), revision: 2 })).rejects.toMatchObject({
      code: "councils.seat-ended",
    });
    await expect(endMembership(aqqala, sits, ending, now)).rejects.toMatchObject({ kind: "missing" });
  });

  test("leaves with the list of a place's seats, page after page, each of them once", async () => {
    const { id } = await foundCouncil(gorgan, said());
    for (let turn = 0; turn < 5; turn++) await seatMember(gorgan, id, seated());
    const all: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listSeats>> = await read(gorgan, (db) =>
        listSeats(db, GORGAN, after, 3),
      );
      all.push(...page.rows.map((row) => row.id));
      after = page.next;
    } while (after);
    const kept = await ownerRows<{ id: string }>(
      "select id::text from council_member where division_id = $1",
      [GORGAN],
    );
    expect([...all].sort()).toEqual(kept.map((row) => row.id).sort());
  });
});

test("a session invites those who sit that day, and public-relations managers of other offices as guests", async () => {
  const { id } = await foundCouncil(gorgan, said({ invitesPr: "on" }));
  await seatMember(gorgan, id, seated({ seat: "chair", name: "فرماندار" }));
  await seatMember(gorgan, id, seated({ name: "آموزش", officeId: office("education") }));
  await seatMember(gorgan, id, seated({ name: "رفته", endsOn: "۱۴۰۵/۰۹/۰۱" }));
  await asOwner((owner) =>
    owner.query("update office set pr_name = 'روابط عمومی' where division_id = $1 and id = any($2)", [
      GORGAN,
      [office("education"), office("power-distribution")],
    ]),
  );
  expect(await read(gorgan, (db) => listCouncilInvitees(db, GORGAN, id, TODAY))).toMatchObject([
    { seat: "chair", name: "فرماندار", officeId: null },
    { seat: "member", name: "آموزش", officeId: office("education") },
    { seat: "guest", name: "روابط عمومی", officeId: office("power-distribution") },
  ]);
});
