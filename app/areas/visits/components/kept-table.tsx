import { EmptyState } from "~/ui/empty-state";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Num } from "~/ui/num";
import { Table, type Column } from "~/ui/table";
import type { KeptRow } from "../coverage.server";
import type { VisitsKey } from "../messages";

/** Which bodies came and which did not, by post and office: facts beside each other, no rank. */
export function KeptTable({ rows, base }: { rows: readonly KeptRow[]; base: string }) {
  const t = useT<VisitsKey>();
  const { locale } = useLocale();
  const columns: Column<KeptRow>[] = [
    {
      key: "visitor",
      header: t("visits.col.visitor"),
      cell: (row) => {
        const name = locale === "fa" ? row.nameFa : row.nameEn;
        return row.officeId ? (
          <Link
            to={`${base}/visits?view=all&office=${row.officeId}`}
            className="inline-flex min-h-6 items-center hover:text-teal"
          >
            {name}
          </Link>
        ) : (
          name
        );
      },
    },
    { key: "made", header: t("visits.kept.made"), numeric: true, cell: (row) => <Num value={row.made} /> },
    {
      key: "missed",
      header: t("visits.kept.missed"),
      numeric: true,
      cell: (row) => <Num value={row.missed} />,
    },
    {
      key: "excused",
      header: t("visits.kept.excused"),
      numeric: true,
      cell: (row) => <Num value={row.excused} />,
    },
    {
      key: "coming",
      header: t("visits.kept.coming"),
      numeric: true,
      cell: (row) => <Num value={row.coming} />,
    },
  ];
  return (
    <Table
      caption={t("visits.kept")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.officeId ?? row.nameFa}
      empty={<EmptyState title={t("visits.kept.empty")} />}
    />
  );
}
