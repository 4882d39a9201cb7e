import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { Locale } from "~/lib/jalali";
import { decodeCursor, pageOf, PAGE_SIZE, type Page } from "~/lib/paging";
import type { ExportFormat, PaperState } from "./choices";

/** How far the job is that writes an export as an office page. */
export type ExportPaper = {
  state: PaperState;
  locale: Locale;
  rowsDone: number;
  /** Known of a PDF. */
  pages: number | null;
  fileHash: string | null;
  fileSize: number | null;
  /** Key of a message. */
  failure: string | null;
  readyAt: Date | null;
};

export type ExportRow = {
  id: string;
  number: number;
  list: string;
  filters: Record<string, string>;
  format: ExportFormat;
  isPersonal: boolean;
  reason: string | null;
  rowCount: number;
  takenByKey: string;
  takenByName: string;
  takenByPost: string;
  createdAt: Date;
  /** None of a sheet, which is written while it is fetched. */
  paper: ExportPaper | null;
};

type Flat = Omit<ExportRow, "paper"> & { [K in keyof ExportPaper]: ExportPaper[K] | null };

const COLUMNS = Prisma.sql`l.id::text, l.number, l.list, l.filters, l.format, l.is_personal as "isPersonal", l.reason,
  l.row_count as "rowCount", l.taken_by_key as "takenByKey", l.taken_by_name as "takenByName",
  l.taken_by_post as "takenByPost", l.created_at as "createdAt", p.state, p.locale, p.rows_done as "rowsDone", p.pages,
  p.file_hash as "fileHash", p.file_size as "fileSize", p.failure, p.ready_at as "readyAt"`;

const WITH_PAPER = Prisma.sql`left join export_paper p on p.division_id = l.division_id and p.id = l.id`;

function gathered(flat: Flat): ExportRow {
  const { state, locale, rowsDone, pages, fileHash, fileSize, failure, readyAt, ...row } = flat;
  if (!state || !locale) return { ...row, paper: null };
  const paper = { state, locale, rowsDone: rowsDone ?? 0, pages, fileHash, fileSize, failure, readyAt };
  return { ...row, paper };
}

/** What was taken out of a place, the newest first. */
export async function listExports(
  db: Db,
  divisionId: number,
  cursor?: string | null,
  size = PAGE_SIZE,
): Promise<Page<ExportRow>> {
  const after = decodeCursor(cursor, ["integer"])?.[0];
  const older = typeof after === "number" ? Prisma.sql`and number < ${after}::bigint` : Prisma.empty;
  const rows = await db.$queryRaw<Flat[]>`
    select ${COLUMNS} from (select * from export_log where division_id = ${divisionId} ${older}
      order by number desc limit ${size + 1}) l ${WITH_PAPER}
    order by l.number desc`;
  return pageOf(rows.map(gathered), size, (row) => [row.number]);
}

/** One export of a place. Refuses `missing`. */
export async function getExport(db: Db, divisionId: number, id: string): Promise<ExportRow> {
  const [row] = await db.$queryRaw<Flat[]>`
    select ${COLUMNS} from export_log l ${WITH_PAPER} where l.division_id = ${divisionId} and l.id = ${id}::uuid`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  return gathered(row);
}
