import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { requestScope, standingCookie } from "~/actor.server";
import { doorActor, openSession } from "~/areas/identity/sessions.server";
import { reportObligation } from "~/areas/obligations/commands/report-obligation.server";
import { verifyObligation } from "~/areas/obligations/commands/verify-obligation.server";
import { approveReport } from "~/areas/reports/commands/approve-report.server";
import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { addDays, isoDate, type IsoDate } from "~/lib/jalali";
import { actorOf, AQQALA, GOLESTAN, GORGAN, MAZANDARAN, NATION } from "../../../../tests/factories/actors";
import { anAccount } from "../../../../tests/factories/identity";
import { aPost, plantPlaces } from "../../../../tests/factories/posts";
import { Records } from "../../../../tests/factories/records";
import { aSubmittedReport, appoint, NOW, revisionOf } from "../../../../tests/factories/reports";
import { listPosts, listPowers } from "../queries.server";
import type { NameDeputy } from "../schema";
import { appointHolder } from "./appoint-holder.server";
import { endAppointment } from "./end-appointment.server";
import { endDeputy } from "./end-deputy.server";
import { nameDeputy } from "./name-deputy.server";

// A request takes its day from the kernel's clock.
vi.hoisted(() => vi.stubEnv("CLOCK", "1405/10/03"));

const now = new Date("2026-12-24T06:00:00Z");
const today = isoDate("2026-12-24");
const LAST = isoDate("2027-01-02");
const representative = () => actorOf(GOLESTAN, "representative");

let serial = 0;
const aMobile = () => `+98912${String(6_000_000 + ++serial)}`;

let records: Records;
beforeAll(async () => {
  records = await Records.open();
  await plantPlaces();
});
afterAll(() => records.close());

/** Somebody appointed to a new post of the place, as he signs in. */
async function aHolder(place: number, role: "assistant" | "expert" = "assistant") {
  const post = await aPost(place, role);
  const mobile = aMobile();
  const account = await anAccount({ mobile, fullName: "نرگس شکیبا" });
  const { id } = await appointHolder(
    representative(),
    post,
    { fullName: "نرگس شکیبا", mobile, orderNumber: "۱", startsOn: isoDate("2026-09-01"), endsOn: undefined },
    now,
  );
  return { post, mobile, account, appointmentId: id, actor: await signIn(account.id, place) };
}
async function signIn(accountId: string, place: number): Promise<PlacedActor> {
  const actor = await findActor(accountId, place);
  if (!actor) throw new Error("no power");
  return actor;
}
async function findActor(accountId: string, place: number) {
  const cookie = (await openSession(accountId, null)).split(";")[0] ?? "";
  return (await requestScope(`/${place}`, cookie, "test")).actor;
}
const aDeputy = (given: Partial<NameDeputy> = {}): NameDeputy => ({
  fullName: "یاسمن رهنما",
  mobile: aMobile(),
  orderNumber: undefined,
  startsOn: today,
  endsOn: LAST,
  ...given,
});
async function named(holder: Awaited<ReturnType<typeof aHolder>>, given: Partial<NameDeputy> = {}) {
  const mobile = aMobile();
  const account = await anAccount({ mobile, fullName: "یاسمن رهنما" });
  const { id } = await nameDeputy(holder.actor, holder.post, aDeputy({ mobile, ...given }), now);
  return { id, account, mobile };
}
const powersOn = (accountId: string, day: IsoDate) =>
  within(doorActor, (db) => listPowers(db, accountId, day));
const refused = (kind: string, code?: string) => ({ kind, ...(code && { code }) });

