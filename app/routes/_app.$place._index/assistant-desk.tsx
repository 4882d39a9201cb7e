import { Fragment } from "react";
import { hoursText } from "~/areas/meetings/calling/components/calling-section";
import type { MeetingsKey } from "~/areas/meetings/messages";
import type { NetworkKey } from "~/areas/network/messages";
import { dayInList, daysBetween, formatJalali, type IsoDate } from "~/lib/jalali";
import { officeNameIn } from "~/lib/office-name";
import { periodLabel } from "~/lib/period";
import { Columns } from "~/ui/columns";
import { EmptyState } from "~/ui/empty-state";
import { useLocale, useT } from "~/ui/i18n";
import { Icon } from "~/ui/icon";
import { IconButton } from "~/ui/icon-button";
import { LinkButton } from "~/ui/link-button";
import { comma } from "~/ui/listed";
import { formatPercent } from "~/ui/numbers";
import { Section } from "~/ui/section";
import { Stat } from "~/ui/stat";
import { DeskItems, toVerifyHref, type DeskItem } from "./desk-items";
import { limitWords } from "./limit-words";
import type { AssistantDesk } from "./load-county.server";
import type { DeskKey } from "./messages";
import { NextMeetings } from "./next-meetings";
import { NextVisits, useVisitItems, visitsWaiting } from "./next-visits";
import { ReportCard } from "./report-card";
import { SeasonMeetings } from "./season-meetings";
import { Link } from "~/ui/link";

/** How many things wait on this desk. */
export function waitingOn(desk: AssistantDesk): number {
  const { near, toRefer } = desk.demands;
  return (
    desk.calls.count +
    desk.actions.count +
    desk.nextMeetings.filter(({ heldOn }) => heldOn === desk.today).length +
    visitsWaiting(desk.visits, desk.today) +
    (desk.joining > 0 ? 1 : 0) +
    (desk.relocations > 0 ? 1 : 0) +
    (desk.corrections > 0 ? 1 : 0) +
    (desk.duplicates > 0 ? 1 : 0) +
    (desk.texts > 0 ? 1 : 0) +
    desk.due.length +
    desk.toVerify.count +
    desk.answers.length +
    near.length +
    toRefer.length +
    (desk.report.state === "returned" ? 1 : 0)
  );
}

const meetingsToday = ({ nextMeetings }: AssistantDesk, today: IsoDate) =>
  nextMeetings.filter(({ heldOn }) => heldOn === today);

/** What has a limit, the longest over first. */
type Limited = { limitOn: IsoDate; item: DeskItem };

