import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { SheetKind } from "~/kernel/sheets/sheet";
import { decodeCursor, pageOf, PAGE_SIZE, type Page } from "~/lib/paging";

export type ExportRow = {
  id: string;
  number: number;
  list: string;
  filters: Record<string, string>;
  format: SheetKind;
  isPersonal: boolean;
  reason: string | null;
  rowCount: number;
  takenByKey: string;
  takenByName: string;
  takenByPost: string;
  createdAt: Date;
};

const COLUMNS = Prisma.sql`id::text, number, list, filters, format, is_personal as "isPersonal", reason,
  row_count as "rowCount", taken_by_key as "takenByKey", taken_by_name as "takenByName",
  taken_by_post as "takenByPost", created_at as "createdAt"`;

/** What was taken out of a place, the newest first. */
export async function listExports(
  db: Db,
  divisionId: number,
  cursor?: string | null,
  size = PAGE_SIZE,
): Promise<Page<ExportRow>> {
  const after = decodeCursor(cursor, ["integer"])?.[0];
  const older = typeof after === "number" ? Prisma.sql`and number < ${after}::bigint` : Prisma.empty;
  const rows = await db.$queryRaw<ExportRow[]>`
    select ${COLUMNS} from export_log where division_id = ${divisionId} ${older}
    order by number desc limit ${size + 1}`;
  return pageOf(rows, size, (row) => [row.number]);
}

/** One export of a place. Refuses `missing`. */
export async function getExport(db: Db, divisionId: number, id: string): Promise<ExportRow> {
  const [row] = await db.$queryRaw<ExportRow[]>`
    select ${COLUMNS} from export_log where division_id = ${divisionId} and id = ${id}::uuid`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row;
}
