import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { canSeal } from "~/kernel/sealed.server";
import { inspectSheet } from "~/kernel/sheets/inspect-sheet.server";
import { uuidv7 } from "~/lib/identifiers";
import { normalise } from "~/lib/persian-text";
import { shownCell } from "../people-import/code-cell";
import { LEFT_OUT } from "../people-import/fields";
import { guessColumns } from "../people-import/guess-columns";
import { isKnownHeader } from "../people-import/headers";
import { keptFile } from "../people-import/kept-file.server";
import { keptUntil } from "../people-import/states";
import { rememberedColumns } from "../queries.server/imports";

/** A file's name for showing: its last part, at most 120 characters. */
const shownName = (name: string) =>
  [...normalise(name.split(/[/\\]/).at(-1) ?? "").replace(/\s+/gu, " ")].slice(-120).join("");

/**
 * Takes in a file with a list of people: looks what list it holds and keeps it until its columns are known. Nobody is
 * brought in yet. Refuses `invalid` what cannot be read, each reason with its own sentence.
 */
export async function beginImport(
  actor: PlacedActor,
  file: { name: string; bytes: Uint8Array },
  now = clock(),
): Promise<{ id: string }> {
  authorize(actor, "prepare", "PeopleImport");
  const list = await inspectSheet(file.bytes, isKnownHeader);
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const id = uuidv7();
    const guessed = guessColumns(list.headers, await rememberedColumns(db, divisionId));
    await db.personImport.create({
      data: {
        divisionId,
        id,
        fileName: shownName(file.name) || "–",
        state: "columns",
        headerRow: list.headerRow,
        headers: list.headers,
        samples: list.samples.map((cells) => cells.map((cell, index) => shownCell(cell, guessed[index]))),
        formulas: list.formulas,
        errors: list.errors,
        columns: guessed.map((choice) => (choice === "national-code" && !canSeal() ? LEFT_OUT : choice)),
        rowsTotal: list.rows,
        createdAt: now,
        createdByKey: actor.key,
        createdByName: actor.name,
      },
    });
    await db.personImportFile.create({
      data: {
        divisionId,
        importId: id,
        content: keptFile(divisionId, id, file.bytes),
        keptUntil: keptUntil("waiting", now),
      },
    });
    await audit(db, actor, "prepare", "PeopleImport", id);
    return { id };
  });
}
