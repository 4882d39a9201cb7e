import { describe, expect, test } from "vitest";
import { submission, within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { addDays, todayIn } from "~/lib/jalali";
import { AQQALA, GOLESTAN, GORGAN, actorOf } from "../../../../tests/factories/actors";
import { aCircle, aContact, aPerson } from "../../../../tests/factories/network";
import { ownerRows } from "../../../../tests/setup/owner";
import { foundCandidates } from "../people/found-people.server";
import { findBatch, listContacts } from "../queries.server/contacts";
import { listCandidates } from "../queries.server/many";
import { countOpenActions, listOpenActions } from "../queries.server/open-actions";
import { getPerson } from "../queries.server/people";
import { RecordContacts } from "../schema/people";
import { formCircle } from "./form-circle.server";
import { movePerson } from "./move-person.server";
import { recordContact } from "./record-contact.server";
import { recordContacts } from "./record-contacts.server";
import { registerPerson } from "./register-person.server";
import { takeAction } from "./take-action.server";
import { undoContacts } from "./undo-contacts.server";

const now = new Date("2026-12-24T05:30:00Z");
const today = todayIn(now);
const assistant = actorOf(GORGAN, "assistant");
const expert = actorOf(GORGAN, "expert");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

const members = (size: number) =>
  Promise.all(
    Array.from({ length: size }, async () => (await registerPerson(assistant, aPerson(), daysAgo(90))).id),
  );
const entry = (personIds: string[], given: Partial<RecordContacts> = {}): RecordContacts => ({
  personIds,
  channel: "in-person",
  outcome: "reached",
  happenedOn: today,
  ...given,
});
const contactsOf = async (id: string) => (await within(assistant, (db) => listContacts(db, GORGAN, id))).rows;
const rowsAbout = async (table: string, column: string, id: string) =>
  (
    await ownerRows<{ count: number }>(`select count(*)::int as count from ${table} where ${column} = $1`, [
      id,
    ])
  )[0]?.count;

describe("one entry for many people", () => {
  test("may be of a meeting, which is told apart from a visit to each", async () => {
    const ids = await members(2);
    const sent = { personIds: ids, outcome: "reached", happenedOn: "1405/10/03" };
    await recordContacts(assistant, RecordContacts.parse({ ...sent, channel: "in-person" }), now);
    await recordContacts(assistant, RecordContacts.parse({ ...sent, channel: "meeting" }), now);
    for (const id of ids) {
      const channels = (await contactsOf(id)).map(({ channel }) => channel);
      expect(channels.sort()).toEqual(["in-person", "meeting"]);
    }
    expect(RecordContacts.safeParse({ ...sent, channel: "gathering" }).success).toBe(false);
  });

  test("comes back, where it is refused, with the people among whom it was ticked", async () => {
    const { id: circleId } = await formCircle(assistant, aCircle(), now);
    const { id: inside } = await registerPerson(assistant, aPerson({ circleIds: [circleId] }), daysAgo(90));
    const [outside = ""] = await members(1);
    const shown = async (given: Record<string, string>) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ intent: "record", ...given })) form.append(name, value);
      const { candidates, ticked, foundNone } = await foundCandidates(assistant, form, []);
      return { ids: candidates.map(({ id }) => id), ticked, foundNone };
    };
    const nobody = await shown({});
    expect(nobody).toMatchObject({ ticked: [], foundNone: false });
    expect(nobody.ids).toEqual(expect.arrayContaining([inside, outside]));
    const ofCircle = await shown({ circleId, personIds: outside });
    expect(ofCircle.ticked).toEqual([outside]);
    expect(ofCircle.ids.toSorted()).toEqual([inside, outside].toSorted());
  });

  test("writes each of thirty down once, on the day of the gathering, with one event and one audit row", async () => {
    const ids = await members(30);
    const day = addDays(today, -7);
    const { batchId, recorded } = await recordContacts(assistant, entry(ids, { happenedOn: day }), now);
    expect(recorded).toBe(30);
    for (const id of [ids[0], ids[29]] as string[]) {
      expect(await contactsOf(id)).toMatchObject([
        { outcome: "reached", channel: "in-person", happenedOn: day },
      ]);
      const person = await within(assistant, (db) => getPerson(db, GORGAN, id));
      expect(person.quietSince).toBe(day);
    }
    expect(await within(assistant, (db) => findBatch(db, GORGAN, batchId))).toMatchObject({ people: 30 });
    expect(await rowsAbout("audit_entry", "subject_id", batchId)).toBe(1);
    expect(await rowsAbout("outbox_event", "payload->>'batchId'", batchId)).toBe(1);
  });

  test("takes a day of the past and none that has not come, nor one of another year", async () => {
    const ids = await members(2);
    for (const happenedOn of [addDays(today, 1), addDays(today, -366)]) {
      await expect(recordContacts(assistant, entry(ids, { happenedOn }), now)).rejects.toMatchObject({
        kind: "invalid",
        details: { field: "happenedOn" },
      });
    }
    expect(await contactsOf(ids[0] ?? "")).toEqual([]);
  });

  test("is taken back whole within ten minutes, by whoever wrote it alone", async () => {
    const ids = await members(3);
    const { batchId } = await recordContacts(assistant, entry(ids), now);
    await expect(undoContacts(expert, batchId, now)).rejects.toMatchObject({ kind: "forbidden" });
    const late = new Date(now.getTime() + 11 * 60_000);
    await expect(undoContacts(assistant, batchId, late)).rejects.toMatchObject({ kind: "conflict" });
    expect(await undoContacts(assistant, batchId, now)).toEqual({ count: 3 });
    expect(await contactsOf(ids[0] ?? "")).toEqual([]);
    const person = await within(assistant, (db) => getPerson(db, GORGAN, ids[0] ?? ""));
    expect(person.quietSince).toBe(addDays(today, -90));
  });

  test("leaves those who stand there already as they are, and says how many", async () => {
    const ids = await members(4);
    await recordContact(assistant, ids[0] ?? "", aContact({ channel: "in-person" }), now);
    await recordContacts(assistant, entry(ids.slice(1, 2)), now);
    expect(await recordContacts(expert, entry(ids), now)).toMatchObject({ recorded: 2, already: 2 });
    for (const id of ids) expect(await contactsOf(id)).toHaveLength(1);
    await expect(recordContacts(expert, entry(ids), now)).rejects.toMatchObject({ kind: "conflict" });
  });

  test("by two people at once doubles nobody, in whatever order they ticked", async () => {
    const ids = await members(12);
    const answers = await Promise.allSettled([
      recordContacts(assistant, entry(ids.slice(0, 10)), now),
      recordContacts(expert, entry(ids.slice(2).reverse()), now),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    for (const id of ids) expect(await contactsOf(id)).toHaveLength(1);
  });

  test("sent twice is one entry", async () => {
    const ids = await members(3);
    const requestId = uuidv7();
    const send = () => submission.run({ requestId }, () => recordContacts(assistant, entry(ids), now));
    const [one, other] = await Promise.all([send(), send()]);
    expect(one).toEqual(other);
    for (const id of ids) expect(await contactsOf(id)).toHaveLength(1);
  });

  test("holds nobody of another county, and is written by neither governor nor province", async () => {
    const ids = await members(2);
    const foreign = await registerPerson(actorOf(AQQALA, "assistant"), aPerson(), now);
    await expect(recordContacts(assistant, entry([...ids, foreign.id]), now)).rejects.toMatchObject({
      kind: "invalid",
      details: { field: "personIds" },
    });
    expect(await contactsOf(ids[0] ?? "")).toEqual([]);
    for (const actor of [actorOf(GORGAN, "governor"), actorOf(GOLESTAN, "representative")]) {
      await expect(recordContacts(actor, entry(ids), now)).rejects.toMatchObject({ kind: "forbidden" });
    }
  });

  test("offers the members of a circle beside those ticked already", async () => {
    const [other = ""] = await members(1);
    const circle = await formCircle(assistant, aCircle(), now);
    const inside = await registerPerson(assistant, aPerson({ circleIds: [circle.id] }), now);
    const offered = await within(assistant, (db) =>
      listCandidates(db, GORGAN, { personIds: [other], circleId: circle.id }),
    );
    expect(offered.map(({ id }) => id).sort()).toEqual([other, inside.id].sort());
  });
});