/** The day in its order: limits that are over, a returned report, calls, near limits, what waits for a word. */
function useItems(desk: AssistantDesk, home: string, today: IsoDate): DeskItem[] {
  const t = useT<DeskKey | MeetingsKey | NetworkKey>();
  const { locale } = useLocale();
  const { calls, actions, demands, toVerify, answers, report } = desk;
  const visits = useVisitItems(desk.visits, home, today);
  const limit = (limitOn: IsoDate) => ({
    margin: limitWords(limitOn, today, locale, t),
    marginNote: dayInList(limitOn, today, locale),
  });

  const obligation = (row: (typeof desk.due)[number]): DeskItem => ({
    key: row.id,
    ...limit(row.dueOn),
    icon: "list-checks",
    title: (
      <span className="line-clamp-2">
        <bdi>{row.text}</bdi>
      </span>
    ),
    act: { to: `${home}/obligations/${row.id}`, label: t("desk.obligation.open") },
    body: t("desk.obligation.source", {
      office: locale === "fa" ? row.officeFa : row.officeEn,
      source: row.sourceTitle,
    }),
  });
  const demand = (row: (typeof demands.near)[number]): DeskItem => ({
    key: row.id,
    ...(row.limitOn && limit(row.limitOn)),
    icon: "message-square-text",
    title: t("desk.demand.near", { title: row.title }),
    act: { to: `${home}/demands/${row.id}`, label: t("desk.demand.follow") },
    body: officeNameIn(row, locale),
  });
  const limited: Limited[] = [
    ...desk.due.map((row) => ({ limitOn: row.dueOn, item: obligation(row) })),
    ...demands.near.map((row) => ({ limitOn: row.limitOn ?? today, item: demand(row) })),
  ].sort((one, other) => one.limitOn.localeCompare(other.limitOn));
  const items: (DeskItem | false)[] = [
    ...meetingsToday(desk, today).map((meeting): DeskItem => ({
      key: meeting.id,
      marginNote: hoursText(meeting, locale, t) ?? undefined,
      icon: "calendar-days",
      title: <bdi>{meeting.title}</bdi>,
      note: meeting.state === "draft" ? t("meetings.state.draft") : undefined,
      act: { to: `${home}/meetings/${meeting.id}`, label: t("desk.meeting.open") },
      body: meeting.place,
    })),
    ...visits,
    ...limited.filter(({ limitOn }) => limitOn < today).map(({ item }) => item),
    report.state === "returned" && {
      key: "report",
      ...(report.dueOn && limit(report.dueOn)),
      icon: "notebook-text",
      title: t("desk.report", { period: periodLabel(report.period, locale) }),
      note: t("desk.report.returned"),
      act: { to: `${home}/report/${report.period}`, label: t("desk.report.go-on") },
      body: report.returnReason,
    },
    calls.count > 0 && {
      key: "calls",
      icon: "phone",
      title: t("desk.calls", { count: calls.count }),
      note: t("desk.calls.note", { count: desk.cadence.core }),
      act: { to: `${home}/network/calls`, label: t("desk.calls.start"), icon: "phone-call" },
      body: <FirstCalls calls={calls} home={home} today={today} />,
    },
    actions.count > 0 && {
      key: "actions",
      icon: "hand",
      title: t("desk.actions", { count: actions.count }),
      act: { to: `${home}/network/actions`, label: t("desk.actions.open") },
      body: <FirstActions actions={actions} />,
    },
    desk.joining > 0 && {
      key: "joining",
      icon: "user-plus",
      title: t("desk.joining", { count: desk.joining }),
      note: desk.forgetting
        ? t("desk.joining.forgetting", {
            count: desk.forgetting.count,
            day: formatJalali(desk.forgetting.firstOn, locale, "day-month"),
          })
        : undefined,
      act: { to: `${home}/network/joining`, label: t("desk.joining.open") },
    },
    desk.relocations > 0 && {
      key: "relocations",
      icon: "user-plus",
      title: t("desk.relocations", { count: desk.relocations }),
      act: { to: `${home}/network/relocations`, label: t("desk.joining.open") },
    },
    desk.corrections > 0 && {
      key: "corrections",
      icon: "pencil-line",
      title: t("desk.corrections", { count: desk.corrections }),
      act: { to: `${home}/network/corrections`, label: t("desk.corrections.open") },
    },
    ...limited.filter(({ limitOn }) => limitOn >= today).map(({ item }) => item),
    ...demands.toRefer.map((row): DeskItem => ({
      key: row.id,
      icon: "message-square-text",
      title: t(row.state === "reopened" ? "desk.demand.reopened" : "desk.demand.new", { title: row.title }),
      act: { to: `${home}/demands/${row.id}`, label: t("desk.demand.refer") },
      body: row.locality,
    })),
    toVerify.count > 0 && {
      key: "verify",
      icon: "eye",
      title: t("desk.verify.title", { count: toVerify.count }),
      act: { to: toVerifyHref(home, toVerify), label: t("desk.verify.open") },
    },
    desk.duplicates > 0 && {
      key: "duplicates",
      icon: "users",
      title:
        desk.duplicates > 100
          ? t("desk.duplicates.many", { count: 100 })
          : t("desk.duplicates", { count: desk.duplicates }),
      act: { to: `${home}/network/duplicates`, label: t("desk.duplicates.open") },
    },
    desk.texts > 0 && {
      key: "texts",
      icon: "eye",
      title: t("desk.texts", { count: desk.texts }),
      act: { to: `${home}/network/texts`, label: t("desk.texts.open") },
    },
    ...answers.map((row): DeskItem => ({
      key: row.id,
      icon: "traffic-cone",
      title: t("desk.answer.title", { title: row.title }),
      act: { to: `${home}/obstacles/${row.id}`, label: t("desk.answer.open") },
    })),
  ];
  return items.filter((item) => item !== false);
}

