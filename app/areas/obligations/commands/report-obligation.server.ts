import type { Actor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import type { StoredFile } from "~/kernel/files.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { recordAt } from "../evidence/record.server";
import { ObligationReported } from "../events";
import { isClosed, type State } from "../lifecycle";
import type { Report, Which } from "../schema";
import { obligationFor, takeStep, type ObligationRecord } from "../steps/step.server";

/** A file that is kept already, sealed under the id that its row will have. */
export type KeptFile = StoredFile & { id: string };

/**
 * The debtor reports it done, with evidence: a text, a letter's number, a file already stored, a record of its place. While an office to
 * which it was passed on has not finished, `word` has to say why it counts as done.
 * Refuses `invalid` without any evidence (beside `text`) and without that word (beside `word`).
 */
export async function reportObligation(
  actor: Actor,
  which: Which,
  input: Report,
  file?: KeptFile,
  now = clock(),
) {
  return within(actor, async (db) => {
    const { row, next } = await obligationFor(db, actor, "report-done", which, now);
    if (!input.text && !input.letterNumber && !file && !input.record) {
      throw new Refusal("invalid", "obligations.report.evidence-missing", { field: "text" });
    }
    const unfinished = await countUnfinished(db, row);
    if (unfinished > 0 && !input.word) {
      throw new Refusal("invalid", "obligations.report.children-open", {
        field: "word",
        params: { count: unfinished },
      });
    }
    await takeStep(
      db,
      actor,
      "report-done",
      row,
      {
        state: next,
        reportedAt: now,
        reportedByKey: actor.key,
        reportedForKey: actor.actingFor?.key ?? null,
      },
      { note: input.word, at: now },
    );
    await keepEvidence(db, actor, row, input, file, now);
    await emit(db, actor, ObligationReported, { divisionId: row.divisionId, obligationId: row.id });
    return { id: row.id };
  });
}

async function countUnfinished(db: Db, { divisionId, id }: ObligationRecord): Promise<number> {
  const children = await db.obligation.findMany({
    where: { sourceDivisionId: divisionId, parentId: id },
    select: { state: true },
    take: 500,
  });
  return children.filter((child) => !isClosed(child.state as State)).length;
}

async function keepEvidence(
  db: Db,
  actor: Actor,
  row: ObligationRecord,
  input: Report,
  file: KeptFile | undefined,
  at: Date,
) {
  const common = {
    divisionId: row.divisionId,
    sourceDivisionId: row.sourceDivisionId,
    officeId: row.officeId,
    obligationId: row.id,
    turnId: row.turnId ?? row.id,
    byName: actor.name,
    byKey: actor.key,
    at,
  };
  const record = input.record ? await recordAt(db, row.divisionId, input.record) : null;
  const pieces = [
    input.text ? { ...common, id: uuidv7(), kind: "text", text: input.text } : null,
    input.letterNumber ? { ...common, id: uuidv7(), kind: "letter", text: input.letterNumber } : null,
    file
      ? {
          ...common,
          id: file.id,
          kind: "file",
          fileSealed: true,
          fileHash: file.hash,
          fileName: file.name,
          fileType: file.type,
          fileSize: file.size,
        }
      : null,
    record ? { ...common, id: uuidv7(), kind: "record", ...record } : null,
  ].filter((piece) => piece !== null);
  await db.obligationEvidence.createMany({ data: pieces });
}
