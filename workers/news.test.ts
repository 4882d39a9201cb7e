import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { actorOf, AQQALA, GOLESTAN, GORGAN, NATION } from "../tests/factories/actors";
import { closeCounty } from "~/areas/divisions/commands/close-county.server";
import { createCounty } from "~/areas/divisions/commands/create-county.server";
import { reopenCounty } from "~/areas/divisions/commands/reopen-county.server";
import { isoDate } from "~/lib/jalali";
import { demandsOf } from "../tests/factories/demands";
import { aPerson } from "../tests/factories/network";
import { anObstacle } from "../tests/factories/obstacles";
import { asOwner, openOffice } from "../tests/factories/offices";
import { anAdministrator, plantPlaces } from "../tests/factories/posts";
import { Records } from "../tests/factories/records";
import { ownerRows } from "../tests/setup/owner";
import { announceVisit } from "~/areas/visits/commands/announce-visit.server";
import { cancelVisit } from "~/areas/visits/commands/cancel-visit.server";
import { moveVisit } from "~/areas/visits/commands/move-visit.server";
import { planVisit } from "~/areas/visits/commands/plan-visit.server";
import { MoveVisit, PlanVisit } from "~/areas/visits/schema";
import { areaRules } from "~/abilities";
import { systemActor } from "~/actor.server";
import { appointHolder } from "~/areas/posts/commands/appoint-holder.server";
import { issueHolderLink } from "~/areas/posts/commands/issue-holder-link.server";
import { judgeDemand } from "~/areas/demands/commands/judge-demand.server";
import { MinutesIssued } from "~/areas/meetings/events";
import { assignCalls } from "~/areas/network/commands/assign-calls.server";
import { acceptRelocation } from "~/areas/network/commands/relocation/accept-relocation.server";
import { consentToRelocation } from "~/areas/network/commands/relocation/consent-to-relocation.server";
import { offerRelocation } from "~/areas/network/commands/relocation/offer-relocation.server";
import { registerPerson } from "~/areas/network/commands/register-person.server";
import { markAllRead, markRead } from "~/areas/notifications/commands/mark-read.server";
import { countUnread, listNotifications } from "~/areas/notifications/queries.server";
import {
  ObligationEnded,
  ObligationReDated,
  ObligationRejected,
  ObligationReported,
  ObligationVerified,
} from "~/areas/obligations/events";
import { answerObstacle } from "~/areas/obstacles/commands/answer-obstacle.server";
import { contestObstacle } from "~/areas/obstacles/commands/contest-obstacle.server";
import { raiseObstacle } from "~/areas/obstacles/commands/raise-obstacle.server";
import { getObstacle } from "~/areas/obstacles/queries.server";
import { GlassOpened } from "~/areas/network/events";
import {
  ReportAccepted,
  ReportCommented,
  ReportReminded,
  ReportReturned,
  ReportSubmitted,
} from "~/areas/reports/events";
import type { PlacedActor } from "~/kernel/actor";
import { abilityFrom } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import type { Event } from "~/kernel/event";
import { emit } from "~/kernel/outbox.server";
import { embeddedQueue } from "~/kernel/queue-embedded.server";
import type { QueueJob } from "~/kernel/queue-port";
import { uuidv7 } from "~/lib/identifiers";
import { startWorkers, type Workers } from "./index";
import { reactions } from "./reactions";

const now = new Date("2026-12-24T05:30:00Z");

/** Somebody who holds a post of the role, with an account that can be told. */
async function holder(
  place: number,
  role: Parameters<typeof actorOf>[1],
  ended = false,
): Promise<PlacedActor> {
  const [account, post] = [uuidv7(), uuidv7()];
  await ownerRows("insert into account (id, full_name) values ($1, 'نرگس شکیبا')", [account]);
  await ownerRows(
    `insert into post (division_id, id, role, title_fa, title_en, opened_on) values ($1, $2, $3, $3, $3, '2022-09-11')`,
    [place, post, role],
  );
  await ownerRows(
    `insert into appointment (division_id, id, post_id, account_id, holder_name, order_number, starts_on, ended_at, created_by_key)
     values ($1, $2, $3, $4, 'نرگس شکیبا', '1', '2023-01-01', $5, 'test')`,
    [place, uuidv7(), post, account, ended ? new Date("2024-01-01") : null],
  );
  return actorOf(place, role, account);
}

