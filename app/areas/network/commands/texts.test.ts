import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { systemActor } from "~/actor.server";
import { within } from "~/kernel/db.server";
import { AQQALA, GOLESTAN, GORGAN, NATION, actorOf } from "../../../../tests/factories/actors";
import { aCircle, aContact, aPerson } from "../../../../tests/factories/network";
import { ownerRows } from "../../../../tests/setup/owner";
import { getNote } from "../queries.server/notes";
import { countTextsToLookAt, listTextsToLookAt } from "../queries.server/texts";
import { formCircle } from "./form-circle.server";
import { recordContact } from "./record-contact.server";
import { registerPerson } from "./register-person.server";
import { movePerson } from "./move-person.server";
import { rewriteNote } from "./rewrite-note.server";
import { scanTexts } from "./scan-texts.server";
import { settleText } from "./settle-text.server";

const now = new Date("2026-12-24T05:30:00Z");
const assistant = actorOf(GORGAN, "assistant");
const BELIEF = "آدم اصولگرایی است";

beforeAll(async () => {
  await ownerRows(
    "insert into division (id, level, name_fa, name_en, valid_from, successor_ids) values (28005, 'county', 'گرگان', 'Gorgan', '2011-03-21', '{}') on conflict do nothing",
  );
});
beforeEach(async () => {
  for (const table of [
    "text_to_look_at",
    "contact",
    "person_state_change",
    "person",
    "circle",
    "audit_entry",
  ])
    await ownerRows(`delete from ${table}`);
});

/** A batch of two, so that every reading goes over a border of batches. */
const scan = async () => scanTexts(await systemActor(GORGAN), now, 2);
const listed = async () => (await within(assistant, (db) => listTextsToLookAt(db, GORGAN))).rows;
const noted = (note?: string) => registerPerson(assistant, aPerson({ note }), now);
const rewrite = (id: string, note: string | null) =>
  ownerRows("update person set note = $1 where id = $2", [note, id]);

describe("free texts read by night", () => {
  test("are listed by where they stand when they may tell a belief, and no other", async () => {
    const { id } = await noted(BELIEF);
    await noted("هیئت مذهبی محله را اداره می‌کند");
    await noted();
    const circle = await formCircle(assistant, aCircle({ topic: "از قوم بلوچ" }), now);
    const contact = await recordContact(assistant, id, aContact({ note: "گرایش سیاسی: نامشخص" }), now);
    await scan();
    expect(await listed()).toMatchObject([
      { source: "circle.topic", recordId: circle.id, ownerId: circle.id, day: null },
      { source: "contact.note", recordId: contact.id, ownerId: id, day: "2026-12-24" },
      { source: "person.note", recordId: id, ownerId: id, text: BELIEF },
    ]);
    expect(await within(assistant, (db) => countTextsToLookAt(db, GORGAN))).toBe(3);
    const [kept] = await ownerRows<{ row: object }>(
      "select to_jsonb(t) as row from text_to_look_at t where source = 'person.note'",
    );
    expect(JSON.stringify(kept)).not.toContain("اصولگرا");
  });

  test("that somebody says are fine are not listed again, until they change", async () => {
    const { id } = await noted(BELIEF);
    await scan();
    const [text] = await listed();
    if (!text) throw new Error("no text is listed");
    await settleText(assistant, text, now);
    await scan();
    expect(await listed()).toEqual([]);
    await expect(settleText(assistant, text, now)).rejects.toMatchObject({ code: "network.texts.changed" });
    await rewrite(id, `${BELIEF}!`);
    await scan();
    expect(await listed()).toMatchObject([{ recordId: id, text: `${BELIEF}!` }]);
    expect(await ownerRows("select changed from audit_entry where verb = 'look-at'")).toEqual([
      { changed: ["person.note"] },
    ]);
  });

  test("that were mended leave the list at once, and their rows by night", async () => {
    const [one, other] = [await noted(BELIEF), await noted(BELIEF)];
    await scan();
    const [text] = (await listed()).filter(({ recordId }) => recordId === one.id);
    await rewrite(one.id, "عصرها جواب می‌دهد");
    expect((await listed()).map(({ recordId }) => recordId)).toEqual([other.id]);
    expect(await within(assistant, (db) => countTextsToLookAt(db, GORGAN))).toBe(1);
    await scan();
    expect(await ownerRows("select record_id as id from text_to_look_at")).toEqual([{ id: other.id }]);
    if (text) await expect(settleText(assistant, text, now)).rejects.toMatchObject({ kind: "conflict" });
  });

  test("are the county's alone, and settled by those who keep its network", async () => {
    await noted(BELIEF);
    await scan();
    const [text] = await listed();
    if (!text) throw new Error("no text is listed");
    for (const actor of [
      actorOf(AQQALA, "assistant"),
      actorOf(GOLESTAN, "representative"),
      actorOf(NATION, "national-officer"),
    ])
      await within(actor, async (db) => {
        expect((await listTextsToLookAt(db, GORGAN)).rows).toEqual([]);
        expect(await db.textToLookAt.count()).toBe(0);
      });
    await expect(settleText(actorOf(AQQALA, "assistant"), text)).rejects.toMatchObject({ kind: "conflict" });
    await expect(settleText(actorOf(GORGAN, "governor"), text)).rejects.toMatchObject({ kind: "forbidden" });
    expect(await listed()).toHaveLength(1);
  });
});

