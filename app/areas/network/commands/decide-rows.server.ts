import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { DecideRows } from "../schema/import";
import type { RowDecision, RowWord } from "../people-import/problems";
import { getImport } from "../queries.server/imports";

const decisionOf = (word: RowWord): RowDecision | null => (word === "later" ? null : word);

/**
 * Says of rows of a list whether each is the person beside whom it stands, another one, or stays out; or of all of them at
 * once; that a row is somebody under another name is said of each. What was said can be changed until the list is started; then `conflict`.
 */
export async function decideRows(actor: PlacedActor, id: string, input: DecideRows): Promise<void> {
  authorize(actor, "prepare", "PeopleImport");
  await within(actor, async (db) => {
    const divisionId = actor.place.id;
    const list = await getImport(db, divisionId, id);
    if (list.state !== "checked") throw new Refusal("conflict", "network.import.changed-meanwhile");
    const said = input.rows.map(({ row, word }) => ({ row, decision: decisionOf(word) }));
    const all = decisionOf(input.all ?? "later");
    await (input.all === undefined
      ? db.$executeRaw`update person_import_twin t set decision = g.decision
          from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as g("row" int, decision text)
          where t.division_id = ${divisionId} and t.import_id = ${id}::uuid and t.row_number = g."row"`
      : db.$executeRaw`update person_import_twin set decision = ${all}
          where division_id = ${divisionId} and import_id = ${id}::uuid
            and (${all}::text is distinct from 'update' or question = 'likely')`);
    await audit(db, actor, "decide", "PeopleImport", id);
  });
}
