import { useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { daysBetween, formatJalali, todayIn, type IsoDate } from "~/lib/jalali";
import { isolateWords } from "~/lib/numbers";
import { Chip } from "~/ui/chip";
import { Code } from "~/ui/code";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { useLocale, useNow, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Section } from "~/ui/section";
import { Nothing, Table, type Column } from "~/ui/table";
import type { PostsKey } from "../messages";
import type { AppointmentRow, PostRow } from "../queries.server";

/** That a post is vacant, and for how long: pattern, icon and word. */
export function VacantChip({ since }: { since: PostRow["vacantSince"] }) {
  const t = useT<PostsKey>();
  const today = todayIn(useNow());
  const days = since ? Math.max(0, daysBetween(since, today)) : 0;
  return (
    <Chip pattern="vacant" icon="user-x">
      {days > 0 ? t("posts.vacant.days", { days }) : t("posts.vacant.today")}
    </Chip>
  );
}

function Holder({ post }: { post: PostRow }) {
  const t = useT<PostsKey>();
  const { locale } = useLocale();
  const today = todayIn(useNow());
  const day = (iso: IsoDate) => isolateWords(formatJalali(iso, locale, "long"));
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      {post.holder ? (
        <span>
          <bdi className="font-[550]">{post.holder.name}</bdi>{" "}
          <span className="text-meta text-ink-3">
            {t("posts.held-since", { date: day(post.holder.startsOn) })}{" "}
            {post.holder.endsOn ? t("posts.held-until", { date: day(post.holder.endsOn) }) : null}
          </span>
        </span>
      ) : (
        <span>
          <VacantChip since={post.vacantSince} />
        </span>
      )}
      {post.next && (
        <span className="text-meta text-ink-3">
          {t("posts.next", { date: day(post.next.startsOn), name: post.next.name })}
        </span>
      )}
      {post.deputies.map(({ id, name, startsOn, endsOn }) => (
        <span key={id} className="text-meta text-ink-2">
          {t(startsOn <= today ? "posts.deputy.acts" : "posts.deputy.to-come", {
            from: day(startsOn),
            until: day(endsOn),
            name,
          })}
        </span>
      ))}
    </div>
  );
}

/** The posts of one place with their holders; for whoever stands above it, with what may be done. */
export function PostTable({
  posts,
  base,
  mayAppoint,
  mayName = mayAppoint,
  ownAppointmentId,
  placeName,
}: {
  posts: PostRow[];
  /** Address of the place's page: actions lead below it. */
  base: string;
  mayAppoint: boolean;
  /** Whether the reader names deputies of every post here. */
  mayName?: boolean;
  /** The reader's own appointment, where he may name who acts for him. */
  ownAppointmentId?: string;
  placeName: string;
}) {
  const t = useT<PostsKey>();
  const { locale } = useLocale();
  const titleOf = (post: PostRow) => (locale === "fa" ? post.titleFa : post.titleEn);
  const isOwn = (post: PostRow) =>
    ownAppointmentId !== undefined && post.holder?.appointmentId === ownAppointmentId;
  const columns: Column<PostRow>[] = [
    { key: "post", header: t("posts.column.post"), cell: titleOf },
    { key: "holder", header: t("posts.column.holder"), cell: (post) => <Holder post={post} /> },
    ...(mayAppoint || posts.some(isOwn)
      ? [
          {
            key: "actions",
            header: t("posts.column.move"),
            quietHeader: true,
            phone: "bare" as const,
            cell: (post: PostRow) =>
              mayAppoint || isOwn(post) ? (
                <Actions post={post} base={base} mayAppoint={mayAppoint} mayName={mayName || isOwn(post)} />
              ) : null,
          },
        ]
      : []),
  ];
  return (
    <Table
      caption={t("posts.own", { place: placeName })}
      columns={columns}
      rows={posts}
      rowKey={(post) => post.id}
      empty={<EmptyState title={t("posts.none-open")}>{t("posts.none-open.text")}</EmptyState>}
    />
  );
}

function Actions({
  post,
  base,
  mayAppoint,
  mayName,
}: {
  post: PostRow;
  base: string;
  mayAppoint: boolean;
  mayName: boolean;
}) {
  const t = useT<PostsKey>();
  const current = post.holder ?? post.next;
  return (
    <div className="flex flex-wrap justify-end gap-2 py-1.5 max-sm:justify-start">
      {mayName &&
        post.deputies.map(({ id, name }) => (
          <LinkButton key={id} size="small" kind="quiet" to={`${base}/${id}/end-deputy`}>
            {t("posts.deputy.end.title", { name })}
          </LinkButton>
        ))}
      {mayName && (
        <LinkButton size="small" kind="quiet" icon="user-plus" to={`${base}/${post.id}/deputy`}>
          {t("posts.deputy.name")}
        </LinkButton>
      )}
      {!mayAppoint ? null : current ? (
        <>
          <LinkButton size="small" kind="quiet" icon="key-round" to={`${base}/${current.appointmentId}/link`}>
            {t("posts.link")}
          </LinkButton>
          <LinkButton size="small" to={`${base}/${current.appointmentId}/end`}>
            {t("posts.end")}
          </LinkButton>
        </>
      ) : (
        <LinkButton size="small" to={`${base}/${post.id}/appoint`}>
          {t("posts.appoint")}
        </LinkButton>
      )}
    </div>
  );
}

/** Who held the posts of a place so far, the newest first. */
export function AppointmentHistory({
  appointments,
  action,
}: {
  appointments: AppointmentRow[];
  /** What may be done with the list, at its head. */
  action?: ReactNode;
}) {
  const t = useT<PostsKey>();
  const { locale } = useLocale();
  const [params] = useSearchParams();
  const columns: Column<AppointmentRow>[] = [
    { key: "holder", header: t("posts.column.holder"), cell: (row) => <bdi>{row.holderName}</bdi> },
    {
      key: "post",
      header: t("posts.column.post"),
      cell: (row) => (locale === "fa" ? row.titleFa : row.titleEn),
    },
    { key: "order", header: t("posts.column.order"), cell: (row) => <Code>{row.orderNumber}</Code> },
    {
      key: "from",
      header: t("posts.column.from"),
      noWrap: true,
      cell: (row) => <DateText iso={row.startsOn} />,
    },
    { key: "to", header: t("posts.column.to"), noWrap: true, cell: (row) => <End row={row} /> },
    { key: "reason", header: t("posts.column.reason"), cell: (row) => row.endReason ?? <Nothing /> },
  ];
  return (
    <Section title={t("posts.history")} action={appointments.length > 0 && action}>
      {appointments.length === 0 ? (
        <p className="text-second text-ink-3">{t("posts.history.none")}</p>
      ) : (
        <Table
          caption={t("posts.history")}
          columns={columns}
          rows={appointments}
          rowKey={(row) => row.id}
          isSelected={(row) => params.get("appointment") === row.id}
        />
      )}
    </Section>
  );
}

function End({ row }: { row: AppointmentRow }) {
  const t = useT<PostsKey>();
  if (row.endedOn !== null && row.endsOn === null && row.endedOn < row.startsOn)
    return <>{t("posts.history.called-off")}</>;
  // What ended before its term ended on that day, not on the last day of the term.
  const day = row.endedOn && (!row.endsOn || row.endedOn < row.endsOn) ? row.endedOn : row.endsOn;
  return day ? <DateText iso={day} /> : <>{t("posts.history.now")}</>;
}
