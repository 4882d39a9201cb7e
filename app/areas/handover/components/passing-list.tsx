import { formatJalali } from "~/lib/jalali";
import { isolateWords } from "~/lib/numbers";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Num } from "~/ui/num";
import { Section } from "~/ui/section";
import { Nothing, Table, type Column } from "~/ui/table";
import { daysWord } from "../choices";
import type { HandoverKey } from "../messages";
import type { ShownPassing } from "../queries.server";

/** The posts of a place that pass on, or did: whose move it is, and how many days it took. */
export function PassingList({ rows, base }: { rows: ShownPassing[]; base: string }) {
  const t = useT<HandoverKey>();
  const { locale } = useLocale();
  if (rows.length === 0) return null;
  const columns: Column<ShownPassing>[] = [
    {
      key: "post",
      header: t("handover.column.post"),
      cell: (row) => (
        <span>
          {locale === "fa" ? row.titleFa : row.titleEn}
          <span className="block text-meta text-ink-3">
            {t("handover.of", {
              name: isolateWords(row.leaverName),
              date: isolateWords(formatJalali(row.lastDay, locale, "long")),
            })}
          </span>
        </span>
      ),
    },
    { key: "move", header: t("handover.column.move"), cell: (row) => t(`handover.move.${row.move}`) },
    {
      key: "open",
      header: t("handover.column.open"),
      cell: (row) => (row.handOver?.isFrozen ? <Num value={row.handOver.openItems} /> : <Nothing />),
    },
    {
      key: "days",
      header: t("handover.fact.days"),
      cell: (row) =>
        row.handOver && row.handOver.days !== null ? (
          t(daysWord(row.handOver.days), { count: row.handOver.days })
        ) : (
          <Nothing />
        ),
    },
    {
      key: "see",
      header: t("handover.see"),
      quietHeader: true,
      phone: "bare",
      cell: (row) => (
        <LinkButton size="small" to={`${base}/${row.divisionId}/${row.appointmentId}/handover`}>
          {t("handover.see")}
        </LinkButton>
      ),
    },
  ];
  return (
    <Section title={t("handover.section")}>
      <Table
        caption={t("handover.section")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.appointmentId}
      />
    </Section>
  );
}
