import { beforeAll, describe, expect, test } from "vitest";
import { IssueDecision } from "~/areas/obligations/schema";
import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { isoDate } from "~/lib/jalali";
import { uuidv7 } from "~/lib/identifiers";
import { actorOf, AQQALA, GOLESTAN, GORGAN, MAZANDARAN, NATION } from "../../../../tests/factories/actors";
import { asOwner, openOfficesOfGolestan } from "../../../../tests/factories/offices";
import { aPost, plantPlaces } from "../../../../tests/factories/posts";
import { ownerRows } from "../../../../tests/setup/owner";
import {
  getFinding,
  getReport,
  getVisit,
  listFindings,
  listOrdered,
  listVisits,
  listVisitsHere,
  questionsOf,
} from "../queries.server";
import { AddFinding, EditVisit, MissVisit, MoveVisit, PlanVisit, WriteReport } from "../schema";
import { addFinding } from "./add-finding.server";
import { announceVisit } from "./announce-visit.server";
import { cancelVisit } from "./cancel-visit.server";
import { editFinding } from "./edit-finding.server";
import { editVisit } from "./edit-visit.server";
import { excuseNoShow } from "./excuse-no-show.server";
import { finishReport } from "./finish-report.server";
import { moveVisit } from "./move-visit.server";
import { orderFinding } from "./order-finding.server";
import { planVisit } from "./plan-visit.server";
import { removeFinding } from "./remove-finding.server";
import { settleMade, settleNoShow } from "./settle-visit.server";
import { writeReport } from "./write-report.server";

const now = new Date("2026-12-24T06:00:00Z");
const TODAY = isoDate("2026-12-24");
const golestan = actorOf(GOLESTAN, "representative");
const gorgan = actorOf(GORGAN, "assistant");
const aqqala = actorOf(AQQALA, "assistant");
const mazandaran = actorOf(MAZANDARAN, "representative");
const nation = actorOf(NATION, "national-officer");

let offices: Awaited<ReturnType<typeof openOfficesOfGolestan>>;
let postId: string;
const office = (code: string, place = GOLESTAN) => offices.ids.get(`${place} ${code}`) ?? "";
beforeAll(async () => {
  await plantPlaces();
  offices = await openOfficesOfGolestan();
  ({ postId } = await aPost(GOLESTAN, "representative"));
}, 60_000);

const said = (more: Record<string, string> = {}) =>
  PlanVisit.parse({
    visitor: `post:${postId}`,
    target: `division:${GORGAN}`,
    purpose: "دیدن روند کار شهرستان",
    plannedOn: "۱۴۰۵/۱۰/۰۳",
    startsAt: "۹",
    endsAt: "۱۱:۳۰",
    ...more,
  });
const read = <T>(actor: PlacedActor, work: Parameters<typeof within<T>>[1]) => within(actor, work);
const seen = (actor: PlacedActor, id: string) => read(actor, (db) => getVisit(db, actor.place, id));
const planned = async (more?: Record<string, string>) => (await planVisit(golestan, said(more), now)).id;
const revisionOf = async (id: string) => (await seen(golestan, id)).revision;
const press = async (id: string) => ({ revision: await revisionOf(id) });
const announced = async (more?: Record<string, string>) => {
  const id = await planned(more);
  await announceVisit(golestan, id, await press(id), now);
  return id;
};
const made = async (more?: Record<string, string>) => {
  const id = await announced(more);
  await settleMade(golestan, id, await press(id), now);
  return id;
};
const found = async (visitId: string, text = "چراغ معبر خاموش است") =>
  (await addFinding(golestan, visitId, AddFinding.parse({ text }), null, now)).id;
const orderOf = (...to: string[]) =>
  IssueDecision.parse({
    title: "از بازدید",
    text: "چراغ‌های معبر درست شود",
    to,
    kind: "dated",
    dueOn: "۱۴۰۵/۱۱/۰۱",
  });
const missed = (excused: "yes" | "no", revision: number) =>
  MissVisit.parse({ reason: "جلسه فوری استان", excused, revision: String(revision) });

