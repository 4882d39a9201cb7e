import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { AttendanceSheet } from "~/areas/meetings/held/components/attendance";
import { addWalkIn } from "~/areas/meetings/invitations/commands/add-walk-in.server";
import { markAttendance, markMany } from "~/areas/meetings/invitations/commands/mark-attendance.server";
import { AttendanceMarks, MarkManyBar } from "~/areas/meetings/invitations/components/attendance-list";
import { WalkInForm } from "~/areas/meetings/invitations/components/walk-in-form";
import {
  countInvitations,
  getCalledMeeting,
  listInvitations,
} from "~/areas/meetings/invitations/queries.server";
import { AddWalkIn, MarkAttendance, MarkMany } from "~/areas/meetings/invitations/schema";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { countOthers } from "~/areas/meetings/session/commands/count-others.server";
import { OthersForm } from "~/areas/meetings/session/components/others-form";
import { QuorumLine } from "~/areas/meetings/session/components/quorum-line";
import { isAttendanceOpen } from "~/areas/meetings/session/attendance-after.server";
import { countPresent, findSession, quorumOfMeeting } from "~/areas/meetings/session/queries.server";
import { CountOthers } from "~/areas/meetings/session/schema";
import { formOf, idFrom, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { LARGEST_PAGE } from "~/lib/paging";
import { pageTitle } from "~/page-title";
import { Columns } from "~/ui/columns";
import { DateText } from "~/ui/date-text";
import { useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Section } from "~/ui/section";

/** Who came: marked by a tap, on a phone, while the meeting sits, and mended until its minutes go out. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "representative", "provincial-expert");
  const meetingId = idIn(args.params, "meetingId");
  const { id: place, level } = actor.place;
  const asked = new URL(args.request.url).searchParams;
  const cursor = asked.get("after");
  const found = await reading(actor, async (db) => {
    const meeting = await getCalledMeeting(db, place, meetingId);
    return {
      meeting,
      isOpen: await isAttendanceOpen(db, place, meeting),
      page: await listInvitations(db, place, meetingId, { cursor }, LARGEST_PAGE),
      counts: await countInvitations(db, place, meetingId),
      present: await countPresent(db, place, meetingId),
      session: await findSession(db, place, meetingId),
      quorum: await quorumOfMeeting(db, place, meetingId),
    };
  });
  const here = `/${place}/meetings/${meetingId}/attendance`;
  return {
    ...found,
    isAfterwards: found.meeting.state === "held",
    asksConsent: level === "county",
    isAdded: asked.has("added"),
    isLater: cursor !== null,
    here,
    back: `/${place}/meetings/${meetingId}/session`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const meetingId = idIn(args.params, "meetingId");
  const { request } = args;
  const { pathname, search } = new URL(request.url);
  const form = await formOf(request);
  const again = async (work: Promise<unknown>) => {
    await work;
    return redirect(`${pathname}${search}`);
  };
  switch (form.get("do")) {
    case "mark":
      idFrom(form.get("invitationId"));
      return submit(request, MarkAttendance, (input) => again(markAttendance(actor, meetingId, input)), form);
    case "mark-many":
      return submit(request, MarkMany, (input) => again(markMany(actor, meetingId, input)), form);
    case "others":
      return submit(request, CountOthers, (input) => again(countOthers(actor, meetingId, input)), form);
    case "walk-in":
      return submit(
        request,
        AddWalkIn,
        async (input) => {
          await addWalkIn(actor, meetingId, input);
          return redirect(`${pathname}?added#walk-in`);
        },
        form,
      );
    case null:
    default:
      return data(null, { status: 400 });
  }
}

export default function AttendancePage() {
  const { meeting, page, counts, present, session, quorum, here, back, requestId, ...data } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? undefined;
  const t = useT<MeetingsKey>();
  const sent = answer?.result.initialValue?.do;
  const total = Object.values(present).reduce((sum, one) => sum + one, 0);
  return (
    <>
      <PageHeader
        back={{ to: back, label: meeting.title }}
        title={t("meetings.attendance.title")}
        meta={<DateText iso={meeting.heldOn} style="weekday" />}
        aside={quorum && <QuorumLine quorum={quorum} />}
      />
      <Columns side={<AttendanceSheet attendance={present} total={total} />}>
        {(data.isAfterwards || !data.isOpen) && (
          <div className="mb-4">
            <Notice>
              {t(data.isOpen ? "meetings.attendance.afterwards" : "meetings.attendance.not-in-session")}
            </Notice>
          </div>
        )}
        {data.isOpen && !data.isAfterwards && (
          <MarkManyBar left={counts.unmarked} saidYes={counts.said.yes + counts.said.deputy} action={here} />
        )}
        {page.rows.length > 0 ? (
          <AttendanceMarks rows={page.rows} action={here} isOpen={data.isOpen} />
        ) : (
          <p className="text-second text-ink-2">{t("meetings.invited.none")}</p>
        )}
        <Pager
          {...(data.isLater ? { previous: here } : {})}
          {...(page.next ? { next: `${here}?after=${page.next}` } : {})}
        />
        {data.isOpen && (
          <div id="walk-in" className="mt-6">
            <Section title={t("meetings.walk-in")}>
              {data.isAdded && !answer && (
                <div className="mb-3">
                  <Notice live title={t("meetings.walk-in.added")} />
                </div>
              )}
              <WalkInForm
                key={counts.all}
                asksConsent={data.asksConsent}
                action={here}
                requestId={requestId}
                answer={sent === "walk-in" ? answer : undefined}
              />
            </Section>
          </div>
        )}
        {data.isOpen && session && (
          <Section title={t("meetings.attendance.others")}>
            <OthersForm
              key={session.revision}
              others={session.others}
              revision={session.revision}
              action={here}
              requestId={requestId}
              answer={sent === "others" ? answer : undefined}
            />
          </Section>
        )}
      </Columns>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "meetings.attendance.title");
