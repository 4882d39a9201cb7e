import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { Prisma, within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { PersonErased, PersonFilesRemoved } from "../events";
import { eraseWords } from "../people/erased-words.server";
import { TABLES_OF_A_PERSON } from "../people/tables-of-a-person";

/** What stands where a name was: it is nobody's, and reads the same in every language. */
const NOBODY = "—";

/** What goes as a whole: `table.column` of rows that are about him alone. */
const REMOVED = Object.entries(TABLES_OF_A_PERSON)
  .filter(([, { erase }]) => erase === "remove")
  .map(([column]) => column.split(".") as [string, string]);

/**
 * Erases a person at his own word, for ever: name, number, code, notes, names on messengers, ties and the words of his
 * contacts go from every table; the rows that are counted (himself, memberships, days and outcomes of contacts, steps)
 * stay, so that no figure changes. Ends every page of his that is open.
 */
export async function erasePerson(hand: PlacedActor, personId: string, now = clock()) {
  authorize(hand, "erase", "Person", { id: personId });
  return within(hand, async (db) => {
    const divisionId = hand.place.id;
    const key = { divisionId_id: { divisionId, id: personId } };
    // Held before anything goes: what is added to him meanwhile waits, and finds nobody to add it to.
    await db.$queryRaw`select from person where division_id = ${divisionId} and id = ${personId}::uuid for update`;
    const person = await db.person.findUnique({ where: key });
    if (!person || person.erasedAt) throw new Refusal("missing", "refusal.missing");
    const files = await db.$queryRaw<{ id: string }[]>`delete from person_file
      where division_id = ${divisionId} and person_id = ${personId}::uuid returning id::text`;
    for (const [table, column] of REMOVED)
      await db.$executeRaw`delete from ${Prisma.raw(`"${table}"`)}
        where division_id = ${divisionId} and ${Prisma.raw(`"${column}"`)} = ${personId}::uuid`;
    await eraseWords(db, { divisionId, personId, fullName: person.fullName, mobile: person.mobile }, now);
    await db.person.update({
      where: key,
      data: {
        fullName: NOBODY,
        searchKey: "",
        mobile: null,
        nationalCodeSealed: null,
        nationalCodeHash: null,
        locality: null,
        note: null,
        source: null,
        capacities: [],
        preferredWay: null,
        erasedAt: now,
        revision: { increment: 1 },
      },
    });
    await audit(db, hand, "erase", "Person", personId, ["full_name", "mobile", "national_code", "note"]);
    await emit(db, hand, PersonErased, { personId });
    if (files.length > 0) await emit(db, hand, PersonFilesRemoved, { fileIds: files.map(({ id }) => id) });
    return { id: personId };
  });
}