describe("a planned visit", () => {
  test("is the place's own until it is announced; then the place visited and the level above read it", async () => {
    const id = await planned({ companions: "علی رضایی، کارشناس" });
    expect(await seen(golestan, id)).toMatchObject({
      state: "planned",
      startsAt: "09:00",
      endsAt: "11:30",
      targetDivisionId: GORGAN,
      companions: "علی رضایی، کارشناس",
    });
    for (const other of [gorgan, aqqala, mazandaran, nation])
      await expect(seen(other, id)).rejects.toMatchObject({ kind: "missing" });
    await announceVisit(golestan, id, { revision: 1 }, now);
    expect(await seen(gorgan, id)).toMatchObject({ state: "announced", companions: null });
    expect(await seen(nation, id)).toMatchObject({ state: "announced", companions: null });
    for (const other of [aqqala, mazandaran])
      await expect(seen(other, id)).rejects.toMatchObject({ kind: "missing" });
    const here = await read(gorgan, (db) => listVisitsHere(db, GORGAN, { view: "coming" }, 200));
    expect(here.rows.map((row) => row.id)).toContain(id);
    const there = await read(aqqala, (db) => listVisitsHere(db, AQQALA, { view: "coming" }, 200));
    expect(there.rows).toEqual([]);
  });

  test("is planned by those who keep the meetings, to a place and by an official that are its own; a refusal leaves no trace", async () => {
    const before = await ownerRows("select 1 from visit");
    await expect(planVisit(actorOf(GORGAN, "governor"), said(), now)).rejects.toMatchObject({
      kind: "forbidden",
    });
    for (const target of [`division:${MAZANDARAN}`, `office:${office("education", GORGAN)}`, "locality:x"])
      await expect(planVisit(golestan, said({ target }), now)).rejects.toMatchObject({
        kind: "invalid",
        code: "visits.unknown-target",
      });
    await expect(
      planVisit(golestan, said({ visitor: `office:${office("education", GORGAN)}` }), now),
    ).rejects.toMatchObject({ kind: "invalid", code: "visits.unknown-visitor" });
    expect(await ownerRows("select 1 from visit")).toHaveLength(before.length);
  });

  test("goes to a locality of a county's own, by an office of the county", async () => {
    await asOwner((owner) =>
      owner.query(
        `insert into catalogue_entry (division_id, kind, code, fa, en, position, published_at, revision)
         values ($1, 'locality', 'own-nodeh', 'نوده', 'Nodeh', 1, now(), 1) on conflict do nothing`,
        [GORGAN],
      ),
    );
    const { id } = await planVisit(
      gorgan,
      said({ target: "locality:own-nodeh", visitor: `office:${office("education", GORGAN)}` }),
      now,
    );
    expect(await seen(gorgan, id)).toMatchObject({
      targetKind: "locality",
      locality: "نوده",
      targetDivisionId: GORGAN,
      officeId: office("education", GORGAN),
    });
    await expect(announceVisit(golestan, id, { revision: 1 }, now)).rejects.toMatchObject({
      kind: "missing",
    });
  });

  test("is planned anew while nobody knows of it, and moved with a reason afterwards", async () => {
    const id = await planned();
    await editVisit(
      golestan,
      id,
      EditVisit.parse({
        visitor: `post:${postId}`,
        target: `division:${AQQALA}`,
        purpose: "دیدار",
        plannedOn: "۱۴۰۵/۱۰/۰۵",
        revision: "1",
      }),
      now,
    );
    expect(await seen(golestan, id)).toMatchObject({ targetDivisionId: AQQALA, plannedOn: "2026-12-26" });
    await announceVisit(golestan, id, { revision: 2 }, now);
    const again = EditVisit.parse({
      visitor: `post:${postId}`,
      target: `division:${GORGAN}`,
      purpose: "دیدار",
      plannedOn: "۱۴۰۵/۱۰/۰۵",
      revision: "3",
    });
    await expect(editVisit(golestan, id, again, now)).rejects.toMatchObject({
      kind: "conflict",
      code: "visits.too-late.announced",
    });
    const move = (day: string, revision: number) =>
      MoveVisit.parse({ plannedOn: day, reason: "بارندگی", revision: String(revision) });
    await expect(moveVisit(golestan, id, move("۱۴۰۵/۱۰/۰۱", 3), now)).rejects.toMatchObject({
      code: "visits.announce-in-past",
    });
    await moveVisit(golestan, id, move("۱۴۰۵/۱۰/۰۸", 3), now);
    expect(await seen(golestan, id)).toMatchObject({
      plannedOn: "2026-12-29",
      movedFrom: "2026-12-26",
      moves: 1,
      startsAt: null,
    });
  });

  test("of a day that has passed is not announced", async () => {
    const id = await planned({ plannedOn: "۱۴۰۵/۱۰/۰۲" });
    await expect(announceVisit(golestan, id, { revision: 1 }, now)).rejects.toMatchObject({
      code: "visits.announce-in-past",
    });
    await settleMade(golestan, id, { revision: 1 }, now);
    expect(await seen(golestan, id)).toMatchObject({ state: "made" });
  });

  test("is taken on by one of two who press at once", async () => {
    const id = await planned();
    const both = await Promise.allSettled([
      announceVisit(golestan, id, { revision: 1 }, now),
      cancelVisit(actorOf(GOLESTAN, "provincial-expert"), id, { reason: "تداخل", revision: 1 }, now),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { kind: "conflict" } });
    const kept = await ownerRows<{ state: string }>("select state from visit where id = $1", [id]);
    expect(["announced", "cancelled"]).toContain(kept[0]?.state);
  });
});