describe("a deputy whom the holder named", () => {
  let holder: Awaited<ReturnType<typeof aHolder>>;
  beforeEach(async () => {
    holder = await aHolder(GORGAN);
  });

  test("has the post's power from the first day through the last, and none outside; the holder keeps his", async () => {
    const first = addDays(today, 2);
    const { account } = await named(holder, { startsOn: first });
    expect(await powersOn(account.id, addDays(first, -1))).toEqual([]);
    for (const day of [first, LAST])
      expect(await powersOn(account.id, day)).toMatchObject([
        {
          divisionId: GORGAN,
          role: "assistant",
          appointmentId: holder.appointmentId,
          actingFor: { key: holder.account.id, name: "نرگس شکیبا", until: LAST },
        },
      ]);
    expect(await powersOn(account.id, addDays(LAST, 1))).toEqual([]);
    expect(await findActor(account.id, GORGAN)).toBeNull();
    expect(await powersOn(holder.account.id, first)).toMatchObject([
      { role: "assistant", deputy: { name: "یاسمن رهنما", until: LAST } },
    ]);
  });

  test("is new to the system: a link sets the password, once", async () => {
    const { path } = await nameDeputy(holder.actor, holder.post, aDeputy(), now);
    expect(path).toMatch(/^\/link\//);
  });

  test("does what he does with the name and the key of whom he acts for", async () => {
    const { account } = await named(holder);
    const deputy = await signIn(account.id, GORGAN);
    const id = await records.obligation("2027-01-09", { state: "in-progress", source_division_id: GORGAN });
    await reportObligation(deputy, { divisionId: GORGAN, id }, { text: "انجام شد" }, undefined, now);
    const name = "یاسمن رهنما (به جانشینی نرگس شکیبا)";
    const { rows: events } = await records.query(
      "select by_name, by_key from obligation_event where obligation_id = $1",
      [id],
    );
    expect(events).toEqual([{ by_name: name, by_key: account.id }]);
    const { rows: trail } = await records.query(
      "select actor_name, actor_key, acting_for_key from audit_entry where subject_id = $1",
      [id],
    );
    expect(trail).toEqual([{ actor_name: name, actor_key: account.id, acting_for_key: holder.account.id }]);
  });

  test("comes before his own post of the place while he acts, and has that again afterwards", async () => {
    const expert = await aHolder(GORGAN, "expert");
    await nameDeputy(holder.actor, holder.post, aDeputy({ mobile: expert.mobile }), now);
    expect(await findActor(expert.account.id, GORGAN)).toMatchObject({ role: "assistant" });
    const [first, ...rest] = await powersOn(expert.account.id, addDays(LAST, 1));
    expect(first).toMatchObject({ role: "expert" });
    expect(first?.actingFor).toBeUndefined();
    expect(rest).toEqual([]);
  });

  test("works on in his own post where he chooses it, and never confirms in one what he did in the other", async () => {
    const expert = await aHolder(GORGAN, "expert");
    await nameDeputy(holder.actor, holder.post, aDeputy({ mobile: expert.mobile }), now);
    const choosing = async (postId: string) => {
      const session = (await openSession(expert.account.id, null)).split(";")[0] ?? "";
      const scope = await requestScope(
        `/${GORGAN}`,
        `${session}; ${standingCookie(GORGAN)}=${postId}`,
        "test",
      );
      if (!scope.actor) throw new Error("no power");
      return scope.actor;
    };
    const own = await choosing(expert.post.postId);
    expect(own).toMatchObject({ role: "expert", appointmentId: expert.appointmentId });
    expect(own.actingFor).toBeUndefined();
    const acting = await choosing(holder.post.postId);
    expect(acting).toMatchObject({ role: "assistant", actingFor: { key: holder.account.id } });
    for (const [reporter, verifier] of [
      [acting, own],
      [own, acting],
    ] as const) {
      const id = await records.obligation("2027-01-09", { state: "in-progress", source_division_id: GORGAN });
      await reportObligation(reporter, { divisionId: GORGAN, id }, { text: "انجام شد" }, undefined, now);
      await expect(
        verifyObligation(verifier, { divisionId: GORGAN, id }, { note: undefined }, now),
      ).rejects.toMatchObject(refused("forbidden"));
    }
    // A post of somebody else, or one that is over, is nobody's to choose.
    const other = await aHolder(GORGAN, "assistant");
    expect(await choosing(other.post.postId)).toMatchObject({
      role: "assistant",
      postId: holder.post.postId,
    });
  });

  test("names no deputy himself, and appoints nobody he acts for", async () => {
    const { account } = await named(holder);
    const deputy = await signIn(account.id, GORGAN);
    await expect(
      nameDeputy(deputy, holder.post, aDeputy({ startsOn: addDays(LAST, 1), endsOn: addDays(LAST, 2) }), now),
    ).rejects.toMatchObject(refused("forbidden"));
    const acting: PlacedActor = {
      ...representative(),
      actingFor: { key: holder.account.id, name: "نرگس شکیبا" },
    };
    const given = { fullName: "نرگس شکیبا", mobile: holder.mobile, orderNumber: "۲", startsOn: today };
    await expect(
      appointHolder(acting, await aPost(AQQALA, "assistant"), { ...given, endsOn: undefined }, now),
    ).rejects.toMatchObject({ code: "posts.oneself" });
  });

  test("is the only one in those days, also of two named at the same moment", async () => {
    await named(holder);
    await expect(
      nameDeputy(holder.actor, holder.post, aDeputy({ startsOn: LAST, endsOn: addDays(LAST, 5) }), now),
    ).rejects.toMatchObject(refused("conflict", "posts.deputy.overlaps"));
    const later = { startsOn: addDays(LAST, 1), endsOn: addDays(LAST, 3) };
    const tries = await Promise.allSettled([
      nameDeputy(holder.actor, holder.post, aDeputy(later), now),
      nameDeputy(representative(), holder.post, aDeputy(later), now),
    ]);
    expect(tries.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("acts for one post of a place at a time", async () => {
    const { mobile } = await named(holder);
    const expert = await aHolder(GORGAN, "expert");
    await expect(nameDeputy(expert.actor, expert.post, aDeputy({ mobile }), now)).rejects.toMatchObject(
      refused("conflict", "posts.deputy.acts-already"),
    );
  });

  test("is not the holder, nor anybody from a level above", async () => {
    await expect(
      nameDeputy(holder.actor, holder.post, aDeputy({ mobile: holder.mobile }), now),
    ).rejects.toMatchObject({ code: "posts.deputy.oneself" });
    const mobile = aMobile();
    await anAccount({ mobile });
    const given = { fullName: "حمید یزدان‌پناه", mobile, orderNumber: "۳", startsOn: today };
    const above = await aPost(GOLESTAN, "provincial-expert");
    await appointHolder(actorOf(NATION, "national-officer"), above, { ...given, endsOn: undefined }, now);
    await expect(nameDeputy(representative(), holder.post, aDeputy({ mobile }), now)).rejects.toMatchObject({
      code: "posts.from-above",
    });
  });

  test.each([
    ["an expert of the county", () => actorOf(GORGAN, "expert"), "forbidden"],
    ["the governor", () => actorOf(GORGAN, "governor"), "forbidden"],
    ["a provincial expert", () => actorOf(GOLESTAN, "provincial-expert"), "forbidden"],
    ["the nation, past the province", () => actorOf(NATION, "national-officer"), "forbidden"],
    ["the neighbour", () => actorOf(AQQALA, "assistant"), "missing"],
    ["another province", () => actorOf(MAZANDARAN, "representative"), "missing"],
  ] as const)("is neither named nor sent away by %s", async (_, other, kind) => {
    const { id, account } = await named(holder);
    const later = aDeputy({ startsOn: addDays(LAST, 1), endsOn: addDays(LAST, 3) });
    await expect(nameDeputy(other(), holder.post, later, now)).rejects.toMatchObject(refused(kind));
    await expect(
      endDeputy(other(), { divisionId: GORGAN, deputyId: id }, { revision: 1 }, now),
    ).rejects.toMatchObject(refused(kind));
    expect(await powersOn(account.id, today)).toHaveLength(1);
  });

  test("goes when he is sent away, with the very next request, and not twice", async () => {
    const { id, account } = await named(holder);
    const target = { divisionId: GORGAN, deputyId: id };
    await endDeputy(holder.actor, target, { revision: 1 }, now);
    expect(await findActor(account.id, GORGAN)).toBeNull();
    await expect(endDeputy(representative(), target, { revision: 2 }, now)).rejects.toMatchObject({
      code: "posts.deputy.over",
    });
  });

  test("goes with the holder, and never lasts beyond his term", async () => {
    const { account } = await named(holder);
    const target = { divisionId: GORGAN, appointmentId: holder.appointmentId };
    const until = addDays(today, 3);
    await endAppointment(representative(), target, { endsOn: until, reason: "پایان", revision: 1 }, now);
    expect(await powersOn(account.id, until)).toHaveLength(1);
    expect(await powersOn(account.id, addDays(until, 1))).toEqual([]);
    await expect(
      nameDeputy(holder.actor, holder.post, aDeputy({ startsOn: until }), now),
    ).rejects.toMatchObject({ code: "posts.deputy.beyond-term" });
    await endAppointment(representative(), target, { endsOn: today, reason: "پایان", revision: 2 }, now);
    expect(await findActor(account.id, GORGAN)).toBeNull();
  });
});

test("the level above names who acts for a vacant post, until its holder begins", async () => {
  const post = await aPost(AQQALA, "assistant");
  const mobile = aMobile();
  const account = await anAccount({ mobile, fullName: "یاسمن رهنما" });
  await expect(nameDeputy(actorOf(AQQALA, "governor"), post, aDeputy({ mobile }), now)).rejects.toMatchObject(
    refused("forbidden"),
  );
  await nameDeputy(representative(), post, aDeputy({ mobile }), now);
  expect(await findActor(account.id, AQQALA)).toMatchObject({
    role: "assistant",
    actingFor: { key: null, name: "assistant" },
  });
  const seen = await within(representative(), (db) => listPosts(db, [AQQALA], today));
  expect(seen.find((one) => one.id === post.postId)).toMatchObject({
    holder: null,
    deputies: [{ name: "یاسمن رهنما", startsOn: today, endsOn: LAST }],
  });
  const begins = addDays(today, 2);
  const successor = { fullName: "الهام نوری", mobile: aMobile(), orderNumber: "۴", startsOn: begins };
  await appointHolder(representative(), post, { ...successor, endsOn: undefined }, now);
  expect(await powersOn(account.id, addDays(begins, -1))).toHaveLength(1);
  expect(await powersOn(account.id, begins)).toEqual([]);
});

describe("deputy and holder are one hand", () => {
  const owed = (state: string, more: Record<string, unknown> = {}) =>
    records.obligation("2027-01-09", { state, source_division_id: GORGAN, ...more });
  const which = (id: string) => ({ divisionId: GORGAN, id });
  const report = (actor: PlacedActor, id: string) =>
    reportObligation(actor, which(id), { text: "انجام شد" }, undefined, now);
  const verify = (actor: PlacedActor, id: string) =>
    verifyObligation(actor, which(id), { note: undefined }, now);

  test("neither verifies what the other reported in the post; a third of the county does", async () => {
    const holder = await aHolder(GORGAN);
    const { account } = await named(holder);
    const deputy = await signIn(account.id, GORGAN);
    for (const [reporter, verifier] of [
      [deputy, holder.actor],
      [holder.actor, deputy],
    ] as const) {
      const id = await owed("in-progress");
      await report(reporter, id);
      await expect(verify(verifier, id)).rejects.toMatchObject(refused("forbidden"));
      await verify(actorOf(GORGAN, "expert"), id);
    }
  });

  test("nor do two deputies of one holder, one after the other", async () => {
    const holder = await aHolder(GORGAN);
    const first = await named(holder);
    const id = await owed("in-progress");
    await report(await signIn(first.account.id, GORGAN), id);
    await endDeputy(holder.actor, { divisionId: GORGAN, deputyId: first.id }, { revision: 1 }, now);
    const second = await named(holder);
    await expect(verify(await signIn(second.account.id, GORGAN), id)).rejects.toMatchObject(
      refused("forbidden"),
    );
  });

  test("what the deputy reported in a post of his own is his alone", async () => {
    const holder = await aHolder(GORGAN);
    const expert = await aHolder(GORGAN, "expert");
    const id = await owed("in-progress");
    await report(expert.actor, id);
    await nameDeputy(holder.actor, holder.post, aDeputy({ mobile: expert.mobile }), now);
    await expect(verify(await signIn(expert.account.id, GORGAN), id)).rejects.toMatchObject(
      refused("forbidden"),
    );
    await verify(holder.actor, id);
  });

  test("a report attested by the deputy is not approved by the holder in another post, nor by who acts for him", async () => {
    await appoint(records, GORGAN, "governor");
    const holder = await aHolder(GORGAN);
    const { account } = await named(holder);
    const reportId = await aSubmittedReport(await signIn(account.id, GORGAN), NOW);
    const approve = async (actor: PlacedActor) =>
      approveReport(
        actor,
        { divisionId: GORGAN, reportId, revision: await revisionOf(actor, GORGAN, reportId) },
        NOW,
      );
    const promoted = actorOf(GOLESTAN, "representative", holder.account.id);
    await expect(approve(promoted)).rejects.toMatchObject({ code: "reports.refused.own" });
    const actingForHim = { ...representative(), actingFor: { key: holder.account.id, name: "نرگس شکیبا" } };
    await expect(approve(actingForHim)).rejects.toMatchObject({ code: "reports.refused.own" });
    await approve(representative());
  });
});
