import { Chip } from "~/ui/chip";
import { useT } from "~/ui/i18n";
import { InstantText } from "~/ui/instant-text";
import { Link } from "~/ui/link";
import { Num } from "~/ui/num";
import { Table, type Column } from "~/ui/table";
import type { NetworkKey } from "../../messages";
import type { ImportRow } from "../../queries.server/imports";

const TONES: Partial<Record<ImportRow["state"], "teal" | "brick" | "neutral">> = {
  done: "teal",
  failed: "brick",
  undone: "neutral",
};

/** The county's newest lists and what came of them. */
export function RecentImports({ rows, base }: { rows: readonly ImportRow[]; base: string }) {
  const t = useT<NetworkKey>();
  if (rows.length === 0) return <p className="text-second text-ink-3">{t("network.import.recent.none")}</p>;
  const columns: Column<ImportRow>[] = [
    {
      key: "file",
      header: t("network.import.col.file"),
      cell: (row) => (
        <Link to={`${base}/import/${row.id}`} className="inline-flex min-h-6 items-center hover:text-teal">
          <bdi>{row.fileName}</bdi>
        </Link>
      ),
    },
    {
      key: "state",
      header: t("network.import.col.state"),
      cell: (row) => (
        <Chip tone={TONES[row.state] ?? "saffron"}>{t(`network.import.state.${row.state}`)}</Chip>
      ),
    },
    {
      key: "rows",
      header: t("network.import.col.rows"),
      cell: (row) => <Num value={row.rowsTotal} />,
      numeric: true,
    },
    { key: "by", header: t("network.import.col.by"), cell: (row) => row.createdByName },
    { key: "at", header: t("network.import.col.at"), cell: (row) => <InstantText instant={row.createdAt} /> },
  ];
  return (
    <Table caption={t("network.import.recent")} columns={columns} rows={rows} rowKey={(row) => row.id} />
  );
}