let workers: Workers;
let records: Records;
let power: string;
let assistant: PlacedActor;
let governor: PlacedActor;
let former: PlacedActor;
let neighbour: PlacedActor;
let province: PlacedActor;
let nation: PlacedActor;
let of: ReturnType<typeof demandsOf>;

beforeAll(async () => {
  await plantPlaces();
  power = await asOwner((owner) => openOffice(owner, GORGAN, "power-distribution"));
  assistant = await holder(GORGAN, "assistant");
  governor = await holder(GORGAN, "governor");
  former = await holder(GORGAN, "expert", true);
  neighbour = await holder(AQQALA, "assistant");
  province = await holder(GOLESTAN, "provincial-expert");
  nation = await holder(NATION, "national-officer");
  of = demandsOf(assistant, power, now);
  records = await Records.open();
  workers = startWorkers(embeddedQueue());
}, 60_000);
afterAll(async () => {
  await workers.stop();
  await records.close();
});

const told = async (who: PlacedActor) =>
  (await within(who, (db) => listNotifications(db, who.place.id, who.accountId ?? ""))).rows;
const newestOf = async (who: PlacedActor, key: string) => (await told(who)).find((row) => row.key === key);
const hears = (who: PlacedActor, key: string, like: object = {}) =>
  vi.waitFor(async () => expect(await newestOf(who, key)).toMatchObject(like), {
    timeout: 15_000,
    interval: 100,
  });
/** Waits until everything that was emitted has been carried and handled. */
const settled = () =>
  vi.waitFor(
    async () => {
      const [waiting] = await ownerRows<{ n: number }>(
        `select ((select count(*) from outbox_event where relayed_at is null)
          + (select count(*) from job where state in ('waiting', 'active')))::int as n`,
      );
      expect(waiting?.n).toBe(0);
    },
    { timeout: 15_000, interval: 100 },
  );
const happens = <P extends Record<string, unknown>>(who: PlacedActor, event: Event<P>, payload: P) =>
  within(who, (db) => emit(db, who, event, payload));

describe("a demand's answer and the citizen's word", () => {
  test("reach everybody in force in the county through the worker, and nobody else", async () => {
    const { id, citizen } = await of.answered();
    await judgeDemand(citizen, { verdict: "no" }, now);
    for (const who of [assistant, governor]) {
      await hears(who, "demand-answered", { href: `/${GORGAN}/demands/${id}`, readAt: null });
      await hears(who, "demand-judged-no");
    }
    await settled();
    for (const who of [former, neighbour, province, nation]) expect(await told(who)).toEqual([]);
  });

  test("hold nothing of the citizen", async () => {
    const text = JSON.stringify(await ownerRows("select key, params, href from notification"));
    for (const secret of ["مریم", "یوسفی", "989111234567", "چراغ"]) expect(text).not.toContain(secret);
  });

  test("are told once, however often the job comes", async () => {
    await settled();
    const before = (await told(assistant)).length;
    const jobs = await ownerRows<{ id: string; name: string; payload: QueueJob["data"] }>(
      "select id, name, payload from job where name = 'tell-of-demand'",
    );
    expect(jobs.length).toBeGreaterThan(0);
    const twins = jobs.map(({ id, name, payload }) => ({ id: `${id}.twin`, name, data: payload }));
    await workers.queue.add(twins);
    await settled();
    const [done] = await ownerRows<{ n: number }>(
      "select count(*)::int as n from job where id like '%.twin' and state = 'done'",
    );
    expect(done?.n).toBe(twins.length);
    expect(await told(assistant)).toHaveLength(before);
  });
});

test("a member who goes over is told of to both counties, by no name, and leaves the first when the second accepts", async () => {
  const { id: personId } = await registerPerson(assistant, aPerson({ fullName: "سیمین دلاور" }), now);
  const { id } = await offerRelocation(assistant, personId, { county: AQQALA, reason: "work" }, now);
  const member = { divisionId: GORGAN, personId };
  const who = { ...(await systemActor(GORGAN)), key: `member:${uuidv7()}`, member };
  const hand = { ...who, ability: abilityFrom(who, areaRules) };
  await consentToRelocation(hand, id, { luggage: [], sure: "on" }, now);
  const from = { nameFa: "گرگان" };
  await hears(neighbour, "relocation-waits", { params: from, href: `/${AQQALA}/network/relocations/${id}` });
  await hears(assistant, "relocation-consented", { href: `/${GORGAN}/network/relocations/${id}` });
  await acceptRelocation(neighbour, id, { tier: "wide", joins: false }, now);
  await hears(assistant, "relocation-accepted");
  await settled();
  const rows = await ownerRows("select state from person where full_name = 'سیمین دلاور' order by state");
  expect(rows).toEqual([{ state: "active" }, { state: "archived" }]);
  expect(JSON.stringify(await ownerRows("select params, href from notification"))).not.toContain("سیمین");
  for (const one of [province, nation]) expect(await newestOf(one, "relocation-waits")).toBeUndefined();
});

