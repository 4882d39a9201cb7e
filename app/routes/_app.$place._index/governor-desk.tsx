import { ProgressChip } from "~/areas/obstacles/components/progress-chip";
import { progressOf } from "~/areas/obstacles/lifecycle";
import { dayInList, type IsoDate } from "~/lib/jalali";
import { periodLabel } from "~/lib/period";
import { Columns } from "~/ui/columns";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { MarginItem, MarginList } from "~/ui/margin-list";
import { Num } from "~/ui/num";
import { formatPercent } from "~/ui/numbers";
import { Section } from "~/ui/section";
import { Stat, StatRow } from "~/ui/stat";
import { limitWords } from "./limit-words";
import type { GovernorDesk } from "./load-county.server";
import type { DeskKey } from "./messages";
import { NextVisits } from "./next-visits";
import { ReportCard } from "./report-card";
import { SeasonMeetings } from "./season-meetings";
import { Link } from "~/ui/link";

/** What the county's bodies owe the people, what lies before the province, and how the work goes. */
export function GovernorDeskView({
  desk,
  home,
  today,
}: {
  desk: GovernorDesk;
  home: string;
  today: IsoDate;
}) {
  const t = useT<DeskKey>();
  const { locale } = useLocale();
  const { ledger, figures } = desk;
  const obligations = `${home}/obligations?end=owed`;
  return (
    <Columns
      side={
        <>
          <ReportCard report={desk.report} home={home} today={today} />
          <NextVisits visits={desk.visits.next} home={home} today={today} />
          <Section title={t("desk.season", { period: periodLabel(desk.period, locale) })}>
            <SeasonMeetings meetings={desk.meetings} period={desk.period} home={home} />
          </Section>
          <Section title={t("desk.network")}>
            {figures.active > 0 ? (
              <Stat
                figure={formatPercent(figures.withinCadence / figures.active, locale)}
                label={t("desk.network.within")}
                to={`${home}/network`}
              />
            ) : (
              <p className="text-second text-ink-3">{t("desk.network.empty")}</p>
            )}
          </Section>
        </>
      }
    >
      <Section title={t("desk.governor.owed")}>
        <StatRow>
          <Stat
            figure={<Num value={ledger.open} />}
            label={t("desk.governor.open")}
            to={`${obligations}&filter=open`}
          />
          <Stat
            figure={<Num value={ledger.overdue} />}
            label={t("desk.governor.overdue")}
            tone={ledger.overdue > 0 ? "brick" : undefined}
            to={`${obligations}&filter=overdue`}
          />
          <Stat
            figure={<Num value={ledger.toVerify} />}
            label={t("desk.governor.to-verify")}
            to={`${obligations}&filter=to-verify`}
          />
        </StatRow>
      </Section>
      <Section title={t("desk.governor.first")} bare>
        {desk.due.length === 0 ? (
          <p className="text-second text-ink-3">{t("desk.governor.none")}</p>
        ) : (
          <MarginList label={t("desk.governor.first")}>
            {desk.due.map((row) => (
              <MarginItem
                key={row.id}
                margin={limitWords(row.dueOn, today, locale, t)}
                marginNote={dayInList(row.dueOn, today, locale)}
                icon="list-checks"
                title={locale === "fa" ? row.officeFa : row.officeEn}
                action={
                  <LinkButton size="small" to={`${home}/obligations/${row.id}`}>
                    {t("desk.obligation.open")}
                  </LinkButton>
                }
              >
                <span className="line-clamp-2">
                  <bdi>{row.text}</bdi>
                </span>
              </MarginItem>
            ))}
          </MarginList>
        )}
      </Section>
      <Section title={t("desk.governor.obstacles")}>
        {desk.obstacles.length === 0 ? (
          <p className="text-second text-ink-3">{t("desk.governor.obstacles.none")}</p>
        ) : (
          <ul>
            {desk.obstacles.map((row) => (
              <li
                key={row.id}
                className="flex flex-wrap items-center justify-between gap-2 border-b border-line py-2"
              >
                <Link to={`${home}/obstacles/${row.id}`} className="text-second font-[550] hover:text-teal">
                  {row.title}
                </Link>
                <ProgressChip progress={progressOf(row.state, row.legState ?? undefined)} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Columns>
  );
}
