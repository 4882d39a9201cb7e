import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { AttendanceList } from "~/areas/meetings/components/attendance";
import type { MeetingsKey } from "~/areas/meetings/messages";
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
import { localDigits } from "~/ui/numbers";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";
import { Sheet } from "~/ui/sheet";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const meetingId = idIn(args.params, "meetingId");
  const { createdByKey: _key, ...meeting } = await reading(actor, (db) =>
    getMeeting(db, actor.place, meetingId),
  );
  return {
    meeting,
    base: `/${actor.place.id}/meetings`,
    isCounty: actor.place.level === "county",
    isSaved: new URL(args.request.url).searchParams.has("saved"),
    mayDecide: ["held", "in-session"].includes(meeting.state) && may(actor, "issue", "Issuance"),
    place: actor.place.id,
    may: { edit: may(actor, "edit", "Meeting", meeting), cancel: may(actor, "cancel", "Meeting", meeting) },
  };
}

export default function MeetingPage() {
  const { meeting, base, isCounty, isSaved, ...data } = useLoaderData<typeof loader>();
  const t = useT<MeetingsKey | ObligationsKey>();
  const { locale } = useLocale();
  const here = `${base}/${meeting.id}`;
  const { startsAt, endsAt } = meeting;
  const time =
    startsAt && endsAt
      ? t("meetings.time", { from: localDigits(startsAt, locale), to: localDigits(endsAt, locale) })
      : startsAt && localDigits(startsAt, locale);
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
            <span>{t(`meetings.kind.${meeting.kind}`)}</span>
            <DateText iso={meeting.heldOn} style="weekday" />
          </>
        }
        actions={
          <>
            {data.mayDecide && meeting.divisionId === data.place && (
              <LinkButton to={`/${data.place}/obligations/new?from=meeting:${meeting.id}`} icon="list-checks">
                {t("obligations.decision.new")}
              </LinkButton>
            )}
            {data.may.cancel && (
              <LinkButton to={`${here}/cancel`} kind="danger-outline" icon="ban">
                {t("meetings.cancel")}
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
      {isSaved && (
        <div className="mb-4">
          <Notice live title={t("meetings.saved")} />
        </div>
      )}
      {meeting.cancelReason && (
        <div className="mb-4">
          <Notice kind="ink" icon="ban" title={t("meetings.cancelled-because")}>
            <span className="whitespace-pre-wrap">{meeting.cancelReason}</span>
          </Notice>
        </div>
      )}
      <Columns
        side={
          <Sheet as="section">
            <h2 className="mb-3 flex items-baseline justify-between gap-3 text-item">
              {t("meetings.attendance")}
              <span className="text-second font-normal text-ink-3">
                {t("meetings.total", { count: meeting.total })}
              </span>
            </h2>
            <AttendanceList attendance={meeting.attendance} />
          </Sheet>
        }
      >
        <Section title={t("meetings.facts")}>
          <Facts
            facts={[
              {
                label: t("meetings.field.held-on"),
                value: <DateText iso={meeting.heldOn} style="weekday" />,
              },
              { label: t("meetings.field.starts-at"), value: time ?? null },
              { label: t("meetings.field.place"), value: meeting.place },
              {
                label: t("meetings.col.county"),
                value: isCounty ? null : locale === "fa" ? meeting.divisionNameFa : meeting.divisionNameEn,
              },
            ]}
          />
        </Section>
        {meeting.summary && (
          <Section title={t("meetings.field.summary")}>
            <p className="max-w-160 text-body leading-[1.9] whitespace-pre-wrap">
              <bdi>{meeting.summary}</bdi>
            </p>
          </Section>
        )}
      </Columns>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<MeetingsKey>(matches, "meetings.page", undefined, data?.meeting.title);
