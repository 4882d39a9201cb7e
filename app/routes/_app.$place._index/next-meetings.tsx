import { hoursText } from "~/areas/meetings/calling/components/calling-section";
import type { NextMeeting } from "~/areas/meetings/calling/planned.server";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { relativeDay, type IsoDate } from "~/lib/jalali";
import { DateText } from "~/ui/date-text";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { Section } from "~/ui/section";
import type { DeskKey } from "./messages";

/** The next planned meetings, the nearest first, and the way to plan another. */
export function NextMeetings({
  meetings,
  home,
  today,
}: {
  meetings: readonly NextMeeting[];
  home: string;
  today: IsoDate;
}) {
  const t = useT<DeskKey | MeetingsKey>();
  const { locale } = useLocale();
  return (
    <Section title={t("desk.next-meetings")}>
      {meetings.length === 0 ? (
        <p className="text-second text-ink-3">{t("desk.next-meetings.none")}</p>
      ) : (
        <ul>
          {meetings.map((meeting) => (
            <li key={meeting.id} className="border-b border-line py-2 last:border-b-0">
              <Link to={`${home}/meetings/${meeting.id}`} className="text-second hover:text-teal">
                <bdi>{meeting.title}</bdi>
              </Link>
              <p className="flex flex-wrap gap-x-2 text-meta text-ink-3">
                <DateText iso={meeting.heldOn} />
                <span>{relativeDay(meeting.heldOn, today, locale)}</span>
                <span>{hoursText(meeting, locale, t)}</span>
                {meeting.state === "draft" && <span>{t("meetings.state.draft")}</span>}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3">
        <LinkButton to={`${home}/meetings/plan`} icon="calendar-days">
          {t("calling.plan")}
        </LinkButton>
      </p>
    </Section>
  );
}
