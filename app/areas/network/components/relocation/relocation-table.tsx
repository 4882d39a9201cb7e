import { EmptyState } from "~/ui/empty-state";
import { DateText } from "~/ui/date-text";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Table } from "~/ui/table";
import type { NetworkKey } from "../../messages";
import type { RelocationRow, RelocationSide } from "../../queries.server/relocations";
import { isOpen } from "../../relocation/lifecycle";
import { RelocationChip } from "./relocation-chip";

/** Offers of one side, each leading to its page. */
export function RelocationTable({
  rows,
  side,
  base,
}: {
  rows: readonly RelocationRow[];
  side: RelocationSide;
  base: string;
}) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  return (
    <Table
      caption={t("network.relocations")}
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title={t(`network.relocations.none.${side}`)}>
          {t(`network.relocations.none.text.${side}`)}
        </EmptyState>
      }
      columns={[
        {
          key: "who",
          header: t("network.relocation.col.who"),
          cell: (row) =>
            row.fullName ?? <span className="text-ink-3">{t("network.relocation.nameless")}</span>,
        },
        {
          key: "where",
          header: t(side === "in" ? "network.relocation.col.from" : "network.relocation.col.to"),
          cell: (row) =>
            side === "in"
              ? row[locale === "fa" ? "fromFa" : "fromEn"]
              : row[locale === "fa" ? "toFa" : "toEn"],
        },
        {
          key: "state",
          header: t("network.relocation.col.state"),
          cell: (row) => <RelocationChip state={row.state} side={side} />,
        },
        {
          key: "until",
          header: t("network.relocation.col.until"),
          cell: (row) => isOpen(row.state) && <DateText iso={row.expiresOn} style="day-month" />,
        },
        {
          key: "open",
          header: t("network.relocation.see"),
          quietHeader: true,
          phone: "bare",
          cell: (row) => (
            <LinkButton to={`${base}/relocations/${row.id}`} size="small">
              {t("network.relocation.see")}
            </LinkButton>
          ),
        },
      ]}
    />
  );
}
