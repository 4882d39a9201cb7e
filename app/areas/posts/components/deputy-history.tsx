import type { ReactNode } from "react";
import { formatJalali } from "~/lib/jalali";
import { isolateWords } from "~/lib/numbers";
import { Code } from "~/ui/code";
import { DateText } from "~/ui/date-text";
import { useLocale, useT } from "~/ui/i18n";
import { Section } from "~/ui/section";
import { Nothing, Table, type Column } from "~/ui/table";
import type { PostsKey } from "../messages";
import type { DeputyRow } from "../queries.server";

/** Who acted for the posts of a place so far, the newest first; nothing where nobody ever did. */
export function DeputyHistory({
  deputies,
  action,
}: {
  deputies: DeputyRow[];
  /** What may be done with the list, at its head. */
  action?: ReactNode;
}) {
  const t = useT<PostsKey>();
  const { locale } = useLocale();
  if (deputies.length === 0) return null;
  const columns: Column<DeputyRow>[] = [
    { key: "deputy", header: t("posts.deputy"), cell: (row) => <bdi>{row.name}</bdi> },
    {
      key: "for",
      header: t("posts.deputy.history.for"),
      cell: (row) => (
        <span>
          {row.forName === null ? t("posts.deputy.history.vacant") : <bdi>{row.forName}</bdi>}
          <span className="block text-meta text-ink-3">{locale === "fa" ? row.titleFa : row.titleEn}</span>
        </span>
      ),
    },
    {
      key: "from",
      header: t("posts.column.from"),
      noWrap: true,
      cell: (row) => <DateText iso={row.startsOn} />,
    },
    {
      key: "to",
      header: t("posts.column.to"),
      cell: (row) => (
        <span>
          <DateText iso={row.endsOn} />
          {row.endedOn !== null && (
            <span className="block text-meta text-ink-3">
              {t("posts.deputy.history.ended", {
                date: isolateWords(formatJalali(row.endedOn, locale, "long")),
              })}
            </span>
          )}
        </span>
      ),
    },
    {
      key: "order",
      header: t("posts.deputy.order"),
      cell: (row) => (row.orderNumber === null ? <Nothing /> : <Code>{row.orderNumber}</Code>),
    },
    { key: "by", header: t("posts.deputy.history.by"), cell: (row) => <bdi>{row.namedByName}</bdi> },
  ];
  return (
    <Section title={t("posts.deputy.history")} action={action}>
      <Table caption={t("posts.deputy.history")} columns={columns} rows={deputies} rowKey={(row) => row.id} />
    </Section>
  );
}