describe("what a member asked for", () => {
  test("waits for nobody once his record was cancelled as wrong", async () => {
    const here = actorOf(AQQALA, "assistant");
    const { id } = await registerPerson(here, aPerson({ fullName: "ثبت اشتباه" }), daysAgo(9));
    await recordContact(here, id, aContact({ outcome: "action-needed", note: "پرونده آب" }), now);
    const open = () => within(here, (db) => countOpenActions(db, AQQALA));
    expect(await open()).toBe(1);
    await movePerson(here, id, { step: "cancel", note: "دو بار نوشته شده بود" }, now);
    expect(await open()).toBe(0);
    expect((await within(here, (db) => listOpenActions(db, AQQALA))).rows).toEqual([]);
  });

  test("ends his silence, stands open, and is closed by the words of what was done", async () => {
    const here = actorOf(AQQALA, "assistant");
    const { id } = await registerPerson(here, aPerson({ fullName: "گلنار آتابای" }), daysAgo(90));
    const open = () => within(here, (db) => listOpenActions(db, AQQALA));
    const asked = await recordContact(
      here,
      id,
      aContact({ outcome: "action-needed", note: "پرونده آب" }),
      now,
    );
    expect((await within(here, (db) => getPerson(db, AQQALA, id))).quietSince).toBe(today);
    expect((await open()).rows).toMatchObject([
      { id: asked.id, fullName: "گلنار آتابای", note: "پرونده آب" },
    ]);
    // Reaching him again closes nothing.
    await recordContact(here, id, aContact(), now);
    expect(await within(here, (db) => countOpenActions(db, AQQALA))).toBe(1);

    await takeAction(actorOf(AQQALA, "expert"), asked.id, { note: "با اداره آب هماهنگ شد" }, now);
    expect((await open()).rows).toEqual([]);
    const { rows } = await within(here, (db) => listContacts(db, AQQALA, id));
    expect(rows.find((row) => row.id === asked.id)).toMatchObject({
      outcome: "action-needed",
      actionTakenNote: "با اداره آب هماهنگ شد",
    });
    await expect(takeAction(here, asked.id, { note: "دوباره" }, now)).rejects.toMatchObject({
      kind: "conflict",
    });
  });

  test("is closed by two people at once only once", async () => {
    const { id } = await registerPerson(assistant, aPerson(), now);
    const asked = await recordContact(assistant, id, aContact({ outcome: "action-needed" }), now);
    const answers = await Promise.allSettled(
      [assistant, expert].map((actor) => takeAction(actor, asked.id, { note: actor.key }, now)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("is closed in its own county alone, and not by who only looks on", async () => {
    const { id } = await registerPerson(assistant, aPerson(), now);
    const asked = await recordContact(assistant, id, aContact({ outcome: "action-needed" }), now);
    const plain = await recordContact(assistant, id, aContact(), now);
    const close = (actor: typeof assistant, contactId: string) =>
      takeAction(actor, contactId, { note: "انجام شد" }, now);
    await expect(close(actorOf(AQQALA, "assistant"), asked.id)).rejects.toMatchObject({ kind: "missing" });
    await expect(close(actorOf(GORGAN, "governor"), asked.id)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(close(assistant, plain.id)).rejects.toMatchObject({ kind: "missing" });
  });
});
