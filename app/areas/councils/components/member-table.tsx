import { daysBetween, type IsoDate } from "~/lib/jalali";
import { Chip } from "~/ui/chip";
import { Code } from "~/ui/code";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Table, type Column } from "~/ui/table";
import { TERM_ENDS_SOON } from "../choices";
import type { CouncilsKey, FiveKey } from "../messages";
import type { MemberRow } from "../queries.server";

/** Whether the term of somebody who sits ends within `TERM_ENDS_SOON` days. */
export const endsSoon = ({ endsOn }: Pick<MemberRow, "endsOn">, today: IsoDate): boolean =>
  endsOn !== null && endsOn >= today && daysBetween(today, endsOn) <= TERM_ENDS_SOON;

/**
 * Those who sit in a council, are to, or did.
 * @param former shows why and when each ended instead of what may be done.
 */
export function MemberTable({
  caption,
  rows,
  today,
  base,
  maySeat,
  former = false,
}: {
  caption: string;
  rows: readonly MemberRow[];
  today: IsoDate;
  /** Address of the place: offices and seats lie under it. */
  base: string;
  maySeat: boolean;
  former?: boolean;
}) {
  const t = useT<CouncilsKey | FiveKey>();
  const { locale } = useLocale();
  const columns: Column<MemberRow>[] = [
    {
      key: "name",
      header: t("councils.col.name"),
      cell: (row) =>
        maySeat && !row.endedOn ? (
          <Link
            to={`${base}/councils/${row.councilId}/members/${row.id}/edit`}
            className="inline-flex min-h-6 items-center hover:text-teal"
          >
            {row.name}
          </Link>
        ) : (
          row.name
        ),
    },
    {
      key: "seat",
      header: t("councils.col.seat"),
      cell: (row) => (
        <Chip tone={row.seat === "chair" ? "teal" : "neutral"}>{t(`councils.seat.${row.seat}`)}</Chip>
      ),
      phone: "mark",
      noWrap: true,
    },
    { key: "role", header: t("councils.col.role"), cell: (row) => row.roleTitle },
    {
      key: "office",
      header: t("councils.col.office"),
      cell: (row) =>
        row.office ? (
          <Link
            to={`${base}/bodies/${row.office.id}`}
            className="inline-flex min-h-6 items-center hover:text-teal"
          >
            {locale === "fa" ? row.office.nameFa : row.office.nameEn}
          </Link>
        ) : (
          "–"
        ),
    },
    {
      key: "five",
      header: t("councils.col.five"),
      cell: (row) => (row.groupOfFive ? t(`bodies.five.${row.groupOfFive}`) : "–"),
    },
    {
      key: "order",
      header: t("councils.col.order"),
      cell: (row) => (row.orderNumber ? <Code>{row.orderNumber}</Code> : "–"),
      noWrap: true,
    },
    {
      key: "from",
      header: t("councils.col.from"),
      cell: (row) => <DateText iso={row.startsOn} style="short" />,
      noWrap: true,
    },
    {
      key: "to",
      header: t("councils.col.to"),
      cell: (row) => {
        const end = row.endsOn ?? row.endedOn;
        if (!end) return "–";
        return endsSoon(row, today) && !former ? (
          <Chip tone="saffron" icon="clock">
            <DateText iso={end} style="short" />
          </Chip>
        ) : (
          <DateText iso={end} style="short" />
        );
      },
      noWrap: true,
    },
    former
      ? { key: "reason", header: t("councils.col.reason"), cell: (row) => row.endReason ?? "–" }
      : {
          key: "end",
          header: t("councils.member.end"),
          quietHeader: true,
          phone: "bare",
          screenOnly: true,
          cell: (row) =>
            maySeat && (
              <Link
                to={`${base}/councils/${row.councilId}/members/${row.id}/end`}
                className="inline-flex min-h-6 items-center text-teal hover:underline"
              >
                {t("councils.member.end")}
              </Link>
            ),
        },
  ];
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t("councils.members.empty")} />}
    />
  );
}
