import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { CallingParts, hoursText } from "~/areas/meetings/calling/components/calling-section";
import { readCallingSection } from "~/areas/meetings/calling/meeting-section.server";
import { AttendanceSheet } from "~/areas/meetings/held/components/attendance";
import { InvitedSection } from "~/areas/meetings/invitations/components/invited-section";
import { invitedOfMeeting } from "~/areas/meetings/invitations/meeting-section.server";
import { isPlanned } from "~/areas/meetings/lifecycle";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { OwnMinutesSection } from "~/areas/meetings/own-minutes/components/own-minutes-section";
import { readMinutesSection } from "~/areas/meetings/own-minutes/meeting-section.server";
import { SignUpSection } from "~/areas/meetings/sign-up/components/sign-up-section";
import { signUpOfMeeting } from "~/areas/meetings/sign-up/meeting-section.server";
import { getMeeting } from "~/areas/meetings/queries.server/meetings";
import type { ObligationsKey } from "~/areas/obligations/messages";
import { may } from "~/kernel/authorize";
import { idIn, reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { Chip } from "~/ui/chip";
import { Columns } from "~/ui/columns";
import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

/** What was just done, as the address says it. */
const DONE = ["saved", "announced", "moved"] as const;
const SAID = {
  saved: "meetings.saved",
  announced: "calling.announced",
  moved: "calling.moved",
} as const satisfies Record<(typeof DONE)[number], MeetingsKey>;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const meetingId = idIn(args.params, "meetingId");
  // Each part of the page is read and shown by the folder that it belongs to.
  const { found, calling, invited, minutes, signUp } = await reading(actor, async (db) => {
    const one = await getMeeting(db, actor.place, meetingId);
    return {
      found: one,
      calling: await readCallingSection(db, actor, meetingId),
      invited: await invitedOfMeeting(db, actor, one),
      minutes: await readMinutesSection(db, actor, one),
      signUp: await signUpOfMeeting(db, actor, one, args.context.scope.today),
    };
  });
  const { createdByKey: _key, ...meeting } = found;
  const url = new URL(args.request.url).searchParams;
  // What was approved of it stands: minutes are corrected.
  const isMinuted = Boolean(minutes?.newest);
  return {
    meeting,
    calling,
    invited,
    minutes,
    signUp,
    base: `/${actor.place.id}/meetings`,
    isCounty: actor.place.level === "county",
    done: DONE.find((one) => url.has(one)),
    mayDecide: ["held", "in-session"].includes(meeting.state) && may(actor, "issue", "Issuance"),
    place: actor.place.id,
    may: {
      ...calling.may,
      cancel: calling.may.cancel && !isMinuted,
      edit: !isMinuted && may(actor, "edit", "Meeting", meeting),
    },
  };
}

export default function MeetingPage() {
  const { meeting, calling, invited, minutes, signUp, base, isCounty, done, ...data } =
    useLoaderData<typeof loader>();
  const t = useT<MeetingsKey | ObligationsKey>();
  const { locale } = useLocale();
  const here = `${base}/${meeting.id}`;
  return (
    <>
      <PageHeader
        back={{ to: base, label: t("meetings.title") }}
        title={meeting.title}
        state={
          meeting.state === "held" ? undefined : (
            <Chip icon={meeting.state === "cancelled" ? "ban" : "calendar-days"}>
              {t(`meetings.state.${meeting.state}`)}
            </Chip>
          )
        }
        meta={
          <>
            <span>{calling.type ? calling.type[locale] : t(`meetings.kind.${meeting.kind}`)}</span>
            <DateText iso={meeting.heldOn} style="weekday" />
            {!isCounty && <span>{locale === "fa" ? meeting.divisionNameFa : meeting.divisionNameEn}</span>}
          </>
        }
        actions={
          <>
            {data.mayDecide && meeting.divisionId === data.place && (
              <LinkButton to={`/${data.place}/obligations/new?from=meeting:${meeting.id}`} icon="list-checks">
                {t("obligations.decision.new")}
              </LinkButton>
            )}
            {meeting.state === "announced" && meeting.divisionId === data.place && (
              <LinkButton to={`${here}/ics`} icon="file-down" document>
                {t("meetings.ics")}
              </LinkButton>
            )}
            {data.may.cancel && (
              <LinkButton to={`${here}/cancel`} kind="danger-outline" icon="ban">
                {t("meetings.cancel")}
              </LinkButton>
            )}
            {data.may.move && (
              <LinkButton to={`${here}/move`} icon="calendar-days">
                {t("calling.move")}
              </LinkButton>
            )}
            {data.may.plan && (
              <LinkButton to={`${here}/plan`} icon="pencil">
                {t("calling.plan.of")}
              </LinkButton>
            )}
            {data.may.announce && (
              <LinkButton to={`${here}/announce`} kind="primary" icon="send" mirrorIcon>
                {t("calling.announce")}
              </LinkButton>
            )}
            {data.may.edit && (
              <LinkButton to={`${here}/edit`} icon="pencil">
                {t("meetings.edit")}
              </LinkButton>
            )}
          </>
        }
      />
      {done && (
        <div className="mb-4">
          <Notice live title={t(SAID[done])} />
        </div>
      )}
      {meeting.cancelReason && (
        <div className="mb-4">
          <Notice kind="ink" icon="ban" title={t("meetings.cancelled-because")}>
            <span className="whitespace-pre-wrap">{meeting.cancelReason}</span>
          </Notice>
        </div>
      )}
      {isPlanned(meeting.state) ? (
        <>
          <CallingParts section={calling} base={base} />
          {invited && (
            <div className="mt-6">
              <InvitedSection invited={invited} base={here} />
            </div>
          )}
          {signUp && <SignUpSection signUp={signUp} base={here} />}
        </>
      ) : (
        <Columns side={<AttendanceSheet attendance={meeting.attendance} total={meeting.total} />}>
          {meeting.summary && (
            <Section title={t("meetings.field.summary")}>
              <p className="max-w-160 text-body leading-[1.9] whitespace-pre-wrap">
                <bdi>{meeting.summary}</bdi>
              </p>
            </Section>
          )}
          {calling.meeting.typeCode === null && (
            <Section title={t("meetings.facts")}>
              <Facts
                facts={[
                  {
                    label: t("meetings.field.held-on"),
                    value: <DateText iso={meeting.heldOn} style="weekday" />,
                  },
                  { label: t("meetings.field.starts-at"), value: hoursText(meeting, locale, t) },
                  { label: t("meetings.field.place"), value: meeting.place },
                  {
                    label: t("meetings.col.county"),
                    value: isCounty
                      ? null
                      : locale === "fa"
                        ? meeting.divisionNameFa
                        : meeting.divisionNameEn,
                  },
                ]}
              />
            </Section>
          )}
          {minutes && <OwnMinutesSection minutes={minutes} base={here} />}
          <CallingParts section={calling} base={base} />
          {invited && <InvitedSection invited={invited} base={here} />}
          {signUp && <SignUpSection signUp={signUp} base={here} />}
        </Columns>
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<MeetingsKey>(matches, "meetings.page", undefined, data?.meeting.title);