describe("a no-show", () => {
  test("needs an announcement and a day that has come, keeps its reason, and is read by the place visited", async () => {
    const quiet = await planned();
    await expect(settleNoShow(golestan, quiet, missed("no", 1), now)).rejects.toMatchObject({
      kind: "conflict",
      code: "visits.too-late.planned",
    });
    const early = await announced({ plannedOn: "۱۴۰۵/۱۰/۱۰" });
    await expect(settleNoShow(golestan, early, missed("no", 2), now)).rejects.toMatchObject({
      code: "visits.settled-early",
    });
    await expect(settleMade(golestan, early, { revision: 2 }, now)).rejects.toMatchObject({
      code: "visits.settled-early",
    });
    const id = await announced();
    await settleNoShow(golestan, id, missed("no", 2), now);
    expect(await seen(gorgan, id)).toMatchObject({
      state: "no-show",
      excused: false,
      reason: "جلسه فوری استان",
    });
    await excuseNoShow(golestan, id, missed("yes", 3));
    expect(await seen(gorgan, id)).toMatchObject({ state: "no-show", excused: true });
    await expect(settleMade(golestan, id, { revision: 4 }, now)).rejects.toMatchObject({
      code: "visits.too-late.no-show",
    });
  });

  test("is refused after the visit was made", async () => {
    const id = await made();
    await expect(settleNoShow(golestan, id, missed("no", 3), now)).rejects.toMatchObject({
      kind: "conflict",
      code: "visits.too-late.made",
    });
    expect(await seen(golestan, id)).toMatchObject({ state: "made", excused: null });
  });
});

