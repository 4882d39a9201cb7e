import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { INVITED_FILTERS } from "~/areas/meetings/invitations/choices";
import { Callings } from "~/areas/meetings/invitations/components/callings";
import { InviteeNote, ReplyChip, useInviteeName } from "~/areas/meetings/invitations/components/invitee";
import { INVITING_STATES } from "~/areas/meetings/invitations/inviting-states";
import {
  countInvitations,
  getCalledMeeting,
  listCallings,
  listClashes,
  listInvitations,
  type InvitationRow,
} from "~/areas/meetings/invitations/queries.server";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { may } from "~/kernel/authorize";
import { idIn, reading } from "~/kernel/http.server";
import { LARGEST_PAGE } from "~/lib/paging";
import { pageTitle } from "~/page-title";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { FilterChips } from "~/ui/filter-chips";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Num } from "~/ui/num";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Table } from "~/ui/table";

/** Who is invited to a meeting, and what each answered. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const meetingId = idIn(args.params, "meetingId");
  const { id: place } = actor.place;
  const asked = new URL(args.request.url).searchParams;
  const filter = INVITED_FILTERS.find((one) => one === asked.get("said")) ?? "all";
  const cursor = asked.get("after");
  const number = (name: string) => (asked.has(name) ? Number(asked.get(name)) || 0 : null);
  const found = await reading(actor, async (db) => ({
    meeting: await getCalledMeeting(db, place, meetingId),
    counts: await countInvitations(db, place, meetingId),
    page: await listInvitations(db, place, meetingId, { filter, cursor }, LARGEST_PAGE),
    callings: await listCallings(db, place, meetingId),
    clashes: await listClashes(db, place, meetingId),
  }));
  return {
    ...found,
    filter,
    isLater: cursor !== null,
    added: number("added"),
    known: number("known") ?? 0,
    over: number("over") ?? 0,
    isWithdrawn: asked.has("withdrawn"),
    here: `/${place}/meetings/${meetingId}/invited`,
    back: `/${place}/meetings/${meetingId}`,
    meetings: `/${place}/meetings`,
    invitations: `/${place}/invitations`,
    mayInvite: INVITING_STATES.includes(found.meeting.state) && may(actor, "invite", "Invitation"),
  };
}

export default function InvitedPage() {
  const { meeting, counts, page, callings, clashes, filter, here, back, ...data } =
    useLoaderData<typeof loader>();
  const t = useT<MeetingsKey>();
  const nameOf = useInviteeName();
  const countOf = { all: counts.all, ...counts.said, silent: counts.silent };
  return (
    <>
      <PageHeader
        back={{ to: back, label: meeting.title }}
        title={t("meetings.invited")}
        meta={<DateText iso={meeting.heldOn} style="weekday" />}
        actions={
          <>
            {counts.all > 0 && (
              <LinkButton to={`${here}/letters`} icon="printer">
                {t("meetings.invited.letters")}
              </LinkButton>
            )}
            {data.mayInvite && (
              <LinkButton to={`${here}/new`} kind="primary" icon="user-plus">
                {t("meetings.invite")}
              </LinkButton>
            )}
          </>
        }
      />
      {data.added !== null && (
        <div className="mb-4 print:hidden">
          <Notice
            live
            title={
              data.added > 0
                ? t("meetings.invite.done", { count: data.added })
                : t("meetings.invite.done.none")
            }
          >
            {data.known > 0 && <p>{t("meetings.invite.done.known", { count: data.known })}</p>}
            {data.over > 0 && <p>{t("meetings.invite.done.over", { count: data.over })}</p>}
          </Notice>
        </div>
      )}
      {data.isWithdrawn && (
        <div className="mb-4 print:hidden">
          <Notice live title={t("meetings.invited.withdrawn")} />
        </div>
      )}
      <Callings callings={callings} />
      {clashes.length > 0 && (
        <div className="mb-4 print:hidden">
          <Notice kind="saffron" title={t("meetings.invited.clash", { count: clashes.length })}>
            <ul className="list-disc ps-5">
              {clashes.map((clash) => (
                <li key={clash.number}>
                  <Link to={`${data.meetings}/${clash.meetingId}`} className="text-teal">
                    {t("meetings.invited.clash.line", { name: nameOf(clash), title: clash.title })}
                  </Link>
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <FilterChips
        chips={INVITED_FILTERS.map((one) => ({
          to: one === "all" ? here : `${here}?said=${one}`,
          label: t(`meetings.invited.filter.${one}`),
          count: countOf[one],
          active: filter === one,
        }))}
      />
      <Table<InvitationRow>
        caption={t("meetings.invited.all")}
        rows={page.rows}
        rowKey={(row) => row.id}
        empty={
          filter === "all" ? (
            <EmptyState title={t("meetings.invited.none")}>{t("meetings.invited.none.text")}</EmptyState>
          ) : (
            <EmptyState filtered title={t("meetings.invited.none.filtered")} />
          )
        }
        columns={[
          {
            key: "who",
            header: t("meetings.invited.who"),
            cell: (row) => (
              <>
                <Link to={`${data.invitations}/${row.id}`} className="font-[550] hover:text-teal">
                  <bdi>{nameOf(row)}</bdi>
                </Link>
                <span className="block text-meta text-ink-3">
                  <InviteeNote row={row} />
                </span>
              </>
            ),
          },
          {
            key: "number",
            header: t("meetings.invited.number"),
            numeric: true,
            cell: (row) => <Num value={row.number} />,
          },
          {
            key: "class",
            header: t("meetings.invited.class"),
            cell: (row) => t(`meetings.class.${row.participants}`),
          },
          {
            key: "reply",
            header: t("meetings.invited.reply"),
            phone: "bare",
            cell: (row) => (
              <>
                <ReplyChip reply={row.reply} />
                {row.reply === "deputy" && (
                  <span className="block text-meta text-ink-3">
                    <bdi>{row.deputyName}</bdi>
                  </span>
                )}
                {row.replyNote && (
                  <span className="line-clamp-2 block text-meta text-ink-3">
                    <bdi>{row.replyNote}</bdi>
                  </span>
                )}
              </>
            ),
          },
        ]}
      />
      <Pager
        {...(data.isLater ? { previous: here } : {})}
        {...(page.next
          ? { next: `${here}?${filter === "all" ? "" : `said=${filter}&`}after=${page.next}` }
          : {})}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "meetings.invited");
