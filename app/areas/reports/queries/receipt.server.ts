import { findObligationsOfTurns } from "~/areas/obligations/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { isoDate, isIsoDate, type IsoDate } from "~/lib/jalali";
import { decodeCursor, encodeCursor } from "~/lib/paging";
import type { Figure } from "../figure";
import { countKeptRecords, listKeptRecords } from "../indicators/kept-records.server";
import { cellOf, computeFigures, figureOf, listRecords, nothingOf } from "../indicators/figures.server";
import { PERSONAL, type RecordKind } from "../record-kind";
import { findIndicator } from "../indicators/list.server";
import { WRITABLE } from "../lifecycle";
import { levelOf } from "../report-record.server";
import type { ReportHead } from "./report-page.server";

const PAGE = 50;

export type ReceiptRecord = {
  id: string;
  label: string;
  day: IsoDate;
  amount: number | null;
  /** The record to whose page it leads. */
  opens: string;
};

/** The records behind one figure. */
export type ReceiptView = {
  code: string;
  record: RecordKind;
  figure: Figure;
  records: ReceiptRecord[];
  /** Of a rate: records in the denominator alone, where the reader may see them. */
  rest: ReceiptRecord[];
  next: string | null;
  /** The page after this one of `rest`. */
  restNext: string | null;
  /** A page of `rest` was asked for: it is what the reader looks at. */
  isAtRest: boolean;
  /** Records that were counted at submission and are not there any more. */
  gone: number;
  /** The records are people: above their county there is the number and nothing else. */
  isWithheld: boolean;
};

function cursorOf(text: string | null): { day: IsoDate; id: string } | undefined {
  const [day, id] = decodeCursor(text, ["day", "uuid"]) ?? [];
  return typeof day === "string" && typeof id === "string" && isIsoDate(day)
    ? { day: isoDate(day), id }
    : undefined;
}

function pageOf<R extends { day: IsoDate; id: string }>(rows: R[]) {
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return { shown, next: rows.length > PAGE && last ? encodeCursor([last.day, last.id]) : null };
}

/** Where a record leads: a turn of a continuous obligation to its obligation, any other to itself. */
async function opensOf(
  db: Db,
  kind: RecordKind,
  divisionId: number,
  records: readonly { id: string }[],
): Promise<(id: string) => string> {
  if (kind !== "obligation" || records.length === 0) return (id) => id;
  const ids = records.map(({ id }) => id);
  const obligations = await findObligationsOfTurns(db, divisionId, ids);
  return (id) => obligations.get(id) ?? id;
}

/** The record to whose page one record of a receipt leads. */
export async function findTurnsObligation(
  db: Db,
  kind: RecordKind,
  divisionId: number,
  id: string,
): Promise<string> {
  return (await opensOf(db, kind, divisionId, [{ id }]))(id);
}

/**
 * The receipt of one figure of a county's report: its records as they are now while the county works on it, else the
 * records that were counted when it was sent. `at` are the ends of the pages before, of what counted and of the rest.
 * Refuses with `missing` what has no receipt.
 */
export async function readReceipt(
  db: Db,
  actor: PlacedActor,
  head: ReportHead,
  code: string,
  at: { after: string | null; rest: string | null },
  now: Date,
): Promise<ReceiptView> {
  const indicator = findIndicator(code);
  const { divisionId } = head;
  if (!indicator || levelOf(divisionId) !== "county") throw new Refusal("missing", "refusal.missing");
  const isOwn = divisionId === actor.place.id;
  const isWithheld = !isOwn && PERSONAL.includes(indicator.record);
  const after = cursorOf(at.after);
  const restAfter = cursorOf(at.rest);
  const base = { code, record: indicator.record, isWithheld, isAtRest: restAfter !== undefined };

  if (isOwn && WRITABLE.includes(head.state)) {
    const cell = cellOf({ lo: divisionId, hi: divisionId }, head.period, now);
    const [{ code: _, ...figure } = { code, ...nothingOf(code) }] = await computeFigures(
      db,
      [indicator],
      cell,
    );
    const { shown, next } = pageOf(await listRecords(db, indicator, cell, { after, take: PAGE + 1 }));
    const { shown: rest, next: restNext } = pageOf(
      indicator.kind === "rate" && !after
        ? await listRecords(db, indicator, cell, { part: "rest", after: restAfter, take: PAGE + 1 })
        : [],
    );
    const opens = await opensOf(db, indicator.record, divisionId, [...shown, ...rest]);
    const asRow = ({ id, label, day, amount }: (typeof shown)[number]): ReceiptRecord => ({
      id,
      label,
      day,
      amount: indicator.kind === "sum" || indicator.kind === "median" ? amount : null,
      opens: opens(id),
    });
    return {
      ...base,
      figure,
      records: shown.map(asRow),
      rest: rest.map(asRow),
      next,
      restNext,
      gone: 0,
    };
  }

  const kept = await db.reportFigure.findUnique({
    where: {
      divisionId_reportId_submission_indicatorCode: {
        divisionId,
        reportId: head.id,
        submission: head.submission,
        indicatorCode: code,
      },
    },
  });
  if (!kept) throw new Refusal("missing", "refusal.missing");
  const rows = isWithheld
    ? []
    : await listKeptRecords(db, indicator.record, divisionId, kept.recordIds, { after, take: PAGE + 1 });
  const { shown, next } = pageOf(rows);
  const opens = await opensOf(db, indicator.record, divisionId, shown);
  return {
    ...base,
    figure: figureOf(code, kept),
    records: shown.map((row) => ({ ...row, amount: null, opens: opens(row.id) })),
    rest: [],
    next,
    restNext: null,
    gone: isWithheld
      ? 0
      : kept.recordIds.length - (await countKeptRecords(db, indicator.record, divisionId, kept.recordIds)),
  };
}