test("a look of the province is told to its county alone, and neither who looks nor why", async () => {
  const grantId = uuidv7();
  await ownerRows(
    `insert into glass_grant (division_id, id, source_division_id, appointment_id, opened_by_key, opened_by_name, reason, minutes)
     values ($1, $2, $3, $4, $5, 'لیلا مهرآور', 'شکایت یکی از اعضا', 30)`,
    [GORGAN, grantId, GOLESTAN, uuidv7(), province.key],
  );
  await happens(province, GlassOpened, { grantId, countyId: GORGAN });
  for (const who of [assistant, governor])
    await hears(who, "glass-opened", { params: { count: 30 }, href: `/${GORGAN}/glass/seen/${grantId}` });
  await settled();
  for (const who of [neighbour, province, nation])
    expect(await newestOf(who, "glass-opened")).toBeUndefined();
});

test("minutes issued by the province reach every place that owes, with its count", async () => {
  const [minutesId, resolutionId] = [uuidv7(), uuidv7()];
  await records.query(
    `insert into minutes (division_id, id, title, agenda, source_hash, issued_at, issued_by_name, created_by_key)
     values ($1, $2, 'شورای اداری', '{}', 'hash', now(), 'test', 'test')`,
    [GOLESTAN, minutesId],
  );
  await records.query(
    `insert into resolution (division_id, id, minutes_id, number, text, refers_to, deadline_kind)
     values ($1, $2, $3, 1, 'متن', '{}', 'none')`,
    [GOLESTAN, resolutionId, minutesId],
  );
  for (const [place, count] of [
    [GORGAN, 2],
    [AQQALA, 1],
  ] as const)
    for (let n = 0; n < count; n += 1)
      await records.obligation("2027-01-01", {
        division_id: place,
        source_id: resolutionId,
        source_title: "شورای اداری",
      });
  await happens(province, MinutesIssued, { minutesId });
  const from = { title: "شورای اداری" };
  await hears(assistant, "minutes-issued", {
    params: { ...from, count: 2 },
    href: `/${GORGAN}/obligations?end=owed`,
  });
  await hears(neighbour, "minutes-issued", { params: { ...from, count: 1 } });
});

test("an obligation's report reaches its issuer, and the verdict its debtor; nobody hears of his own deed", async () => {
  const id = await records.obligation("2027-01-01", { reported_by_key: assistant.key });
  const payload = { divisionId: GORGAN, obligationId: id };
  await happens(assistant, ObligationReported, payload);
  await hears(province, "obligation-reported", { href: `/${GOLESTAN}/obligations/${id}` });
  await happens(province, ObligationRejected, payload);
  await hears(governor, "obligation-rejected", { href: `/${GORGAN}/obligations/${id}` });
  await happens(province, ObligationVerified, payload);
  await hears(assistant, "obligation-verified");
  await happens(province, ObligationReDated, payload);
  await hears(governor, "obligation-re-dated", { href: `/${GORGAN}/obligations/${id}` });
  await happens(province, ObligationEnded, { ...payload, withChildren: true });
  await hears(assistant, "obligation-ended", { href: `/${GORGAN}/obligations/${id}` });
  const own = await records.obligation("2027-01-01", {
    source_division_id: GORGAN,
    reported_by_key: assistant.key,
  });
  await happens(assistant, ObligationReported, { divisionId: GORGAN, obligationId: own });
  await hears(governor, "obligation-reported");
  await settled();
  expect(await newestOf(assistant, "obligation-reported")).toBeUndefined();
});

test("an obstacle reaches the province, its answer the county, and a refusal of the answer the province again", async () => {
  const { id } = await raiseObstacle(assistant, anObstacle(), now);
  const read = async () => within(assistant, (db) => getObstacle(db, assistant.place, id));
  const legId = (await read()).legs[0]?.id ?? "";
  await hears(province, "obstacle-raised", { href: `/${GOLESTAN}/obstacles/received/${legId}` });
  await answerObstacle(province, legId, { answerKind: "partly", answerText: "پاسخ", revision: 1 }, now);
  await hears(assistant, "obstacle-answered", { href: `/${GORGAN}/obstacles/${id}` });
  await contestObstacle(assistant, id, { reason: "هنوز مانده است", revision: (await read()).revision }, now);
  await hears(province, "obstacle-contested");
});

