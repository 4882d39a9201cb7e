import type { Db } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { findTwinsOfMany } from "../queries.server/pairs";
import { decide, type Asked } from "./decide";
import type { FoundRow } from "./found-rows.server";
import { codedPerson, knownPeople } from "./known-people.server";
import type { Compared, TakenRow } from "./look-through.server";
import { PeopleIndex } from "./people-index";
import type { Preview } from "./problems";
import { whomRowsChange } from "./write-batch.server";

const besideWhom = ({ kind, of }: Asked) => ({
  question: kind,
  ...(of.isNew
    ? { personId: null, otherRow: of.row ?? null, otherName: of.fullName }
    : { personId: of.id, otherRow: null, otherName: null }),
});

/**
 * Compares the rows of one list with the county's people and with the rows before them, some at a time and each time in one
 * unit of work: three queries. Rows that would be added are compared with people of another spelling or number as well,
 * unless `isHurried`. Nobody is written.
 */
export function rowComparison(divisionId: number) {
  const index = new PeopleIndex();
  return async (db: Db, rows: readonly TakenRow[], isHurried: boolean): Promise<Compared> => {
    const people = rows.map(({ person }) => codedPerson(divisionId, person));
    const known = await knownPeople(db, divisionId, people);
    const decided = decide(people, known, uuidv7, { index, numberOf: (at) => rows[at]?.number ?? 0 });
    const changed = decided.changed.filter(({ id }) => index.withId(id)?.isNew !== true);
    const changing = await whomRowsChange(db, divisionId, changed);
    const twins = isHurried ? new Map() : await findTwinsOfMany(db, divisionId, decided.added, "same");
    const repeats: Preview["repeats"] = [];
    const found: FoundRow[] = [];
    const counted = { updated: 0, unchanged: 0 };
    rows.forEach(({ number, person }, at) => {
      const { fullName, mobile, locality } = person;
      const asked = decided.asked.get(at);
      const described = { rowNumber: number, fullName, mobile, locality };
      if (asked) return void found.push({ ...described, reasons: [], ...besideWhom(asked) });
      const id = decided.meant.get(at);
      if (id === undefined) return;
      const of = decided.repeated.get(at);
      if (of !== undefined) return void repeats.push({ number, name: fullName, of });
      const twin = twins.get(id);
      if (twin) {
        const beside = { personId: twin.id, otherRow: null, otherName: null };
        found.push({ ...described, reasons: twin.reasons, question: "likely", ...beside });
      }
      if (index.withId(id)?.isNew) return;
      counted[changing.has(id) ? "updated" : "unchanged"] += 1;
    });
    return { ...counted, added: decided.added.length, found, refused: decided.refused, repeats };
  };
}
