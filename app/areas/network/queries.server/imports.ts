import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { EntryState } from "../choices";
import type { ColumnChoice } from "../people-import/fields";
import { openedFile } from "../people-import/kept-file.server";
import type { Preview, Problem } from "../people-import/problems";
import type { ImportState } from "../people-import/states";

/** What the county read a column of each name as the last time, by the header's key. */
export async function rememberedColumns(db: Db, divisionId: number): Promise<Map<string, string>> {
  const rows = await db.importColumn.findMany({ where: { divisionId } });
  return new Map(rows.map(({ headerKey, field }) => [headerKey, field]));
}

const row = {
  id: true,
  fileName: true,
  state: true,
  rowsTotal: true,
  rowsDone: true,
  added: true,
  updated: true,
  unchanged: true,
  refused: true,
  createdAt: true,
  createdByName: true,
} as const;

const RECENT = 10;

/** The county's newest imports. */
export async function listImports(db: Db, divisionId: number) {
  const rows = await db.personImport.findMany({
    where: { divisionId },
    select: row,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: RECENT,
  });
  return rows.map((one) => ({ ...one, state: one.state as ImportState }));
}
export type ImportRow = Awaited<ReturnType<typeof listImports>>[number];

/** One import of the county. Refuses `missing`. */
export async function getImport(db: Db, divisionId: number, id: string) {
  const [found, file, refusal, trace] = [
    await db.personImport.findUnique({ where: { divisionId_id: { divisionId, id } } }),
    await db.personImportFile.findUnique({
      where: { divisionId_importId: { divisionId, importId: id } },
      select: { keptUntil: true },
    }),
    await db.personImportRefusal.findFirst({
      where: { divisionId, importId: id },
      orderBy: { rowNumber: "asc" },
      select: { keptUntil: true },
    }),
    await db.personImportTrace.findFirst({
      where: { divisionId, importId: id },
      orderBy: { personId: "asc" },
      select: { personId: true },
    }),
  ];
  if (!found) throw new Refusal("missing", "refusal.missing");
  return {
    ...found,
    state: found.state as ImportState,
    columns: found.columns as ColumnChoice[],
    entryState: found.entryState as EntryState,
    samples: found.samples as string[][],
    preview: found.preview as Preview | null,
    hasFile: file !== null,
    /** What it did to people is kept: before it is taken back to do so, then to tell what became of them. */
    hasTraces: trace !== null,
    /** Until when its file waits for somebody to start it, and its refused rows to be fetched; null where there are none. */
    fileKeptUntil: file?.keptUntil ?? null,
    refusedKeptUntil: refusal?.keptUntil ?? null,
  };
}
export type ImportDetails = Awaited<ReturnType<typeof getImport>>;

/** The file of an import that is not over. Refuses `missing`, and `conflict` where another key sealed it. */
export async function getImportFile(db: Db, divisionId: number, importId: string): Promise<Uint8Array> {
  const file = await db.personImportFile.findUnique({
    where: { divisionId_importId: { divisionId, importId } },
  });
  if (!file) throw new Refusal("missing", "refusal.missing");
  const bytes = openedFile(divisionId, importId, file.content);
  if (!bytes) throw new Refusal("conflict", "network.import.no-key");
  return bytes;
}

export type RefusedRow = { rowNumber: number; problems: Problem[]; cells: string[] };

/** Rows that an import did not take, after the row `after`, in their order. */
export async function listRefusedRows(
  db: Db,
  divisionId: number,
  importId: string,
  after: number,
  size: number,
): Promise<RefusedRow[]> {
  const rows = await db.personImportRefusal.findMany({
    where: { divisionId, importId, rowNumber: { gt: after } },
    orderBy: { rowNumber: "asc" },
    take: size,
  });
  return rows.map(({ rowNumber, problems, cells }) => ({
    rowNumber,
    problems: problems as Problem[],
    cells,
  }));
}