test("a visit that is announced, moved and called off reaches the place visited and the office whose head visits, and no neighbour", async () => {
  const roads = await asOwner((owner) => openOffice(owner, GOLESTAN, "power-distribution"));
  const officer = uuidv7();
  await ownerRows("insert into account (id, full_name) values ($1, 'مسئول اداره')", [officer]);
  await ownerRows(
    `insert into office_appointment (division_id, id, office_id, kind, account_id, title_fa, title_en, holder_name, order_number,
      starts_on, created_by_key) values ($1, $2, $3, 'officer', $4, 'مدیر', 'Manager', 'مسئول', '1', '2023-01-01', 'test')`,
    [GOLESTAN, uuidv7(), roads, officer],
  );
  const { id } = await planVisit(
    province,
    PlanVisit.parse({
      visitor: `office:${roads}`,
      target: `division:${GORGAN}`,
      purpose: "گفت‌وگو با مردم",
      plannedOn: "۱۴۰۵/۱۰/۰۸",
    }),
    now,
  );
  await settled();
  expect(await newestOf(assistant, "visit-announced")).toBeUndefined();
  await announceVisit(province, id, { revision: 1 }, now);
  const like = { href: `/${GORGAN}/visits/${id}`, readAt: null };
  for (const who of [assistant, governor]) await hears(who, "visit-announced", like);
  await moveVisit(
    province,
    id,
    MoveVisit.parse({ plannedOn: "۱۴۰۵/۱۰/۰۹", reason: "بارندگی", revision: "2" }),
    now,
  );
  await hears(assistant, "visit-moved", like);
  await cancelVisit(province, id, { reason: "سفر", revision: 3 }, now);
  await hears(assistant, "visit-cancelled", like);
  await settled();
  const heard = await ownerRows<{ key: string }>(
    "select key from notification where account_id = $1 and office_id = $2 order by created_at, key",
    [officer, roads],
  );
  expect(heard.map(({ key }) => key).sort()).toEqual(["visit-announced", "visit-cancelled", "visit-moved"]);
  expect((await told(assistant)).filter(({ key }) => key.startsWith("visit-"))).toHaveLength(3);
  expect((await told(neighbour)).filter(({ key }) => key.startsWith("visit-"))).toEqual([]);
});

test("calls given to an official are told to him alone, with their number and no name, and not to whoever took them himself", async () => {
  const expert = await holder(GORGAN, "expert");
  const silent = await Promise.all([
    registerPerson(assistant, aPerson({ fullName: "گلنار آتابای" }), now),
    registerPerson(assistant, aPerson({ fullName: "رضا نظری" }), now),
  ]);
  const personIds = silent.map(({ id }) => id);
  await assignCalls(assistant, { personIds, to: `account:${expert.accountId}` }, now);
  await hears(expert, "calls-assigned", { href: `/${GORGAN}/network/calls`, params: { count: 2 } });
  await assignCalls(assistant, { personIds, to: `account:${assistant.accountId}` }, now);
  await settled();
  for (const who of [assistant, governor, neighbour])
    expect(await newestOf(who, "calls-assigned")).toBeUndefined();
});

test("a place hears of everybody who comes to hold or act for its posts, and of every link that opens one", async () => {
  const [post] = await ownerRows<{ id: string }>(
    `insert into post (division_id, id, role, title_fa, title_en, opened_on)
     values ($1, gen_random_uuid(), 'expert', 'کارشناس آزمون', 'Expert', '2022-09-11') returning id`,
    [GORGAN],
  );
  const representative = await holder(GOLESTAN, "representative");
  const appointed = await appointHolder(
    representative,
    { divisionId: GORGAN, postId: post?.id ?? "" },
    { fullName: "آرش بامداد", mobile: "+989110000777", orderNumber: "12", startsOn: "2026-12-24" },
    now,
  );
  const about = { params: { nameFa: "کارشناس آزمون", nameEn: "Expert" }, href: `/${GORGAN}/posts/${GORGAN}` };
  await hears(assistant, "holder-appointed", about);
  await issueHolderLink(representative, { divisionId: GORGAN, appointmentId: appointed.id });
  await hears(assistant, "holder-link", about);
  await settled();
  expect(await newestOf(neighbour, "holder-link")).toBeUndefined();
});

