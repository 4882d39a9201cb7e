import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import type { MinutesFileProblem } from "../../choices";
import { MinutesFilesBrought } from "../../events";
import { readMinutesFile } from "../file.server";
import { keepNewDraft, knownOf, readDocument, type ReadDocument } from "../new-draft.server";

/** A job leaves off after this long, in milliseconds, and another goes on. */
const LONGEST_JOB = 20_000;

/** What a person teaches while a job reads is known to it after this long, in milliseconds. */
const KNOWN_FOR = 1_000;

type Waiting = { id: string; content: Uint8Array };

/**
 * Reads the files of minutes that wait in a place, each in a unit of work of its own: what was read stays read when the
 * job is killed, and a file is read once whichever jobs are at it.
 */
export async function readMinutesFiles(
  actor: PlacedActor,
  now = clock(),
  longest = LONGEST_JOB,
): Promise<void> {
  authorize(actor, "read-files", "Minutes");
  const begun = performance.now();
  let known = await knownOf(actor, now);
  let knownAt = begun;
  for (let file = await nextFile(actor); file; file = await nextFile(actor)) {
    if (performance.now() - begun > longest) {
      const { id: fileId } = file;
      await within(actor, (db) => emit(db, actor, MinutesFilesBrought, { fileId }));
      return;
    }
    if (performance.now() - knownAt > KNOWN_FOR) {
      known = await knownOf(actor, now);
      knownAt = performance.now();
    }
    const read = await readMinutesFile(file.content);
    await settle(actor, file.id, read.ok ? await readDocument(read.text, known) : read.reason, now);
  }
}

function nextFile(actor: PlacedActor): Promise<Waiting | undefined> {
  return within(
    actor,
    async (db) => {
      const [file] = await db.$queryRaw<Waiting[]>`
        select id, content from minutes_file
        where division_id = ${actor.place.id} and state = 'waiting' and content is not null order by id limit 1`;
      return file;
    },
    { readOnly: true },
  );
}

async function settle(
  actor: PlacedActor,
  fileId: string,
  found: ReadDocument | MinutesFileProblem,
  now: Date,
): Promise<void> {
  const divisionId = actor.place.id;
  await within(actor, async (db) => {
    const [held] = await db.$queryRaw<{ by: string }[]>`
      select brought_by_key as by from minutes_file
      where division_id = ${divisionId} and id = ${fileId}::uuid and state = 'waiting' for update`;
    if (!held) return;
    const where = { divisionId, id: fileId };
    if (typeof found === "string") {
      await db.minutesFile.updateMany({ where, data: { state: "refused", problem: found, content: null } });
      return;
    }
    const { state, id } = await keepNewDraft(db, actor, found, now, held.by);
    await db.minutesFile.updateMany({
      where,
      data: {
        state: state === "new" ? "read" : "known",
        content: null,
        ...(state === "issued" ? { minutesId: id } : { draftId: id }),
      },
    });
  });
}
