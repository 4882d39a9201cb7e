import { describe, expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import { addDays, todayIn } from "~/lib/jalali";
import { AQQALA, GOLESTAN, GORGAN, actorOf } from "../../../../tests/factories/actors";
import { aContact, aPerson } from "../../../../tests/factories/network";
import { USUAL_CADENCE } from "../lifecycle";
import { cadenceOf, networkFigures } from "../queries.server/cadence";
import { listContacts } from "../queries.server/contacts";
import { listTimeline } from "../queries.server/timeline";
import { RecordContact } from "../schema/people";
import { recordContacts } from "./record-contacts.server";
import { getPerson, listAgreedCalls, listPeopleBySilence, listWaiting } from "../queries.server/people";
import { recordContact } from "./record-contact.server";
import { registerPerson } from "./register-person.server";
import { undoContact } from "./undo-contact.server";

const now = new Date("2026-12-24T05:30:00Z");
const today = todayIn(now);
const assistant = actorOf(GORGAN, "assistant");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

const waiting = (size = 50, cursor?: string | null) =>
  within(assistant, async (db) =>
    listWaiting(db, { divisionId: GORGAN, cursor }, await cadenceOf(db, assistant.place), today, size),
  );
const quietSince = (id: string) =>
  within(assistant, async (db) => (await getPerson(db, GORGAN, id)).quietSince);

describe("a contact", () => {
  test("that reached the member ends his silence, on the day it happened", async () => {
    const { id } = await registerPerson(assistant, aPerson(), daysAgo(90));
    expect(await quietSince(id)).toBe(addDays(today, -90));
    await recordContact(assistant, id, aContact({ happenedOn: addDays(today, -20) }), now);
    expect(await quietSince(id)).toBe(addDays(today, -20));
    await recordContact(assistant, id, aContact({ happenedOn: addDays(today, -50) }), now);
    expect(await quietSince(id)).toBe(addDays(today, -20));
  });

  test.each(["no-answer", "call-back", "left-message", "wrong-number"] as const)(
    "with the outcome %s is kept and ends no silence",
    async (outcome) => {
      const { id } = await registerPerson(assistant, aPerson(), daysAgo(40));
      const nextOn = outcome === "call-back" ? { nextOn: addDays(today, 9) } : {};
      await recordContact(assistant, id, aContact({ outcome, ...nextOn }), now);
      expect(await quietSince(id)).toBe(addDays(today, -40));
      const { rows } = await within(assistant, (db) => listContacts(db, GORGAN, id));
      expect(rows).toMatchObject([{ outcome, happenedOn: today }]);
    },
  );

  test("just written down can be taken back, and the silence is as before", async () => {
    const { id } = await registerPerson(assistant, aPerson(), daysAgo(40));
    const contact = await recordContact(assistant, id, aContact(), now);
    expect(await quietSince(id)).toBe(today);
    await undoContact(assistant, contact.id, new Date(now.getTime() + 60_000));
    expect(await quietSince(id)).toBe(addDays(today, -40));
    expect((await within(assistant, (db) => listContacts(db, GORGAN, id))).rows).toEqual([]);
  });

  test("is taken back by nobody else, not from another county, and not later", async () => {
    const { id } = await registerPerson(assistant, aPerson(), now);
    const contact = await recordContact(assistant, id, aContact(), now);
    await expect(undoContact(actorOf(GORGAN, "expert"), contact.id, now)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(undoContact(actorOf(AQQALA, "assistant"), contact.id, now)).rejects.toMatchObject({
      kind: "missing",
    });
    const later = new Date(now.getTime() + 11 * 60_000);
    await expect(undoContact(assistant, contact.id, later)).rejects.toMatchObject({ kind: "conflict" });
    expect((await within(assistant, (db) => listContacts(db, GORGAN, id))).rows).toHaveLength(1);
  });

  test("in the future, or agreed for a day that has passed, is refused and leaves no trace", async () => {
    const { id } = await registerPerson(assistant, aPerson(), now);
    for (const [given, field] of [
      [{ happenedOn: addDays(today, 1) }, "happenedOn"],
      [{ happenedOn: addDays(today, -366) }, "happenedOn"],
      [{ nextOn: addDays(today, -1) }, "nextOn"],
    ] as const) {
      await expect(recordContact(assistant, id, aContact(given), now)).rejects.toMatchObject({
        kind: "invalid",
        details: { field },
      });
    }
    expect((await within(assistant, (db) => listContacts(db, GORGAN, id))).rows).toEqual([]);
  });

  test("with a person of another county is with nobody; the governor and the province record none", async () => {
    const { id } = await registerPerson(assistant, aPerson(), now);
    await expect(recordContact(actorOf(AQQALA, "assistant"), id, aContact(), now)).rejects.toMatchObject({
      kind: "missing",
    });
    for (const actor of [actorOf(GORGAN, "governor"), actorOf(GOLESTAN, "representative")]) {
      await expect(recordContact(actor, id, aContact(), now)).rejects.toMatchObject({ kind: "forbidden" });
    }
  });
});

describe("who waits for a contact", () => {
  test("are members past their own tier's cadence, the longest over it first, until they are tried", async () => {
    const here = actorOf(AQQALA, "assistant");
    const register = (fullName: string, tier: "core" | "active" | "wide", days: number) =>
      registerPerson(here, aPerson({ fullName, tier }), daysAgo(days));
    await register("هسته در آهنگ", "core", 30);
    const core = await register("هسته خاموش", "core", 31);
    await register("فعال در آهنگ", "active", 60);
    await register("فعال خاموش", "active", 70);
    await register("گسترده در آهنگ", "wide", 116);
    await register("گسترده خاموش", "wide", 125);
    const names = () =>
      within(here, async (db) => {
        const { rows } = await listWaiting(db, { divisionId: AQQALA }, USUAL_CADENCE, today, 50);
        return rows.map((row) => row.fullName);
      });
    expect(await names()).toEqual(["فعال خاموش", "گسترده خاموش", "هسته خاموش"]);
    await within(here, async (db) => {
      expect(await networkFigures(db, AQQALA, USUAL_CADENCE, today)).toMatchObject({
        active: 6,
        withinCadence: 0,
        unheard: 6,
      });
      const all = await listPeopleBySilence(db, { divisionId: AQQALA }, USUAL_CADENCE);
      expect(all.rows.slice(0, 3).map((row) => row.fullName)).toEqual([
        "فعال خاموش",
        "گسترده خاموش",
        "هسته خاموش",
      ]);
      expect(all.rows).toHaveLength(6);
    });
    await recordContact(here, core.id, aContact({ outcome: "no-answer" }), now);
    expect(await names()).toEqual(["فعال خاموش", "گسترده خاموش"]);
    await recordContact(here, core.id, aContact({ outcome: "reached" }), now);
    expect(await within(here, (db) => networkFigures(db, AQQALA, USUAL_CADENCE, today))).toMatchObject({
      withinCadence: 1,
      unheard: 5,
    });
  });

  test("come one after the other by the cursor", async () => {
    for (const days of [200, 201, 202])
      await registerPerson(assistant, aPerson({ tier: "core" }), daysAgo(days));
    const all = (await waiting()).rows.map((row) => row.id);
    const walked: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await waiting(1, cursor);
      walked.push(...page.rows.map((row) => row.id));
      cursor = page.next;
    } while (cursor);
    expect(walked).toEqual(all);
  });

  test("a call to make again has its day: one of the near ones, or another; the hour is free and orders the calls of a day", async () => {
    const { id } = await registerPerson(assistant, aPerson({ fullName: "گلی اونق" }), daysAgo(5));
    const given = (fields: Record<string, string>) =>
      RecordContact.safeParse({ channel: "phone", ...fields });
    await expect(
      recordContact(assistant, id, given({ outcome: "call-back" }).data ?? aContact(), now),
    ).rejects.toMatchObject({ code: "network.contact.when" });
    await expect(
      recordContacts(
        assistant,
        { ...aContact({ outcome: "call-back" }), happenedOn: today, personIds: [id] },
        now,
      ),
    ).rejects.toMatchObject({ code: "network.contact.when" });
    expect(given({}).error?.issues).toMatchObject([{ path: ["outcome"] }]);
    const inThree = given({ againIn: "3", nextAt: "۱۰:۳۰" }).data;
    await recordContact(assistant, id, inThree ?? aContact(), now);
    for (const [fullName, nextAt] of [
      ["بی ساعت", undefined],
      ["ساعت نه", "09:00"],
    ] as const) {
      const other = await registerPerson(assistant, aPerson({ fullName }), daysAgo(5));
      const contact = aContact({ outcome: "call-back", nextOn: addDays(today, 3), nextAt });
      await recordContact(assistant, other.id, contact, now);
    }
    const calls = await within(assistant, (db) => listAgreedCalls(db, GORGAN, addDays(today, 3), 10));
    expect(calls.map(({ fullName, nextOn, nextAt }) => [fullName, nextOn, nextAt])).toEqual([
      ["ساعت نه", addDays(today, 3), "09:00"],
      ["گلی اونق", addDays(today, 3), "10:30"],
      ["بی ساعت", addDays(today, 3), null],
    ]);
    expect((await within(assistant, (db) => listTimeline(db, GORGAN, id))).rows).toContainEqual(
      expect.objectContaining({ nextAt: "10:30" }),
    );
  });

  test("an agreed call waits on its day, and no longer once the member was tried again", async () => {
    const { id } = await registerPerson(assistant, aPerson({ fullName: "یوسف رجبلو" }), daysAgo(5));
    await recordContact(
      assistant,
      id,
      aContact({ outcome: "call-back", happenedOn: addDays(today, -2), nextOn: today }),
      now,
    );
    const agreed = () => within(assistant, (db) => listAgreedCalls(db, GORGAN, today, 10));
    expect(await agreed()).toMatchObject([{ fullName: "یوسف رجبلو", nextOn: today }]);
    const wishes = (noContact: boolean) =>
      within(assistant, (db) => db.person.updateMany({ where: { id }, data: { noContact } }));
    await wishes(true);
    expect(await agreed()).toEqual([]);
    await wishes(false);
    await recordContact(assistant, id, aContact(), now);
    expect(await agreed()).toEqual([]);
  });
});
