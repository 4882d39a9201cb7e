import { beforeAll, describe, expect, test, vi } from "vitest";
import { officeByToken, requestScope, type OfficerActor } from "~/actor.server";
import { makeOfficeLink } from "~/areas/bodies/commands/make-office-link.server";
import { setPasswordByLink } from "~/areas/identity/commands/set-password-by-link.server";
import { issueDecision } from "~/areas/obligations/commands/issue-decision.server";
import { acknowledgeMany } from "~/areas/obligations/commands/acknowledge-many.server";
import { acknowledgeObligation } from "~/areas/obligations/commands/acknowledge-obligation.server";
import { askAnotherDay } from "~/areas/obligations/commands/ask-another-day.server";
import { allowedActs } from "~/areas/obligations/steps/allowed-acts";
import { endObligation } from "~/areas/obligations/commands/end-obligation.server";
import { passOnObligation } from "~/areas/obligations/commands/pass-on-obligation.server";
import { reDateObligation } from "~/areas/obligations/commands/re-date-obligation.server";
import { accountsOfText } from "~/areas/obligations/issue/without-account.server";
import {
  getObligation,
  glanceAtUnverified,
  listObligations,
  summariseLedger,
} from "~/areas/obligations/queries.server";
import { rejectObligation } from "~/areas/obligations/commands/reject-obligation.server";
import { waysToVerify } from "~/areas/obligations/steps/ways-to-verify.server";
import { reportObligation } from "~/areas/obligations/commands/report-obligation.server";
import { verifyObligation } from "~/areas/obligations/commands/verify-obligation.server";
import { countInTray, listInTray } from "~/areas/obligations/in-tray/in-tray.server";
import type { TrayPart } from "~/areas/obligations/in-tray/tray-view";
import { IssueDecision } from "~/areas/obligations/schema";
import { listRecipients } from "~/areas/notifications/queries.server";
import { appointHolder } from "~/areas/posts/commands/appoint-holder.server";
import type { Actor, PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { isoDate } from "~/lib/jalali";
import { actorOf, AQQALA, GOLESTAN, GORGAN, NATION, placeAt } from "../../../tests/factories/actors";
import { anAccount, PASSWORD } from "../../../tests/factories/identity";
import { asOwner, openOffice, openOfficesOfGolestan } from "../../../tests/factories/offices";
import { aPost } from "../../../tests/factories/posts";
import { sessionOf } from "../../../tests/factories/sessions";
import { ownerRows } from "../../../tests/setup/owner";
import { appointOfficer } from "./commands/appoint-officer.server";
import { endOfficer } from "./commands/end-officer.server";
import { issueOfficerLink } from "./commands/issue-officer-link.server";

// A request takes its day from the kernel's clock.
vi.hoisted(() => vi.stubEnv("CLOCK", "1405/10/03"));

const now = new Date("2026-12-24T06:00:00Z");
const today = isoDate("2026-12-24");
const assistant = actorOf(GORGAN, "assistant");
const HERE = { address: "10.0.0.1", userAgent: null };
let offices: Awaited<ReturnType<typeof openOfficesOfGolestan>>;
const office = (code: string, place = GORGAN) => offices.ids.get(`${place} ${code}`) ?? "";

let serial = 0;
const aMobile = () => `+98911${String(6_000_000 + ++serial)}`;
const anOrder = (given: Partial<Parameters<typeof appointOfficer>[2]> = {}) => ({
  kind: "public-relations" as const,
  fullName: "رضا کریمی",
  mobile: aMobile(),
  orderNumber: "۱۲۰/۱۴۰۵",
  startsOn: today,
  endsOn: undefined,
  ...given,
});

/** The standing of an account at an office on today's page of it. */
const standingOf = async (accountId: string, officeId: string, place = GORGAN) =>
  (await requestScope(`/${place}/office/${officeId}`, await sessionOf(accountId), "test")).offices[0];

type Officer = { id: string; accountId: string; actor: OfficerActor };
const officers = new Map<string, Promise<Officer>>();

/** The named officer of an office of Gorgan: appointed once. */
function officerOf(code: string): Promise<Officer> {
  const made = officers.get(code) ?? appointed(office(code));
  officers.set(code, made);
  return made;
}

async function appointed(officeId: string): Promise<Officer> {
  const { id } = await appointOfficer(assistant, officeId, anOrder({ kind: "officer" }), now);
  const accountId = await accountOf(id);
  const standing = await standingOf(accountId, officeId);
  if (!standing) throw new Error("an officer who was appointed stands at his office");
  return { id, accountId, actor: standing.actor };
}

async function accountOf(appointmentId: string): Promise<string> {
  const [row] = await ownerRows<{ account: string }>(
    "select account_id::text as account from office_appointment where id = $1",
    [appointmentId],
  );
  return row?.account ?? "";
}

/** What an office of Gorgan owes because its county decided it. */
const owedBy = (...codes: string[]) => decided(assistant, GORGAN, codes);

async function decided(by: PlacedActor, place: number, codes: readonly string[]): Promise<string[]> {
  const { id } = await issueDecision(
    by,
    IssueDecision.parse({
      title: "نامه فرماندار",
      text: "روشنایی پارک درست شود",
      to: codes.map((code) => `office:${office(code, place)}`),
      kind: "dated",
      dueOn: "1405/10/20",
    }),
    now,
  );
  const rows = await ownerRows<{ id: string; office: string }>(
    "select id::text, office_id::text as office from obligation where source_id = $1",
    [id],
  );
  return codes.map((code) => rows.find((row) => row.office === office(code, place))?.id ?? "");
}

beforeAll(async () => {
  offices = await openOfficesOfGolestan();
}, 60_000);

describe("a county appoints the officer of its own office", () => {
  test("who sets his password by the one-time link, signs in and stands at that office alone", async () => {
    const { id, path } = await appointOfficer(assistant, office("education"), anOrder(), now);
    await setPasswordByLink(
      path?.split("/").at(-1) ?? "",
      { username: undefined, password: PASSWORD, passwordAgain: PASSWORD },
      HERE,
    );
    const account = await accountOf(id);
    const standing = await standingOf(account, office("education"));
    expect(standing?.actor.name).toBe(`مدیر روابط عمومی، ${standing?.office.nameFa} (رضا کریمی)`);
    expect(await standingOf(account, office("power-distribution"))).toBeUndefined();
    expect(await standingOf(account, office("education", AQQALA), AQQALA)).toBeUndefined();
    const cookie = await sessionOf(account);
    expect((await requestScope(`/${GORGAN}/obligations`, cookie, "test")).actor).toBeNull();
    const everywhere = await requestScope("/places", cookie, "test");
    expect(everywhere.offices.map((one) => one.office.id)).toEqual([office("education")]);
  });

  test("and neither a neighbour, nor its province, nor its governor does, nor for an office elsewhere", async () => {
    const id = office("power-distribution");
    for (const other of [actorOf(AQQALA, "assistant"), actorOf(GOLESTAN, "representative")])
      await expect(appointOfficer(other, id, anOrder(), now)).rejects.toMatchObject({ kind: "missing" });
    await expect(appointOfficer(actorOf(GORGAN, "governor"), id, anOrder(), now)).rejects.toMatchObject({
      kind: "forbidden",
    });
    const elsewhere = office("education", AQQALA);
    await expect(appointOfficer(assistant, elsewhere, anOrder(), now)).rejects.toMatchObject({
      kind: "missing",
    });
  });

  test("and nobody who works in the place or above it, nor himself: he could verify what he reports", async () => {
    const id = office("power-distribution");
    for (const [place, role, by, code] of [
      [GORGAN, "expert", actorOf(GOLESTAN, "representative"), "officers.works-here"],
      [GOLESTAN, "provincial-expert", actorOf(NATION, "national-officer"), "posts.from-above"],
    ] as const) {
      const mobile = aMobile();
      await appointHolder(by, await aPost(place, role), anOrder({ mobile }), now);
      await expect(appointOfficer(assistant, id, anOrder({ mobile }), now)).rejects.toMatchObject({ code });
    }
    const mobile = aMobile();
    const own = await anAccount({ mobile });
    const himself = actorOf(GORGAN, "assistant", own.id);
    await expect(appointOfficer(himself, id, anOrder({ mobile }), now)).rejects.toMatchObject({
      code: "posts.oneself",
    });
  });

  test("of one post one at a time; of two posts two", async () => {
    const id = office("county-governorate");
    await appointOfficer(assistant, id, anOrder(), now);
    await expect(appointOfficer(assistant, id, anOrder(), now)).rejects.toMatchObject({
      code: "posts.not-vacant",
    });
    await expect(officerOf("county-governorate")).resolves.toBeDefined();
  });

  test("and hands out a password link only of an account on which nothing else hangs", async () => {
    const mobile = aMobile();
    const post = await aPost(AQQALA, "expert");
    await appointHolder(actorOf(GOLESTAN, "representative"), post, anOrder({ mobile }), now);
    const officeId = office("power-distribution");
    const { id, path } = await appointOfficer(assistant, officeId, anOrder({ mobile }), now);
    expect(path).toBeUndefined();
    await expect(issueOfficerLink(assistant, id)).rejects.toMatchObject({ code: "posts.link-elsewhere" });
    const neighbour = actorOf(AQQALA, "assistant");
    await expect(issueOfficerLink(neighbour, id)).rejects.toMatchObject({ kind: "missing" });
  });
});

describe("an officer by his account", () => {
  test("takes what his office owes to its report, and the timeline names his post", async () => {
    const { actor } = await officerOf("education");
    const [id = ""] = await owedBy("education");
    const which = { divisionId: GORGAN, id };
    await acknowledgeObligation(actor, which, now);
    await reportObligation(actor, which, { text: "انجام شد" }, undefined, now);
    const events = await ownerRows<{ name: string }>(
      "select by_name as name from obligation_event where obligation_id = $1 and kind = 'report-done'",
      [id],
    );
    expect(events).toEqual([{ name: actor.name }]);
    expect(actor.name).toContain("رابط مردمی‌سازی");
  });

  test("never verifies, and what he reported he does not verify by a post of the place either", async () => {
    const { actor, accountId } = await officerOf("power-distribution");
    const [id = ""] = await owedBy("power-distribution");
    const which = { divisionId: GORGAN, id };
    await acknowledgeObligation(actor, which, now);
    await reportObligation(actor, which, { text: "انجام شد" }, undefined, now);
    const placed: PlacedActor = { ...actor, place: placeAt(GORGAN) };
    const later = actorOf(GORGAN, "assistant", accountId);
    for (const hand of [placed, later])
      await expect(verifyObligation(hand, which, {}, now)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(verifyObligation(actorOf(GORGAN, "expert"), which, {}, now)).resolves.toBeDefined();
  });

  test("acknowledges several at once, each with its own timeline, and nothing of another office", async () => {
    const { actor } = await officerOf("education");
    const [first = "", theirs = ""] = await owedBy("education", "power-distribution");
    const [second = ""] = await owedBy("education");
    await expect(acknowledgeMany(actor, [first, second, theirs], now)).resolves.toEqual({ count: 2 });
    const states = await ownerRows<{ id: string; state: string; events: number }>(
      `select id::text, state, (select count(*)::int from obligation_event e where e.obligation_id = o.id) as events
       from obligation o where id = any($1::uuid[])`,
      [[first, second, theirs]],
    );
    expect(new Map(states.map(({ id, state, events }) => [id, [state, events]]))).toEqual(
      new Map([
        [first, ["acknowledged", 1]],
        [second, ["acknowledged", 1]],
        [theirs, ["issued", 0]],
      ]),
    );
    const audited = await ownerRows(
      "select 1 from audit_entry where division_id = $1 and actor_key = $2 and subject_id = any($3)",
      [GORGAN, actor.key, [first, second]],
    );
    expect(audited).toHaveLength(2);
    await expect(acknowledgeMany(actor, [first], now)).rejects.toMatchObject({ kind: "conflict" });
    await expect(acknowledgeMany(assistant, [theirs], now)).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("asks for a later day with a reason, and the limit stays until the issuer gives one", async () => {
    const { actor } = await officerOf("power-distribution");
    const [id = ""] = await owedBy("power-distribution");
    const which = { divisionId: GORGAN, id };
    const ask = (dueOn: string) => askAnotherDay(actor, which, { dueOn: isoDate(dueOn), note: "انبار" }, now);
    await expect(ask("2026-12-30")).rejects.toMatchObject({ code: "obligations.ask-day.not-later" });
    await ask("2027-02-01");
    const [row] = await ownerRows<{ due: string; asked: string }>(
      `select o.due_on::text as due, e.due_to::text as asked from obligation o
       join obligation_event e on e.obligation_id = o.id and e.kind = 'ask-day' where o.id = $1`,
      [id],
    );
    expect(row).toEqual({ due: "2027-01-10", asked: "2027-02-01" });
    const found = await within(actor, (db) => db.obligation.findFirst({ where: { divisionId: GORGAN, id } }));
    if (!found) throw new Error("he reads what his office owes");
    expect(allowedActs(actor, found)).toContain("ask-day");
    expect(allowedActs(actor, { ...found, dueOn: null })).not.toContain("ask-day");
    expect(allowedActs(assistant, found)).toContain("re-date");
    expect(allowedActs(assistant, found)).not.toContain("ask-day");
  });

  test("finds in his in-tray whose move each is, and words however they are typed", async () => {
    const { actor } = await officerOf("power-distribution");
    const where = { divisionId: GORGAN, officeId: office("power-distribution") };
    const [id = ""] = await owedBy("power-distribution");
    const tray = (part: TrayPart, q?: string) =>
      within(actor, async (db) =>
        (await listInTray(db, where, { part, ...(q && { q }) }, today)).rows.map((row) => row.id),
      );
    expect(await tray("new", "روشنائي پارك")).toContain(id);
    expect(await tray("new", "آسفالت")).toEqual([]);
    const which = { divisionId: GORGAN, id };
    await acknowledgeObligation(actor, which, now);
    await reportObligation(actor, which, { text: "انجام شد" }, undefined, now);
    expect(await tray("waiting")).toContain(id);
    expect(await tray("mine")).not.toContain(id);
    await rejectObligation(assistant, which, { note: "عکس ندارد" }, now);
    expect(await tray("returned")).toEqual([id]);
    const [row] = await within(
      actor,
      async (db) => (await listInTray(db, where, { part: "returned" }, today)).rows,
    );
    expect(row?.returned).toBe("عکس ندارد");
    const counts = await within(actor, (db) => countInTray(db, where, today));
    for (const part of ["mine", "new", "returned", "waiting", "closed", "all"] as const)
      expect(counts[part], part).toBe((await tray(part)).length);
  });

  test("finds of the place what his office owes and no other row", async () => {
    const { actor } = await officerOf("education");
    const [, theirs = ""] = await owedBy("education", "power-distribution");
    const seen = await within(actor, (db) => db.obligation.findMany({ select: { officeId: true } }));
    expect(new Set(seen.map((row) => row.officeId))).toEqual(new Set([office("education")]));
    await expect(acknowledgeObligation(actor, { divisionId: GORGAN, id: theirs }, now)).rejects.toMatchObject(
      { kind: "missing" },
    );
  });

  test("has no power once his office is closed, nor once his appointment has ended", async () => {
    const officeId = office("education", AQQALA);
    const clerk = actorOf(AQQALA, "assistant");
    const { id } = await appointOfficer(clerk, officeId, anOrder(), now);
    const account = await accountOf(id);
    const stands = () => standingOf(account, officeId, AQQALA);
    expect(await stands()).toBeDefined();
    const closeOn = (day: string | null) =>
      asOwner((owner) => owner.query("update office set closed_on = $2 where id = $1", [officeId, day]));
    await closeOn("2026-12-01");
    expect(await stands()).toBeUndefined();
    await closeOn(null);
    const word = { endsOn: today, reason: "جابه‌جایی", revision: 1 };
    await expect(endOfficer(assistant, id, word, now)).rejects.toMatchObject({
      kind: "missing",
    });
    await endOfficer(clerk, id, word, now);
    expect(await stands()).toBeUndefined();
  });

  test("is known to whoever issued a text: his office needs no sheet, one without an officer does", async () => {
    await officerOf("education");
    const bare = await asOwner((owner) => openOffice(owner, GORGAN, "district-governorate"));
    const { id } = await issueDecision(
      assistant,
      IssueDecision.parse({
        title: "نامه فرماندار",
        text: "روشنایی پارک درست شود",
        to: [`office:${office("education")}`, `office:${bare}`],
        kind: "none",
        reason: "آگاهی",
      }),
      now,
    );
    const { withAccount, without } = await within(assistant, (db) => accountsOfText(db, GORGAN, id, today));
    expect([withAccount, without.length]).toEqual([1, 1]);
    expect(await within(actorOf(AQQALA, "assistant"), (db) => accountsOfText(db, GORGAN, id, today))).toEqual(
      {
        withAccount: 0,
        without: [],
      },
    );
  });

  test("is none of the staff of the place who are told of its work", async () => {
    const { accountId } = await officerOf("education");
    expect(await within(assistant, (db) => listRecipients(db, GORGAN, today))).not.toContain(accountId);
  });
});

describe("an office passes on what it owes", () => {
  const expert = actorOf(GOLESTAN, "provincial-expert");
  const clerk = actorOf(GOLESTAN, "representative");
  const passOn = (by: Actor, id: string, officeIds: string[], place = GOLESTAN) =>
    passOnObligation(
      by,
      { divisionId: place, id },
      { children: officeIds.map((officeId) => ({ officeId, dueOn: isoDate("2027-01-05") })) },
      now,
    );
  /** The officer of the education directorate of the province. */
  let directorate: OfficerActor;
  let below: OfficerActor;

  beforeAll(async () => {
    const id = office("education", GOLESTAN);
    const { id: appointment } = await appointOfficer(clerk, id, anOrder({ kind: "officer" }), now);
    const standing = await standingOf(await accountOf(appointment), id, GOLESTAN);
    if (!standing) throw new Error("an officer who was appointed stands at his office");
    directorate = standing.actor;
    below = (await officerOf("education")).actor;
  });

  test("to the county office of its body, which reports to it; the two ends see one row and others none", async () => {
    const [id = ""] = await decided(expert, GOLESTAN, ["education"]);
    const { childIds } = await passOn(directorate, id, [office("education")]);
    const child = { divisionId: GORGAN, id: childIds[0] ?? "" };
    const parent = { divisionId: GOLESTAN, id };

    const reads = (by: Actor) => within(by, (db) => getObligation(db, child));
    for (const end of [below, directorate, assistant, expert])
      expect((await reads(end)).sourceOfficeFa).toContain("آموزش و پرورش");
    expect((await reads(directorate)).parent?.id).toBe(id);
    for (const other of [actorOf(AQQALA, "assistant"), (await officerOf("power-distribution")).actor])
      await expect(reads(other)).rejects.toMatchObject({ kind: "missing" });

    await acknowledgeObligation(below, child, now);
    await reportObligation(below, child, { text: "انجام شد" }, undefined, now);
    const page = await within(directorate, (db) => getObligation(db, child));
    expect(page.events.map(({ kind }) => kind)).toEqual(["acknowledge", "start", "report-done"]);
    expect(page.evidence.map(({ text }) => text)).toEqual(["انجام شد"]);
    const tray = (part: TrayPart) =>
      within(
        directorate,
        async (db) =>
          (
            await listInTray(
              db,
              { divisionId: GOLESTAN, officeId: office("education", GOLESTAN) },
              { part },
              today,
            )
          ).rows,
      );
    expect((await tray("to-verify")).map((row) => row.id)).toEqual([child.id]);
    // What the office verifies itself is nothing that waits for the staff of its place, but on a day without its officer.
    const staff = async (day: typeof today) =>
      within(expert, async (db) => ({
        listed: (await listObligations(db, GOLESTAN, { end: "issued", filter: "to-verify" }, day)).rows.map(
          (row) => row.id,
        ),
        counted: (await summariseLedger(db, GOLESTAN, "issued", day)).toVerify,
        glanced: (await glanceAtUnverified(db, GOLESTAN, day)).count,
      }));
    expect(await staff(today)).toEqual({ listed: [], counted: 0, glanced: 0 });
    expect(await staff(isoDate("2026-12-23"))).toEqual({ listed: [child.id], counted: 1, glanced: 1 });
    expect((await tray("passed-on"))[0]?.debtorFa).toContain("گرگان");

    // The parent waits for it, or says why not.
    const done = { text: "انجام شد" };
    await expect(reportObligation(directorate, parent, done, undefined, now)).rejects.toMatchObject({
      code: "obligations.report.children-open",
    });
    await expect(verifyObligation(below, child, {}, now)).rejects.toMatchObject({ kind: "forbidden" });
    await verifyObligation(directorate, child, {}, now);
    await reportObligation(directorate, parent, done, undefined, now);
    await expect(verifyObligation(directorate, parent, {}, now)).rejects.toMatchObject({ kind: "forbidden" });
    await verifyObligation(expert, parent, {}, now);
  });

  test("to an office of its place, and to none of another body below it nor beside it", async () => {
    const [id = ""] = await owedBy("education");
    const { childIds } = await passOn(below, id, [office("power-distribution")], GORGAN);
    expect(childIds).toHaveLength(1);
    const [above = ""] = await decided(expert, GOLESTAN, ["education"]);
    for (const [by, of, place, to] of [
      [directorate, above, GOLESTAN, office("power-distribution")],
      [below, id, GORGAN, office("education", AQQALA)],
      [below, id, GORGAN, office("education", GOLESTAN)],
    ] as const)
      await expect(passOn(by, of, [to], place)).rejects.toMatchObject({
        code: "obligations.pass-on.unknown-office",
      });
  });

  test("and the database takes no row from an officer for an office out of his reach", async () => {
    const [id = ""] = await decided(expert, GOLESTAN, ["education"]);
    const give = (officeId: string) =>
      within(
        directorate,
        (db) => db.$executeRaw`
          insert into obligation (division_id, id, source_division_id, source_office_id, source_kind, source_id, source_title,
            parent_id, office_id, organisation_id, text, deadline_kind, state, issued_at, issued_by_key)
          select ${GORGAN}, gen_random_uuid(), ${GOLESTAN}, ${office("education", GOLESTAN)}::uuid, 'passed-on', id,
            source_title, id, ${officeId}::uuid, organisation_id, text, 'none', 'issued', ${now}, ${directorate.key}
          from obligation where division_id = ${GOLESTAN} and id = ${id}::uuid`,
      );
    await expect(give(office("power-distribution"))).rejects.toThrow(/row-level security/);
    await expect(give(office("education"))).resolves.toBe(1);
  });

  test("and verifies it by the papers itself; the secretariat does so only where it has nobody who may", async () => {
    const theirs = actorOf(AQQALA, "assistant");
    const from = office("county-governorate", AQQALA);
    const { id: order } = await appointOfficer(theirs, from, anOrder(), now);
    const standing = await standingOf(await accountOf(order), from, AQQALA);
    if (!standing) throw new Error("an officer who was appointed stands at his office");
    const reported = async () => {
      const [id = ""] = await decided(theirs, AQQALA, ["county-governorate"]);
      const { childIds } = await passOn(standing.actor, id, [office("power-distribution", AQQALA)], AQQALA);
      const child = { divisionId: AQQALA, id: childIds[0] ?? "" };
      await acknowledgeObligation(theirs, child, now);
      await reportObligation(theirs, child, { text: "انجام شد" }, undefined, now);
      return child;
    };
    const [first, second] = [await reported(), await reported()];
    const colleague = actorOf(AQQALA, "expert");
    const by = (which: typeof first) =>
      within(colleague, async (db) => {
        const row = await getObligation(db, which);
        return (await waysToVerify(db, colleague, row, today)).by;
      });

    expect(await by(first)).toBe("office");
    await expect(verifyObligation(colleague, first, {}, now)).rejects.toMatchObject({
      kind: "invalid",
      code: "obligations.verify.not-yours",
    });
    await verifyObligation(standing.actor, first, {}, now);
    expect(await within(colleague, (db) => getObligation(db, first))).toMatchObject({
      state: "verified",
      verifiedHow: "office",
    });

    await endOfficer(theirs, order, { endsOn: today, reason: "پایان مأموریت", revision: 1 }, now);
    expect(await by(second)).toBe("stead");
    await verifyObligation(colleague, second, {}, now);
    expect(await within(colleague, (db) => getObligation(db, second))).toMatchObject({
      state: "verified",
      verifiedHow: "secretariat",
    });
  });

  test("gives another day to what it passed on, sends it back and withdraws it, but nothing that its place asks for", async () => {
    const [id = "", theirs = ""] = await owedBy("education", "power-distribution");
    const { childIds } = await passOn(below, id, [office("county-governorate")], GORGAN);
    const child = { divisionId: GORGAN, id: childIds[0] ?? "" };
    const day = { dueOn: isoDate("2027-02-01"), cause: "budget" };
    await reDateObligation(below, child, day, now);
    await expect(reDateObligation(below, { divisionId: GORGAN, id }, day, now)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(reDateObligation(below, { divisionId: GORGAN, id: theirs }, day, now)).rejects.toMatchObject(
      { kind: "missing" },
    );
    const governorate = (await officerOf("county-governorate")).actor;
    await acknowledgeObligation(governorate, child, now);
    await reportObligation(governorate, child, { text: "شد" }, undefined, now);
    await rejectObligation(below, child, { note: "عکس ندارد" }, now);
    await endObligation(below, child, { how: "withdraw", input: { note: "لازم نیست" } }, now);
    const { state } = await within(below, (db) => getObligation(db, child));
    expect(state).toBe("withdrawn");
  });

  test("by its own account alone: a link that is handed on passes nothing on", async () => {
    const [id = ""] = await owedBy("education");
    const { token } = await makeOfficeLink(assistant, office("education"), { days: "30" }, now);
    const opened = await officeByToken(token, now);
    if (!opened) throw new Error("the link opens its office");
    await expect(passOn(opened.actor, id, [office("power-distribution")], GORGAN)).rejects.toMatchObject({
      kind: "forbidden",
    });
  });

  test("goes over with what it is part of when another office goes on with it", async () => {
    const [id = ""] = await owedBy("education");
    const { childIds } = await passOn(below, id, [office("county-governorate")], GORGAN);
    await asOwner((owner) =>
      owner.query("update obligation set office_id = $2 where id = $1", [id, office("power-distribution")]),
    );
    const heir = (await officerOf("power-distribution")).actor;
    const page = await within(heir, (db) => getObligation(db, { divisionId: GORGAN, id }));
    expect(page.children.map((child) => child.id)).toEqual(childIds);
    await expect(
      within(below, (db) => getObligation(db, { divisionId: GORGAN, id: childIds[0] ?? "" })),
    ).rejects.toMatchObject({ kind: "missing" });
  });
});
