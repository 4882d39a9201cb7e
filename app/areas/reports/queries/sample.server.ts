import { createHash } from "node:crypto";
import type { Actor } from "~/kernel/actor";
import { handsOf } from "~/kernel/actor";
import { Prisma, type Db } from "~/kernel/db.server";
import { isoOfDate, type IsoDate } from "~/lib/jalali";
import { keptOfKinds } from "../indicators/kept-records.server";
import { INDICATORS } from "../indicators/list.server";
import { PERSONAL, type RecordKind } from "../record-kind";
import { sampleSize } from "../sample-size";

type Submission = { divisionId: number; id: string; submission: number };

/** Indicators whose records the level above may open, with what these are. */
const OPEN = INDICATORS.filter(({ record }) => !PERSONAL.includes(record));

/** A record of the sample, as it stands now. */
export type SampledRecord = {
  id: string;
  kind: RecordKind;
  /** Null where the record is not there any more. */
  label: string | null;
  day: IsoDate | null;
  isSeen: boolean;
};

/** Ids with their kinds in the order that the submission itself gives by chance: the same whenever it is drawn. */
export async function drawSample(
  db: Db,
  { divisionId, id, submission }: Submission,
): Promise<{ id: string; kind: RecordKind }[]> {
  const figures = await db.reportFigure.findMany({
    where: { divisionId, reportId: id, submission },
    select: { indicatorCode: true, recordIds: true },
    take: 200,
  });
  const kinds = new Map<string, RecordKind>();
  for (const { indicatorCode, recordIds } of figures) {
    const indicator = OPEN.find(({ code }) => code === indicatorCode);
    if (indicator) for (const recordId of recordIds) kinds.set(recordId, indicator.record);
  }
  const lot = (recordId: string) =>
    createHash("sha256").update(`${id}.${submission}.${recordId}`).digest("hex");
  return [...kinds]
    .map(([recordId, kind]) => ({ id: recordId, kind, lot: lot(recordId) }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    .slice(0, sampleSize(kinds.size))
    .map(({ id: recordId, kind }) => ({ id: recordId, kind }));
}

/** Those of the sample that the actor, or whoever he acts for, has had before him. */
async function seenBy(
  db: Db,
  actor: Actor,
  { divisionId, id, submission }: Submission,
): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select record_id::text as id from report_sample_seen
    where division_id = ${divisionId} and report_id = ${id}::uuid and submission = ${submission}
      and by_key = any (${handsOf(actor)})`;
  return new Set(rows.map((row) => row.id));
}

/** How many records of the sample the actor has still to see before he may approve. */
export async function countUnseen(db: Db, actor: Actor, submission: Submission): Promise<number> {
  const sample = await drawSample(db, submission);
  if (sample.length === 0) return 0;
  const seen = await seenBy(db, actor, submission);
  return sample.filter(({ id }) => !seen.has(id)).length;
}

/** The sample of a submission with the words of its records, in the order of its lots. */
export async function readSample(db: Db, actor: Actor, submission: Submission): Promise<SampledRecord[]> {
  const sample = await drawSample(db, submission);
  if (sample.length === 0) return [];
  const seen = await seenBy(db, actor, submission);
  const kinds = [...new Set(sample.map(({ kind }) => kind))];
  const rows = await db.$queryRaw<{ id: string; label: string; day: Date }[]>(
    Prisma.sql`select id::text, label, day from (${keptOfKinds(
      kinds,
      submission.divisionId,
      sample.map(({ id }) => id),
    )}) x limit 100`,
  );
  const words = new Map(rows.map((row) => [row.id, row]));
  return sample.map(({ id, kind }) => {
    const row = words.get(id);
    return {
      id,
      kind,
      label: row?.label ?? null,
      day: row ? isoOfDate(row.day) : null,
      isSeen: seen.has(id),
    };
  });
}