describe("a report", () => {
  test("keeps the words in which its questions were asked, and is read elsewhere when it is finished", async () => {
    const id = await made();
    const questions = await read(golestan, (db) => questionsOf(db, golestan.place, "division", TODAY));
    const [first, second] = questions;
    if (!first || !second) throw new Error("the base has questions");
    await writeReport(
      golestan,
      id,
      WriteReport.parse({
        summary: "کار پیش می‌رود",
        answers: [
          { code: first.code, answer: "yes" },
          { code: second.code, answer: "no", note: "از تیر تاکنون" },
          { code: "unknown", answer: "yes" },
        ],
        revision: "0",
      }),
      now,
    );
    await asOwner((owner) =>
      owner.query("update catalogue_entry set fa = 'واژه دیگر' where code = $1 and division_id = 0", [
        first.code,
      ]),
    );
    const report = await read(golestan, async (db) => getReport(db, await getVisit(db, golestan.place, id)));
    expect(report).toMatchObject({
      summary: "کار پیش می‌رود",
      revision: 1,
      answers: [
        { code: first.code, fa: first.fa, answer: "yes" },
        { code: second.code, answer: "no", note: "از تیر تاکنون" },
      ],
    });
    const findingId = await found(id);
    const ofGorgan = async () =>
      read(gorgan, async (db) => {
        const visit = await getVisit(db, gorgan.place, id);
        return {
          report: await getReport(db, visit),
          findings: await listFindings(db, visit),
        };
      });
    expect(await ofGorgan()).toEqual({
      report: { summary: null, revision: 0, answers: [] },
      findings: [],
    });
    await expect(read(gorgan, (db) => getFinding(db, gorgan.place, findingId))).rejects.toMatchObject({
      kind: "missing",
    });
    await finishReport(golestan, id, await press(id), now);
    const theirs = await ofGorgan();
    expect(theirs.report.answers).toHaveLength(2);
    expect(theirs.findings).toMatchObject([{ id: findingId }]);
    await expect(read(aqqala, (db) => getFinding(db, aqqala.place, findingId))).rejects.toMatchObject({
      kind: "missing",
    });
  });

  test("of two who write the checklist at once keeps one, and shows it to the other", async () => {
    const id = await made();
    const write = (summary: string) =>
      writeReport(golestan, id, WriteReport.parse({ summary, revision: "0" }), now);
    const both = await Promise.allSettled([write("یکی"), write("دیگری")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { kind: "conflict", code: "refusal.changed", details: { revision: 1 } },
    });
  });

  test("that is empty is not finished, and one that is finished stays, whoever writes", async () => {
    const id = await made();
    await expect(finishReport(golestan, id, await press(id), now)).rejects.toMatchObject({
      code: "visits.report.empty",
    });
    const findingId = await found(id);
    await finishReport(golestan, id, await press(id), now);
    const revision = await revisionOf(id);
    for (const late of [
      () => found(id),
      () => editFinding(golestan, findingId, { text: "دیگر", revision: 1 }),
      () => removeFinding(golestan, findingId),
      () => writeReport(golestan, id, WriteReport.parse({ summary: "دیر", revision: "0" }), now),
      () => finishReport(golestan, id, { revision }, now),
      () => cancelVisit(golestan, id, { reason: "دیر", revision }, now),
    ])
      await expect(late()).rejects.toMatchObject({ kind: "conflict", code: "visits.too-late.reported" });
    for (const statement of [
      "update visit_finding set text = 'x' where visit_id = $1",
      "delete from visit_finding where visit_id = $1",
      "insert into visit_report (division_id, visit_id, updated_at, updated_by_name) select division_id, id, now(), 'x' from visit where id = $1",
      "update visit set purpose = 'x' where id = $1",
    ]) {
      await expect(
        within(golestan, (db) => db.$executeRawUnsafe(statement.replace("$1", `'${id}'`))),
      ).rejects.toThrow(/finished|over/);
      if (statement.startsWith("insert")) continue;
      await expect(asOwner((owner) => owner.query(statement, [id]))).rejects.toThrow(/finished|over/);
    }
  });
});