describe("a note on a talk or a step", () => {
  const read = (kind: "contact" | "step", id: string) =>
    within(assistant, (db) => getNote(db, GORGAN, kind, id));
  const aNote = async (note: string) => {
    const { id: personId } = await noted();
    const { id } = await recordContact(assistant, personId, aContact({ note }), now);
    return { personId, id, revision: (await read("contact", id)).revision };
  };

  test("is corrected where it stands, and leaves the list of texts with the word that brought it there", async () => {
    const { id, personId, revision } = await aNote(BELIEF);
    await scan();
    expect(await rewriteNote(assistant, "contact", id, { note: "عصرها جواب می‌دهد", revision })).toEqual({
      page: `people/${personId}`,
    });
    expect(await listed()).toEqual([]);
    expect(await ownerRows("select note, outcome from contact")).toMatchObject([
      { note: "عصرها جواب می‌دهد" },
    ]);
    expect(
      await ownerRows("select changed from audit_entry where verb = 'edit' and subject_id = $1", [id]),
    ).toEqual([{ changed: ["note"] }]);
  });

  test("may be taken out, and the talk stays", async () => {
    const { id, revision } = await aNote(BELIEF);
    await rewriteNote(assistant, "contact", id, { revision });
    expect(await ownerRows("select note from contact where id = $1", [id])).toEqual([{ note: null }]);
  });

  test("shows the second of two the words of the first", async () => {
    const { id, revision } = await aNote("یک");
    await rewriteNote(assistant, "contact", id, { note: "دو", revision });
    const now = await read("contact", id);
    await expect(rewriteNote(assistant, "contact", id, { note: "سه", revision })).rejects.toMatchObject({
      code: "refusal.changed",
      details: { theirs: { note: "دو" }, revision: now.revision },
    });
  });

  test("that says why a record was cancelled changes and does not go", async () => {
    const { id: personId } = await noted();
    await movePerson(assistant, personId, { step: "cancel", note: BELIEF }, now);
    const [step] = await ownerRows<{ id: string }>(
      "select id from person_state_change where person_id = $1 and state = 'cancelled'",
      [personId],
    );
    const { revision } = await read("step", step?.id ?? "");
    const rewritten = (note?: string) => rewriteNote(assistant, "step", step?.id ?? "", { note, revision });
    await expect(rewritten()).rejects.toMatchObject({ kind: "invalid" });
    await rewritten("دو بار ثبت شده بود");
    expect((await read("step", step?.id ?? "")).text).toBe("دو بار ثبت شده بود");
  });

  test("is the county's alone", async () => {
    const { id, revision } = await aNote("یک");
    const by = (actor: typeof assistant) => rewriteNote(actor, "contact", id, { note: "دو", revision });
    await expect(by(actorOf(AQQALA, "assistant"))).rejects.toMatchObject({ kind: "missing" });
    await expect(by(actorOf(GORGAN, "governor"))).rejects.toMatchObject({ kind: "forbidden" });
  });
});
