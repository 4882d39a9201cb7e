import { useSearchParams } from "@remix-run/react";
import { daysBetween, todayIn } from "~/lib/jalali";
import { searchKey } from "~/lib/persian-text";
import { Chip } from "~/ui/chip";
import { EmptyState } from "~/ui/empty-state";
import { useLocale, useNow, useT } from "~/ui/i18n";
import { Section } from "~/ui/section";
import { Table, type Column } from "~/ui/table";
import type { PostsKey } from "../messages";
import type { PostRow } from "../queries.server";
import { Link } from "~/ui/link";

export type RegisterRow = { id: number; nameFa: string; nameEn: string; posts: PostRow[] };

const vacantOf = (row: RegisterRow) => row.posts.filter((post) => post.holder === null);

/** How vacant a place is: its vacant posts with the age of the oldest, or that all are held, or that none is open. */
function Vacancy({ row }: { row: RegisterRow }) {
  const t = useT<PostsKey>();
  const today = todayIn(useNow());
  if (row.posts.length === 0) return <Chip pattern="dashed">{t("posts.none-open")}</Chip>;
  const vacant = vacantOf(row);
  if (vacant.length === 0) return <span className="text-ink-3">{t("posts.all-held")}</span>;
  const oldest = Math.max(
    ...vacant.map((post) => (post.vacantSince ? daysBetween(post.vacantSince, today) : 0)),
  );
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Chip pattern="vacant" icon="user-x">
        {t("posts.count.vacant", { count: vacant.length })}
      </Chip>
      {oldest > 0 && <span className="text-meta text-ink-3">{t("posts.oldest", { days: oldest })}</span>}
    </span>
  );
}

/** The places one step below with the state of their posts; the vacant ones first where asked for. */
export function PostRegister({
  title,
  rows,
  base,
  mayAppoint,
}: {
  title: string;
  rows: RegisterRow[];
  base: string;
  mayAppoint: boolean;
}) {
  const t = useT<PostsKey>();
  const { locale } = useLocale();
  const [params] = useSearchParams();
  const onlyVacant = params.get("vacant") === "1";
  const nameOf = (row: RegisterRow) => (locale === "fa" ? row.nameFa : row.nameEn);
  const shown = rows
    .filter((row) => !onlyVacant || row.posts.length === 0 || vacantOf(row).length > 0)
    .sort((a, b) => searchKey(nameOf(a)).localeCompare(searchKey(nameOf(b)), locale));
  const leading = (row: RegisterRow) =>
    row.posts.find((post) => post.role === "assistant" || post.role === "representative");
  const columns: Column<RegisterRow>[] = [
    {
      key: "place",
      header: t("posts.column.place"),
      cell: (row) => (
        <Link to={`${base}/${row.id}`} className="inline-flex min-h-8 items-center text-teal hover:underline">
          {nameOf(row)}
        </Link>
      ),
    },
    {
      key: "holder",
      header: t("posts.column.leading"),
      cell: (row) => {
        const holder = leading(row)?.holder;
        return holder ? <bdi>{holder.name}</bdi> : <span className="text-ink-3">{t("posts.vacant")}</span>;
      },
    },
    { key: "state", header: t("posts.column.state"), cell: (row) => <Vacancy row={row} /> },
    {
      key: "move",
      header: t("posts.column.move"),
      cell: (row) => {
        if (row.posts.length === 0) return t("posts.move.administrator");
        if (vacantOf(row).length === 0) return null;
        return t(mayAppoint ? "posts.move.mine" : "posts.move.above");
      },
    },
  ];
  const waiting = rows.filter((row) => row.posts.length === 0 || vacantOf(row).length > 0).length;
  return (
    <Section
      title={title}
      action={
        onlyVacant ? (
          <Link
            to={base}
            className="inline-flex min-h-6 items-center text-second text-teal hover:underline print:hidden"
          >
            {t("posts.show-all")}
          </Link>
        ) : waiting > 0 ? (
          <Link
            to={`${base}?vacant=1`}
            className="inline-flex min-h-6 items-center text-second text-teal hover:underline print:hidden"
          >
            {t("posts.show-vacant", { count: waiting })}
          </Link>
        ) : undefined
      }
    >
      <Table
        caption={title}
        columns={columns}
        rows={shown}
        rowKey={(row) => String(row.id)}
        empty={<EmptyState filtered={rows.length > 0} title={t("posts.all-held")} />}
      />
    </Section>
  );
}
