import { LinkButton } from "~/ui/link-button";
import { Num } from "~/ui/num";
import { Section } from "~/ui/section";
import { Stat, StatRow } from "~/ui/stat";
import { useT } from "~/ui/i18n";
import type { MeetingsKey } from "../../messages";
import type { InvitedOfMeeting } from "../meeting-section.server";

/** Who is invited to a meeting, in figures that open their list. */
export function InvitedSection({
  invited: { counts, mayInvite, hasSession },
  base,
}: {
  invited: InvitedOfMeeting;
  /** The address of the meeting's page. */
  base: string;
}) {
  const t = useT<MeetingsKey>();
  const list = `${base}/invited`;
  return (
    <Section
      title={t("meetings.invited")}
      action={
        <span className="flex flex-wrap gap-2">
          {mayInvite && (
            <LinkButton to={`${list}/new`} icon="user-plus" size="small">
              {t("meetings.invite")}
            </LinkButton>
          )}
          {hasSession && (
            <LinkButton to={`${base}/session`} icon="play" size="small">
              {t("meetings.session")}
            </LinkButton>
          )}
        </span>
      }
    >
      {counts.all === 0 ? (
        <p className="text-second text-ink-2">{t("meetings.invited.none")}</p>
      ) : (
        <StatRow>
          <Stat figure={<Num value={counts.all} />} label={t("meetings.invited")} to={list} />
          {(["yes", "deputy", "no"] as const).map((one) => (
            <Stat
              key={one}
              figure={<Num value={counts.said[one]} />}
              label={t(`meetings.invited.filter.${one}`)}
              to={`${list}?said=${one}`}
            />
          ))}
          <Stat
            figure={<Num value={counts.silent} />}
            label={t("meetings.invited.filter.silent")}
            to={`${list}?said=silent`}
            {...(counts.silent > 0 ? { tone: "saffron" as const } : {})}
          />
        </StatRow>
      )}
    </Section>
  );
}
