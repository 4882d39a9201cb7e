import { Chip } from "~/ui/chip";
import { EmptyState } from "~/ui/empty-state";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Table, type Column } from "~/ui/table";
import { isTieKind, levelOfEntry, type Kind } from "../choices";
import type { CatalogueKey } from "../messages";
import type { Entry } from "../queries.server";

/** The entries of one catalogue as a place reads them. */
export function EntryTable({
  kind,
  entries,
  here,
  mayKeep,
}: {
  kind: Kind;
  entries: readonly Entry[];
  /** Address of the catalogues of this place. */
  here: string;
  mayKeep: boolean;
}) {
  const t = useT<CatalogueKey>();
  const { locale } = useLocale();
  const columns: Column<Entry>[] = [
    { key: "fa", header: t("catalogues.col.fa"), cell: (row) => <bdi>{row.fa}</bdi> },
    { key: "en", header: t("catalogues.col.en"), cell: (row) => <bdi>{row.en}</bdi> },
  ];
  if (isTieKind(kind))
    columns.push({
      key: "back",
      header: t("catalogues.col.back"),
      cell: (row) => <bdi>{(locale === "fa" ? row.faBack : row.enBack) ?? "–"}</bdi>,
    });
  columns.push(
    { key: "of", header: t("catalogues.col.of"), cell: (row) => t(`catalogues.of.${levelOfEntry(row)}`) },
    {
      key: "state",
      header: t("catalogues.col.state"),
      cell: (row) =>
        row.retiredOn ? <Chip icon="ban">{t("catalogues.retired")}</Chip> : t("catalogues.offered"),
    },
  );
  if (mayKeep)
    columns.push({
      key: "change",
      header: t("catalogues.col.change"),
      quietHeader: true,
      phone: "bare",
      cell: (row) => (
        <Link
          to={`${here}/${row.kind}/${row.code}`}
          aria-label={t("catalogues.change-of", { name: row[locale] })}
          className="inline-flex min-h-6 items-center text-teal hover:underline max-sm:min-h-11"
        >
          {t("catalogues.col.change")}
        </Link>
      ),
    });
  return (
    <Table
      caption={t(`catalogues.kind.${kind}`)}
      columns={columns}
      rows={entries}
      rowKey={(row) => row.code}
      empty={
        <EmptyState filtered title={t("catalogues.empty")}>
          {t("catalogues.empty.text")}
        </EmptyState>
      }
    />
  );
}