function FirstCalls({ calls, home, today }: { calls: AssistantDesk["calls"]; home: string; today: IsoDate }) {
  const t = useT<DeskKey | NetworkKey>();
  const { locale } = useLocale();
  return (
    <>
      <ul className="mt-1">
        {calls.people.map((person) => (
          <li
            key={person.id}
            className="flex items-center gap-3 border-b border-dashed border-line py-1 last:border-b-0"
          >
            <Link
              to={`${home}/network/people/${person.id}`}
              className="inline-flex min-h-6 min-w-32 items-center font-[550] text-ink hover:text-teal"
            >
              {person.fullName}
            </Link>
            <span className="min-w-0 flex-1 text-ink-3 max-sm:hidden">
              {person.about.map((part, index) => (
                <Fragment key={part}>
                  {index > 0 && comma(locale)}
                  <bdi>{part}</bdi>
                </Fragment>
              ))}
            </span>
            <span className="ms-auto whitespace-nowrap">
              {person.isAgreed
                ? t("desk.calls.agreed")
                : person.heardOn === null
                  ? t("network.unheard")
                  : t("desk.calls.silent", { count: daysBetween(person.quietSince, today) })}
            </span>
            <IconButton
              to={`${home}/network/people/${person.id}/contact`}
              label={t("network.call-person", { name: person.fullName })}
              icon="phone"
              active
            />
          </li>
        ))}
      </ul>
      {calls.count > calls.people.length && (
        <p className="text-ink-3">{t("desk.more", { count: calls.count - calls.people.length })}</p>
      )}
    </>
  );
}

function FirstActions({ actions }: { actions: AssistantDesk["actions"] }) {
  const { locale } = useLocale();
  return (
    <ul className="mt-1">
      {actions.first.map((open) => (
        <li key={open.id} className="py-0.5">
          <span className="font-[550] text-ink">{open.fullName}</span>
          {open.note && (
            <>
              {comma(locale)}
              <bdi className="text-ink-3">{open.note}</bdi>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

export function AssistantDeskView({
  desk,
  home,
  today,
}: {
  desk: AssistantDesk;
  home: string;
  today: IsoDate;
}) {
  const t = useT<DeskKey | NetworkKey>();
  const { locale } = useLocale();
  const items = useItems(desk, home, today);
  const { figures } = desk;
  return (
    <Columns
      side={
        <>
          <ReportCard report={desk.report} home={home} today={today} />
          <NextMeetings meetings={desk.nextMeetings} home={home} today={today} />
          <NextVisits visits={desk.visits.next} home={home} today={today} />
          <Section title={t("desk.season", { period: periodLabel(desk.period, locale) })}>
            <SeasonMeetings meetings={desk.meetings} period={desk.period} home={home} />
            <div className="mt-3">
              <LinkButton to={`${home}/meetings/new`} icon="calendar-days">
                {t("desk.season.record")}
              </LinkButton>
            </div>
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
      {items.length > 0 ? (
        <DeskItems items={items} />
      ) : figures.active === 0 ? (
        <EmptyState
          title={t("desk.first.title")}
          actions={
            <>
              <LinkButton kind="primary" to={`${home}/network/circles/new`} icon="circle-plus">
                {t("network.add-circle")}
              </LinkButton>
              <LinkButton to={`${home}/network/people/new`} icon="user-plus">
                {t("network.add-person")}
              </LinkButton>
            </>
          }
        >
          {t("desk.first.text")}
        </EmptyState>
      ) : (
        <EmptyState title={t("desk.all-done.title")}>
          <span className="inline-flex items-center gap-2">
            <Icon of="eye" size={15} />
            {t("desk.all-done.text")}
          </span>
        </EmptyState>
      )}
    </Columns>
  );
}
