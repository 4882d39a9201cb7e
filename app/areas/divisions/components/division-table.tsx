import { formatJalali, type IsoDate } from "~/lib/jalali";
import { Chip } from "~/ui/chip";
import { Code } from "~/ui/code";
import { useLocale, useT } from "~/ui/i18n";
import { Num } from "~/ui/num";
import { Table, type Column } from "~/ui/table";
import type { DivisionsKey } from "../messages";
import { Link } from "~/ui/link";

export type DivisionState = {
  id: number;
  code: string | null;
  nameFa: string;
  nameEn: string;
  validTo: IsoDate | null;
  counties: number;
  /** Counties of a province in which no post was opened yet. */
  withoutPosts: number;
  posts: number;
  vacant: number;
};

/** Provinces or counties with the state of their posts, each leading to its page. */
export function DivisionTable({
  title,
  rows,
  hasCounties = false,
}: {
  title: string;
  rows: DivisionState[];
  hasCounties?: boolean;
}) {
  const t = useT<DivisionsKey>();
  const { locale } = useLocale();
  const stateOf = (row: DivisionState) => {
    if (row.validTo)
      return <Chip>{t("divisions.state.closed", { date: formatJalali(row.validTo, locale, "long") })}</Chip>;
    if (row.posts === 0) return <Chip pattern="dashed">{t("divisions.state.no-posts")}</Chip>;
    if (row.withoutPosts > 0)
      return (
        <Chip pattern="dashed">{t("divisions.state.counties-without", { count: row.withoutPosts })}</Chip>
      );
    return <span className="text-ink-3">{t("divisions.state.open")}</span>;
  };
  const columns: Column<DivisionState>[] = [
    {
      key: "name",
      header: t("divisions.column.name"),
      cell: (row) => (
        <Link
          to={`/admin/${row.id}`}
          className="inline-flex min-h-8 min-w-6 items-center text-teal hover:underline"
        >
          {locale === "fa" ? row.nameFa : row.nameEn}
        </Link>
      ),
    },
    {
      key: "code",
      header: t("divisions.column.code"),
      cell: (row) =>
        row.code ? <Code>{row.code}</Code> : <span className="text-ink-3">{t("divisions.no-code")}</span>,
    },
    ...(hasCounties
      ? [
          {
            key: "counties",
            header: t("divisions.column.counties"),
            numeric: true,
            cell: (row: DivisionState) => <Num value={row.counties} column />,
          },
        ]
      : []),
    {
      key: "posts",
      header: t("divisions.column.posts"),
      numeric: true,
      cell: (row) => <Num value={row.posts} column />,
    },
    {
      key: "vacant",
      header: t("divisions.column.vacant"),
      cell: (row) =>
        row.vacant > 0 ? (
          <Chip pattern="vacant" icon="user-x">
            <Num value={row.vacant} />
          </Chip>
        ) : null,
    },
    { key: "state", header: t("divisions.column.state"), cell: stateOf },
  ];
  return <Table caption={title} columns={columns} rows={rows} rowKey={(row) => String(row.id)} />;
}
