import type { ReactNode } from "react";
import { Chip } from "~/ui/chip";
import { InstantText } from "~/ui/instant-text";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Num } from "~/ui/num";
import { Nothing, Table, type Column } from "~/ui/table";
import type { ExportsKey } from "../messages";
import type { ExportRow } from "../queries.server";

/** A row of the log with its list and filters in the reader's words. */
export type ToldExport = Omit<ExportRow, "takenByKey" | "filters"> & {
  title: string;
  told: string;
  /** The list is still there, and one of the place and not of an office's desk. */
  isTakenHere: boolean;
};

/** Who took what and why, the newest first. */
export function ExportTable({ rows, base, empty }: { rows: ToldExport[]; base: string; empty: ReactNode }) {
  const t = useT<ExportsKey>();
  const columns: Column<ToldExport>[] = [
    {
      key: "list",
      header: t("exports.list"),
      cell: (row) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          <Link to={`${base}/${row.id}`} className="inline-block min-h-6 py-0.5 hover:text-teal">
            {row.title}
          </Link>
          {row.isPersonal && (
            <Chip tone="saffron" icon="users">
              {t("exports.personal")}
            </Chip>
          )}
          {row.told && <span className="basis-full text-meta text-ink-3">{row.told}</span>}
        </span>
      ),
    },
    {
      key: "by",
      header: t("exports.taken-by"),
      cell: (row) => (
        <span>
          {row.takenByName}
          <span className="block text-meta text-ink-3">{row.takenByPost}</span>
        </span>
      ),
    },
    {
      key: "at",
      header: t("exports.taken-at"),
      cell: (row) => <InstantText instant={row.createdAt} />,
      noWrap: true,
    },
    { key: "reason", header: t("exports.reason"), cell: (row) => row.reason ?? <Nothing /> },
    {
      key: "rows",
      header: t("exports.rows"),
      numeric: true,
      cell: (row) => <Num value={row.rowCount} column />,
    },
  ];
  return (
    <Table caption={t("exports.log")} columns={columns} rows={rows} rowKey={(row) => row.id} empty={empty} />
  );
}
