import { formatJalali, type IsoDate } from "~/lib/jalali";
import { isolateWords } from "~/lib/numbers";
import { Chip } from "~/ui/chip";
import { Code } from "~/ui/code";
import { DateText } from "~/ui/date-text";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { Section } from "~/ui/section";
import { Nothing, Table, type Column } from "~/ui/table";
import { OFFICE_POSTS, type OfficePost } from "../choices";
import type { OfficersKey } from "../messages";
import type { OfficerRow } from "../queries.server";

type Post = { kind: OfficePost; holder?: OfficerRow; next?: OfficerRow; vacantSince?: IsoDate };

const lastDayOf = ({ endsOn, endedOn }: OfficerRow) => endsOn ?? endedOn;
/** Nothing more comes of it: ended, past its last day, or called off. */
const isOver = (row: OfficerRow, today: IsoDate) =>
  row.endedOn !== null || (row.endsOn !== null && row.endsOn < today);

/** The posts of an office as they stand today, of appointments the newest first. */
function postsOf(rows: readonly OfficerRow[], today: IsoDate): Post[] {
  return OFFICE_POSTS.map((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    const open = own.filter((row) => !isOver(row, today));
    const holder = open.find((row) => row.startsOn <= today);
    const next = open.findLast((row) => row.startsOn > today);
    const last = own
      .filter((row) => isOver(row, today) && row.startsOn <= today)
      .map(lastDayOf)
      .filter((day) => day !== null)
      .sort()
      .at(-1);
    return {
      kind,
      ...(holder && { holder }),
      ...(next && { next }),
      ...(!holder && last && { vacantSince: last }),
    };
  });
}

/** Who answers for an office by an account, and who did; with what may be done for whoever may appoint. */
export function OfficerTable({
  rows,
  today,
  place,
  officeId,
  mayAppoint,
  unreached,
}: {
  rows: readonly OfficerRow[];
  today: IsoDate;
  place: number;
  officeId: string;
  mayAppoint: boolean;
  /** By account, the message that did not arrive last. */
  unreached: ReadonlyMap<string, string>;
}) {
  const t = useT<OfficersKey>();
  const { locale } = useLocale();
  const day = (iso: IsoDate) => isolateWords(formatJalali(iso, locale, "long"));
  const over = rows.filter((row) => isOver(row, today));
  const columns: Column<Post>[] = [
    { key: "post", header: t("officers.column.post"), cell: ({ kind }) => t(`officers.post.${kind}`) },
    {
      key: "holder",
      header: t("officers.column.holder"),
      cell: ({ holder, next, vacantSince }) => (
        <span className="flex flex-col items-start gap-0.5">
          {holder ? (
            <>
              <bdi className="font-[550]">{holder.holderName}</bdi>
              {unreached.has(holder.accountId) && (
                <Link
                  to={`/${place}/messages/${unreached.get(holder.accountId)}`}
                  className="inline-flex min-h-6 items-center"
                >
                  <Chip icon="ban" tone="saffron">
                    {t("officers.unreached")}
                  </Chip>
                </Link>
              )}
            </>
          ) : (
            <Chip pattern="vacant" icon="user-x">
              {vacantSince ? t("officers.vacant.since", { date: day(vacantSince) }) : t("officers.vacant")}
            </Chip>
          )}
          {next && (
            <span className="text-meta text-ink-3">
              {t("officers.to-come", { date: day(next.startsOn), name: next.holderName })}
            </span>
          )}
        </span>
      ),
    },
    {
      key: "order",
      header: t("officers.column.order"),
      cell: ({ holder }) => (holder ? <Code>{holder.orderNumber}</Code> : <Nothing />),
    },
    {
      key: "from",
      header: t("officers.column.from"),
      noWrap: true,
      cell: ({ holder }) => (holder ? <DateText iso={holder.startsOn} /> : <Nothing />),
    },
    {
      key: "to",
      header: t("officers.column.to"),
      noWrap: true,
      cell: ({ holder }) => (holder?.endsOn ? <DateText iso={holder.endsOn} /> : <Nothing />),
    },
    ...(mayAppoint
      ? [
          {
            key: "move",
            header: t("officers.column.move"),
            quietHeader: true,
            phone: "bare" as const,
            cell: ({ kind, holder, next }: Post) => {
              const current = holder ?? next;
              return (
                <span className="flex flex-wrap justify-end gap-2 py-1.5 max-sm:justify-start">
                  {current ? (
                    <>
                      <LinkButton
                        size="small"
                        kind="quiet"
                        icon="key-round"
                        to={`/${place}/officers/${current.id}/link`}
                      >
                        {t("officers.link")}
                      </LinkButton>
                      <LinkButton size="small" to={`/${place}/officers/${current.id}/end`}>
                        {t("officers.end")}
                      </LinkButton>
                    </>
                  ) : (
                    <LinkButton size="small" to={`/${place}/offices/${officeId}/officers/new?post=${kind}`}>
                      {t("officers.appoint")}
                    </LinkButton>
                  )}
                </span>
              );
            },
          },
        ]
      : []),
  ];
  return (
    <>
      <Table
        caption={t("officers.page")}
        columns={columns}
        rows={postsOf(rows, today)}
        rowKey={({ kind }) => kind}
      />
      {over.length > 0 && (
        <Section title={t("officers.history")}>
          <Table
            caption={t("officers.history")}
            rows={over}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "holder",
                header: t("officers.column.holder"),
                cell: ({ holderName }) => <bdi>{holderName}</bdi>,
              },
              {
                key: "post",
                header: t("officers.column.post"),
                cell: (row) => (locale === "fa" ? row.titleFa : row.titleEn),
              },
              {
                key: "order",
                header: t("officers.column.order"),
                cell: ({ orderNumber }) => <Code>{orderNumber}</Code>,
              },
              {
                key: "from",
                header: t("officers.column.from"),
                noWrap: true,
                cell: ({ startsOn }) => <DateText iso={startsOn} />,
              },
              {
                key: "to",
                header: t("officers.column.to"),
                noWrap: true,
                cell: (row) => {
                  const last = lastDayOf(row);
                  return last ? <DateText iso={last} /> : <Nothing />;
                },
              },
              {
                key: "reason",
                header: t("officers.column.reason"),
                cell: ({ endReason }) => endReason ?? <Nothing />,
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}
