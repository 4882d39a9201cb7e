import type { Page } from "~/lib/paging";
import { ordinal } from "~/lib/ordinals";
import { DateText } from "~/ui/date-text";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { Section } from "~/ui/section";
import { Nothing, Table } from "~/ui/table";
import type { MeetingsKey } from "../../messages";
import type { CouncilSession } from "../council-sessions.server";

/** The sessions of a council, the latest first, and the way to the next one. */
export function CouncilSessions({
  sessions,
  next,
  mayPlan,
  meetings,
  councilId,
}: {
  sessions: Page<CouncilSession>;
  /** The number of the session that is announced next; null of a dissolved council. */
  next: number | null;
  mayPlan: boolean;
  /** Address of the meetings of the place. */
  meetings: string;
  councilId: string;
}) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  return (
    <Section
      title={t("calling.council.sessions")}
      action={
        mayPlan &&
        next !== null && (
          <LinkButton to={`${meetings}/plan?council=${councilId}`} icon="calendar-days" size="small">
            {t("calling.council.call", { turn: ordinal(next, locale) })}
          </LinkButton>
        )
      }
    >
      {sessions.rows.length === 0 ? (
        <p className="text-second text-ink-2">{t("calling.council.sessions.none")}</p>
      ) : (
        <Table
          caption={t("calling.council.sessions")}
          rows={sessions.rows}
          rowKey={(one) => one.id}
          columns={[
            {
              key: "turn",
              header: t("calling.council.turn.col"),
              noWrap: true,
              cell: (one) =>
                one.sequenceNumber === null ? <Nothing /> : ordinal(one.sequenceNumber, locale),
            },
            {
              key: "title",
              header: t("calling.field.title"),
              cell: (one) => (
                <Link to={`${meetings}/${one.id}`} className="inline-block min-h-6 py-0.5 hover:text-teal">
                  <bdi>{one.title}</bdi>
                </Link>
              ),
            },
            {
              key: "day",
              header: t("calling.field.day"),
              cell: (one) => <DateText iso={one.heldOn} style="weekday" />,
            },
            {
              key: "state",
              header: t("meetings.col.state"),
              noWrap: true,
              cell: (one) => t(`meetings.state.${one.state}`),
            },
          ]}
        />
      )}
      {sessions.next && (
        <div className="mt-3">
          <LinkButton kind="quiet" size="small" to={`?sessions=${sessions.next}#sessions`}>
            {t("calling.council.later")}
          </LinkButton>
        </div>
      )}
    </Section>
  );
}
