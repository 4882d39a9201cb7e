import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { normalise } from "~/lib/persian-text";
import { MOST_MINUTES_BYTES, MOST_MINUTES_FILES } from "../../choices";
import { MinutesFilesBrought } from "../../events";
import { problemOf } from "../file.server";

/** A file's name for showing: its last part, at most 120 characters. */
const shownName = (name: string) =>
  [...normalise(name.split(/[/\\]/).at(-1) ?? "").replace(/\s+/gu, " ")].slice(-120).join("") || "–";

/**
 * Takes in files of minutes, many at once; a job reads them, and each becomes a draft or says why not. Refuses `invalid`
 * none, too many, more bytes than are taken at once, and files of which none can be read.
 */
export async function bringMinutesFiles(
  actor: PlacedActor,
  files: readonly { name: string; bytes: Uint8Array }[],
  now = clock(),
): Promise<{ count: number }> {
  authorize(actor, "import", "Minutes");
  const refuse = (code: string) => new Refusal("invalid", code, { field: "files" });
  if (files.length === 0) throw refuse("minutes.many.none");
  if (files.length > MOST_MINUTES_FILES) throw refuse(`minutes.many.too-many?most=${MOST_MINUTES_FILES}`);
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > MOST_MINUTES_BYTES)
    throw refuse(`minutes.many.too-large?mb=${MOST_MINUTES_BYTES / 1024 / 1024}`);
  const problems = files.map(({ bytes }) => problemOf(bytes));
  const [first] = problems;
  if (first && !problems.includes(null)) throw refuse(`minutes.file.${first}`);
  return within(actor, async (db) => {
    const rows = files.map(({ name, bytes }) => ({
      divisionId: actor.place.id,
      id: uuidv7(),
      name: shownName(name),
      content: Uint8Array.from(bytes),
      state: "waiting",
      broughtAt: now,
      broughtByKey: actor.key,
    }));
    await db.minutesFile.createMany({ data: rows });
    const fileId = rows[0]?.id ?? "";
    await audit(db, actor, "bring", "MinutesFile", fileId);
    await emit(db, actor, MinutesFilesBrought, { fileId });
    return { count: rows.length };
  });
}