describe("a finding", () => {
  const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

  test("carries a picture, sealed under its own id, and nothing that is none", async () => {
    const id = await made();
    const { id: findingId } = await addFinding(
      golestan,
      id,
      AddFinding.parse({ text: "دیوار ترک خورده", spot: "مدرسه شهید رجایی" }),
      { bytes: PNG, name: "wall.png" },
      now,
    );
    expect(await read(golestan, (db) => getFinding(db, golestan.place, findingId))).toMatchObject({
      fileName: "wall.png",
      fileType: "image/png",
      spot: "مدرسه شهید رجایی",
    });
    await expect(
      addFinding(
        golestan,
        id,
        AddFinding.parse({ text: "متن" }),
        { bytes: new TextEncoder().encode("hello"), name: "x.txt" },
        now,
      ),
    ).rejects.toMatchObject({ kind: "invalid", code: "refusal.file-type" });
    await removeFinding(golestan, findingId);
    expect(
      await read(golestan, async (db) => listFindings(db, await getVisit(db, golestan.place, id))),
    ).toEqual([]);
  });

  test("becomes an obligation once, however often and by however many it is ordered", async () => {
    const id = await made();
    const findingId = await found(id);
    const to = `office:${office("power-distribution")}`;
    const all = await Promise.all([
      orderFinding(golestan, findingId, orderOf(to), now),
      orderFinding(actorOf(GOLESTAN, "provincial-expert"), findingId, orderOf(to), now),
    ]);
    expect(all.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
    const third = await orderFinding(golestan, findingId, orderOf(`office:${office("education")}`), now);
    expect(third).toEqual({ id: findingId, isNew: false });
    const owed = await ownerRows<{ office_id: string; source_kind: string }>(
      "select office_id, source_kind from obligation where source_id = $1",
      [findingId],
    );
    expect(owed).toEqual([{ office_id: office("power-distribution"), source_kind: "decision" }]);
    expect(
      await read(golestan, async (db) => listOrdered(db, await getVisit(db, golestan.place, id), TODAY)),
    ).toMatchObject([{ findingId, owed: 1, open: 1, overdue: 0, verified: 0 }]);
    await expect(removeFinding(golestan, findingId)).rejects.toMatchObject({
      code: "visits.finding.ordered",
    });
    const [event] = await ownerRows<{ n: number }>(
      "select count(*)::int as n from outbox_event where type = 'ObligationsIssued' and payload->>'issuanceId' = $1",
      [findingId],
    );
    expect(event?.n).toBe(1);
  });

  test("is ordered after the report is finished too, by who may issue, and by no neighbour", async () => {
    const id = await made();
    const findingId = await found(id);
    await finishReport(golestan, id, await press(id), now);
    const order = orderOf(`office:${office("education")}`);
    await expect(orderFinding(actorOf(GORGAN, "assistant"), findingId, order, now)).rejects.toMatchObject({
      kind: "missing",
    });
    await expect(orderFinding(mazandaran, findingId, order, now)).rejects.toMatchObject({ kind: "missing" });
    await expect(orderFinding(actorOf(GORGAN, "expert"), findingId, order, now)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(orderFinding(golestan, findingId, orderOf(`office:${uuidv7()}`), now)).rejects.toMatchObject(
      { kind: "missing" },
    );
    expect(await ownerRows("select 1 from issuance where id = $1", [findingId])).toEqual([]);
    expect(await orderFinding(golestan, findingId, order, now)).toMatchObject({ isNew: true });
  });
});

test("visits are listed page after page, each of them once, what is to come from the next day on", async () => {
  const ids = new Set<string>();
  for (const day of ["۱۴۰۵/۱۱/۰۳", "۱۴۰۵/۱۱/۰۱", "۱۴۰۵/۱۱/۰۲", "۱۴۰۵/۱۱/۰۱"])
    ids.add(await planned({ plannedOn: day }));
  const all: { id: string; plannedOn: string }[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listVisits>> = await read(golestan, (db) =>
      listVisits(db, GOLESTAN, { view: "coming", after }, 2),
    );
    all.push(...page.rows.map(({ id, plannedOn }) => ({ id, plannedOn })));
    after = page.next;
  } while (after);
  const kept = await ownerRows<{ id: string }>(
    "select id::text from visit where division_id = $1 and state in ('planned', 'announced')",
    [GOLESTAN],
  );
  expect(all.map(({ id }) => id).sort()).toEqual(kept.map(({ id }) => id).sort());
  expect(all.map(({ plannedOn }) => plannedOn)).toEqual(all.map(({ plannedOn }) => plannedOn).sort());
  expect(all.filter(({ id }) => ids.has(id))).toHaveLength(4);
});