test("a report reaches the level above when it is sent, and its own place when it is decided", async () => {
  const reportId = uuidv7();
  await records.query(
    `insert into report (division_id, id, period, version, state, due_on) values ($1, $2, '1405-Q3', 1, 'submitted', '2027-01-05')`,
    [GORGAN, reportId],
  );
  const payload = { divisionId: GORGAN, reportId };
  await happens(assistant, ReportSubmitted, payload);
  await hears(province, "report-submitted", {
    href: `/${GOLESTAN}/reports/${GORGAN}/1405-Q3`,
    params: { period: "1405-Q3" },
  });
  await happens(province, ReportCommented, payload);
  await hears(assistant, "report-commented", { href: `/${GORGAN}/report/1405-Q3` });
  await happens(province, ReportReturned, payload);
  await hears(assistant, "report-returned", { href: `/${GORGAN}/report/1405-Q3` });
  await happens(province, ReportAccepted, payload);
  await hears(governor, "report-accepted");
});

test("a place hears of a report that it has not sent, the level above of one that stays out, and nobody of one that was sent", async () => {
  const about = { divisionId: AQQALA, period: "1405-Q3", day: "2027-01-05" } as const;
  await happens(neighbour, ReportReminded, { ...about, kind: "overdue" });
  await hears(neighbour, "report-overdue", {
    href: `/${AQQALA}/report/1405-Q3`,
    params: { period: "1405-Q3", day: "2027-01-05" },
  });
  await happens(neighbour, ReportReminded, { ...about, kind: "silent" });
  await hears(province, "report-silent", { href: `/${GOLESTAN}/reports?period=1405-Q3&show=missing` });
  await settled();
  expect(await newestOf(neighbour, "report-silent")).toBeUndefined();
  // The report of Gorgan lies with the province.
  await happens(assistant, ReportReminded, { ...about, divisionId: GORGAN, kind: "overdue" });
  await settled();
  expect(await newestOf(assistant, "report-overdue")).toBeUndefined();
});

describe("reading", () => {
  test("one marks that one, and only one's own", async () => {
    await settled();
    const [row] = await told(assistant);
    const unread = () => within(assistant, (db) => countUnread(db, GORGAN, assistant.accountId ?? ""));
    const before = await unread();
    await expect(markRead(governor, row?.id ?? "", now)).rejects.toMatchObject({ kind: "missing" });
    await expect(markRead(neighbour, row?.id ?? "", now)).rejects.toMatchObject({ kind: "missing" });
    expect(await markRead(assistant, row?.id ?? "", now)).toEqual({ href: row?.href });
    expect(await unread()).toBe(before - 1);
  });

  test("all leaves the colleague's unread", async () => {
    await settled();
    await markAllRead(assistant, now);
    expect((await told(assistant)).every((row) => row.readAt !== null)).toBe(true);
    expect((await told(governor)).some((row) => row.readAt === null)).toBe(true);
  });
});

test("every reaction has a name of its own, by which the worker finds it", () => {
  const runs = new Set(Object.values(reactions).flat());
  expect(new Set([...runs].map(({ name }) => name)).size).toBe(runs.size);
});

test("a county's closing is told once to its province and to its successor, and so is that it was taken back", async () => {
  const administrator = anAdministrator();
  const { id } = await createCounty(
    administrator,
    GOLESTAN,
    {
      nameFa: "مرزبانان",
      nameEn: "Marzbanan",
      code: undefined,
      grade: "ordinary",
      validFrom: isoDate("2026-03-21"),
    },
    now,
  );
  await closeCounty(administrator, id, { closedOn: isoDate("2026-12-24"), successorIds: [AQQALA] }, now);
  const params = { nameFa: "مرزبانان", nameEn: "Marzbanan" };
  await hears(province, "county-closed", { params, href: `/${GOLESTAN}/posts` });
  await hears(neighbour, "county-succeeded", { params, href: `/${AQQALA}` });
  await settled();
  await reopenCounty(administrator, id, now);
  await hears(province, "county-reopened", { params });
  await hears(neighbour, "county-reopened", { params });
  await settled();
  for (const key of ["county-closed", "county-reopened"])
    expect((await told(province)).filter((row) => row.key === key)).toHaveLength(1);
  for (const who of [assistant, nation])
    for (const key of ["county-closed", "county-succeeded", "county-reopened"])
      expect(await newestOf(who, key)).toBeUndefined();
});
