import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form as PlainForm, useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { AttendanceSheet } from "~/areas/meetings/held/components/attendance";
import { getCalledMeeting } from "~/areas/meetings/invitations/queries.server";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { isAttendanceOpen } from "~/areas/meetings/session/attendance-after.server";
import { closeSession } from "~/areas/meetings/session/commands/close-session.server";
import { openSession } from "~/areas/meetings/session/commands/open-session.server";
import { recordOutcome } from "~/areas/meetings/session/commands/record-outcome.server";
import { settleItem } from "~/areas/meetings/session/commands/settle-item.server";
import { OutcomeForm } from "~/areas/meetings/session/components/outcome-form";
import { PresenceCode } from "~/areas/meetings/session/components/presence-code";
import { QuorumLine } from "~/areas/meetings/session/components/quorum-line";
import { SessionItems } from "~/areas/meetings/session/components/session-items";
import {
  countPresent,
  findSession,
  listOutcomes,
  listSessionItems,
  quorumOfMeeting,
} from "~/areas/meetings/session/queries.server";
import { RecordOutcome, SessionStep, SettleItem } from "~/areas/meetings/session/schema";
import { formOf, idIn, reading, submit } from "~/kernel/http.server";
import { isUuid, uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { qrPath } from "~/qr-path.server";
import { Button } from "~/ui/button";
import { Chip } from "~/ui/chip";
import { Columns } from "~/ui/columns";
import { DateText } from "~/ui/date-text";
import { useErrorText, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

/** A meeting while it sits: its code, who is there, and what comes of each item. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "representative", "provincial-expert");
  const meetingId = idIn(args.params, "meetingId");
  const { id: place, level } = actor.place;
  const found = await reading(actor, async (db) => {
    const meeting = await getCalledMeeting(db, place, meetingId);
    return {
      meeting,
      marksAttendance: await isAttendanceOpen(db, place, meeting),
      session: await findSession(db, place, meetingId),
      items: await listSessionItems(db, place, meetingId),
      outcomes: await listOutcomes(db, place, meetingId),
      present: await countPresent(db, place, meetingId),
      quorum: await quorumOfMeeting(db, place, meetingId),
    };
  });
  const { state, heldOn } = found.meeting;
  const isOpen = state === "in-session";
  const back = `/${place}/meetings/${meetingId}`;
  return {
    ...found,
    isOpen,
    mayOpen: state === "announced",
    isItsDay: heldOn <= args.context.scope.today,
    code: isOpen && found.session ? { code: found.session.code, qr: qrPath(found.session.code) } : null,
    demandHref: level === "county" ? `/${place}/demands/new?from=meeting:${meetingId}` : null,
    demand: demandIn(args.request, place),
    outcomesBase: `/${place}/outcomes`,
    here: `${back}/session`,
    back,
    requestId: uuidv7(),
  };
}

/** The demand that was recorded from here, by its address. */
function demandIn(request: Request, place: number): string | null {
  const id = new URL(request.url).searchParams.get("demand") ?? "";
  return isUuid(id) ? `/${place}/demands/${id}` : null;
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const meetingId = idIn(args.params, "meetingId");
  const { request } = args;
  const back = `/${actor.place.id}/meetings/${meetingId}`;
  const form = await formOf(request);
  switch (form.get("do")) {
    case "open":
      return submit(
        request,
        SessionStep,
        async (input) => {
          await openSession(actor, meetingId, input);
          return redirect(`${back}/session`);
        },
        form,
      );
    case "close":
      return submit(
        request,
        SessionStep,
        async (input) => {
          await closeSession(actor, meetingId, input);
          return redirect(back);
        },
        form,
      );
    case "settle":
      return submit(
        request,
        SettleItem,
        async (input) => {
          await settleItem(actor, meetingId, input);
          return redirect(`${back}/session`);
        },
        form,
      );
    case "outcome":
      return submit(
        request,
        RecordOutcome,
        async (input) => {
          await recordOutcome(actor, meetingId, input);
          return redirect(`${back}/session`);
        },
        form,
      );
    case null:
    default:
      return data(null, { status: 400 });
  }
}

export default function SessionPage() {
  const { meeting, items, outcomes, present, quorum, isOpen, code, here, back, requestId, ...data } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? undefined;
  const t = useT<MeetingsKey>();
  const errorText = useErrorText();
  const sent = answer?.result.initialValue?.do;
  const refused =
    sent === "outcome"
      ? undefined
      : Object.values(answer?.result.error ?? {}).flatMap((errors) => errors ?? [])[0];
  const total = Object.values(present).reduce((sum, one) => sum + one, 0);
  const step = (what: "open" | "close") => (
    <PlainForm method="post" action={here}>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="revision" value={meeting.revision} />
      <Button
        name="do"
        value={what}
        kind={what === "open" ? "primary" : "secondary"}
        icon={what === "open" ? "play" : "check"}
        {...(what === "open" && !data.isItsDay ? { lockedReason: t("meetings.session.not-its-day") } : {})}
      >
        {t(`meetings.session.${what}`)}
      </Button>
    </PlainForm>
  );
  return (
    <>
      <PageHeader
        back={{ to: back, label: meeting.title }}
        title={t("meetings.session")}
        state={<Chip icon="calendar-days">{t(`meetings.state.${meeting.state}`)}</Chip>}
        meta={<DateText iso={meeting.heldOn} style="weekday" />}
        aside={quorum && <QuorumLine quorum={quorum} />}
        actions={
          <>
            {data.mayOpen && step("open")}
            {data.marksAttendance && (
              <LinkButton to={`${back}/attendance`} icon="users">
                {t(isOpen ? "meetings.attendance.do" : "meetings.attendance.mend")}
              </LinkButton>
            )}
            {isOpen && data.demandHref && (
              <LinkButton to={data.demandHref} icon="hand">
                {t("meetings.session.demand")}
              </LinkButton>
            )}
          </>
        }
      />
      {data.demand && (
        <div className="mb-4">
          <Notice
            live
            title={t("meetings.session.demand.saved")}
            action={<LinkButton to={data.demand}>{t("meetings.session.demand.open")}</LinkButton>}
          />
        </div>
      )}
      {refused && (
        <div className="mb-4">
          <Notice kind="brick" live title={errorText(refused)} />
        </div>
      )}
      {data.mayOpen && <p className="mb-4 text-second text-ink-2">{t("meetings.session.open.help")}</p>}
      <Columns
        side={
          <div className="flex flex-col gap-4">
            {code && <PresenceCode code={code} />}
            <AttendanceSheet attendance={present} total={total} />
          </div>
        }
      >
        {isOpen && (
          <Section title={t("meetings.outcome.new")}>
            <OutcomeForm
              key={outcomes.length}
              items={items}
              itemId={items.find(({ state }) => state === "planned")?.id ?? null}
              action={here}
              requestId={requestId}
              answer={sent === "outcome" ? answer : undefined}
            />
          </Section>
        )}
        <Section title={t("meetings.session.items")}>
          <SessionItems
            items={items}
            outcomes={outcomes}
            action={isOpen ? here : null}
            requestId={requestId}
            editHref={isOpen ? (id) => `${data.outcomesBase}/${id}` : null}
          />
        </Section>
        {isOpen && (
          <Section title={t("meetings.session.close")}>
            <p className="mb-3 text-second text-ink-2">{t("meetings.session.close.help")}</p>
            {step("close")}
          </Section>
        )}
      </Columns>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "meetings.session");
