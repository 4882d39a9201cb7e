import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigate, useSubmit } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "~/actor.server";
import { getWorkingCalendar } from "~/areas/divisions/queries.server";
import { listCalendar } from "~/areas/meetings/calendar/calendar.server";
import { endFeed } from "~/areas/meetings/calendar/commands/end-feed.server";
import { makeFeed } from "~/areas/meetings/calendar/commands/make-feed.server";
import {
  CalendarDays,
  CalendarGrid,
  type ClosedNames,
} from "~/areas/meetings/calendar/components/calendar-grid";
import { FeedForm } from "~/areas/meetings/calendar/components/feed-form";
import { monthBeside, monthGrid, monthOf, weekOf } from "~/areas/meetings/calendar/month-grid";
import { shiftDraft } from "~/areas/meetings/calling/commands/shift-draft.server";
import { ShiftDraft } from "~/areas/meetings/calling/schema";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { listVisitsInDays } from "~/areas/visits/calendar.server";
import { shiftVisit } from "~/areas/visits/commands/shift-visit.server";
import { VisitInCalendar } from "~/areas/visits/components/visit-in-calendar";
import type { VisitsKey } from "~/areas/visits/messages";
import { ShiftVisit } from "~/areas/visits/schema";
import { may } from "~/kernel/authorize";
import { choice } from "~/kernel/fields";
import { formOf, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { addDays, formatJalali, isIsoDate, isoDate, jalaliOf, type IsoDate } from "~/lib/jalali";
import { periodLabel, periodOf } from "~/lib/period";
import { together } from "~/lib/together";
import { closedBecause } from "~/lib/working-calendar";
import { pageTitle } from "~/page-title";
import { linkFor } from "~/public-url.server";
import { FilterChips } from "~/ui/filter-chips";
import { useErrorText, useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";
import { Toast } from "~/ui/toast";
import { useReady } from "~/ui/use-ready";

const VIEWS = ["month", "week", "list"] as const;
type View = (typeof VIEWS)[number];

/** Years around today in which a calendar is looked at. */
const FARTHEST = 366 * 5;

/** The day that the address asks for: today where it asks for none, or for one beyond any calendar. */
function dayAsked(text: string | null, today: IsoDate): IsoDate {
  if (!text || !isIsoDate(text) || Number.isNaN(Date.parse(text))) return today;
  const day = isoDate(text);
  return day > addDays(today, -FARTHEST) && day < addDays(today, FARTHEST) ? day : today;
}

/** The meetings of the place, and the visits of it and to it, by month, week or list; `view` and `on` (a day of it) stand in the address. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { place } = actor;
  const { today } = args.context.scope;
  const asked = new URL(args.request.url).searchParams;
  const view = VIEWS.find((one) => one === asked.get("view")) ?? "month";
  const day = dayAsked(asked.get("on"), today);
  const weeks = view === "week" ? [weekOf(day)] : monthGrid(day);
  const month = monthOf(day);
  const days =
    view === "list" ? weeks.flat().filter((one) => one >= month.first && one <= month.last) : weeks.flat();
  const [first, last] = [days[0] ?? day, days.at(-1) ?? day];
  const span = { from: first, before: addDays(last, 1) };
  const { entries, visits, calendar } = await reading(actor, (db) =>
    together({
      entries: listCalendar(db, place.id, { ...span, withDrafts: true }),
      visits: listVisitsInDays(db, place.id, { ...span, withPlanned: true }),
      calendar: getWorkingCalendar(db, place, first, last),
    }),
  );
  const closed: Record<IsoDate, string | null> = {};
  for (const one of days) {
    const why = closedBecause(calendar, one);
    if (why) closed[one] = why.kind === "weekend" ? null : why.name;
  }
  return {
    entries,
    visits,
    home: `/${place.id}`,
    closed: closed as ClosedNames,
    view,
    day,
    days,
    weeks,
    within: view === "month" ? month : undefined,
    before: view === "week" ? addDays(day, -7) : monthBeside(day, -1),
    after: view === "week" ? addDays(day, 7) : monthBeside(day, 1),
    today,
    base: `/${place.id}/meetings`,
    mayMove: may(actor, "plan", "Meeting") && may(actor, "announce", "Meeting"),
    mayMoveVisits: may(actor, "plan", "Visit"),
    maySubscribe: may(actor, "subscribe", "Meeting"),
    requestId: uuidv7(),
  };
}

/** A day as forms take it. */
const written = (day: IsoDate): string => Object.values(jalaliOf(day)).join("/");

/** What a form says that gives something not announced yet another day. */
const shiftFields = (
  what: "meeting" | "visit",
  id: string,
  to: IsoDate,
  revision: number,
): Record<string, string> =>
  what === "meeting"
    ? { intent: "shift", meetingId: id, heldOn: written(to), revision: String(revision) }
    : { intent: "shift-visit", visitId: id, plannedOn: written(to), revision: String(revision) };

const Feed = z.object({ intent: choice(["make", "end"]) });

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const form = await formOf(args.request);
  if (form.get("intent") === "shift")
    return submit(
      args.request,
      ShiftDraft,
      async (input) => {
        const shifted = await shiftDraft(actor, input);
        return data({ shifted: { what: "meeting" as const, ...shifted, id: input.meetingId } });
      },
      form,
    );
  if (form.get("intent") === "shift-visit")
    return submit(
      args.request,
      ShiftVisit,
      async (input) => {
        const shifted = await shiftVisit(actor, input);
        const { visitId: id, plannedOn: heldOn } = input;
        return data({ shifted: { what: "visit" as const, ...shifted, id, heldOn } });
      },
      form,
    );
  return submit(
    args.request,
    Feed,
    async ({ intent }) => {
      if (intent === "end") {
        await endFeed(actor);
        return data({ feed: null });
      }
      const { path } = await makeFeed(actor);
      return data({ feed: path === undefined ? "" : linkFor(args.request, path) });
    },
    form,
  );
}

export default function CalendarPage() {
  const page = useLoaderData<typeof loader>();
  const { view, day, days, weeks, within, before, after, base, entries, closed, today } = page;
  const answer = useActionData<typeof action>();
  const t = useT<MeetingsKey | VisitsKey>();
  const errorText = useErrorText();
  const { locale } = useLocale();
  const address = (to: { view?: View; on?: IsoDate }) => {
    const search = new URLSearchParams({ view: to.view ?? view, on: to.on ?? day });
    return `${base}/calendar?${search}`;
  };
  const week = weeks[0] ?? days;
  const name =
    view === "week"
      ? t("meetings.calendar.week-of", {
          first: formatJalali(week[0] ?? day, locale, "day-month"),
          last: formatJalali(week.at(-1) ?? day, locale, "long"),
        })
      : periodLabel(periodOf(day, "month"), locale);
  const post = useSubmit();
  const navigate = useNavigate();
  const isReady = useReady();
  const shift = (what: "meeting" | "visit", id: string, to: IsoDate, revision: number) => {
    const fields = { ...shiftFields(what, id, to, revision), requestId: page.requestId };
    void post(fields, { method: "post", action: address({}), preventScrollReset: true });
  };
  const beside = page.visits.map((visit) => {
    const { id, state, plannedOn, revision } = visit;
    const isToCome = state === "planned" || (state === "announced" && plannedOn >= today);
    const drawn = (onCarry?: (isCarried: boolean) => void) => (
      <VisitInCalendar visit={visit} base={page.home} {...(onCarry && { onCarry })} />
    );
    // Of an announced visit others were told: the form of moving asks first.
    const onMove = (to: IsoDate) =>
      state === "planned"
        ? shift("visit", id, to, revision)
        : void navigate(`${page.home}/visits/${id}/move?day=${to}`);
    return {
      key: id,
      day: plannedOn,
      startsAt: visit.startsAt,
      node: drawn(),
      ...(isReady &&
        page.mayMoveVisits &&
        isToCome &&
        `/${visit.divisionId}` === page.home && { carried: { drawn, onMove } }),
    };
  });
  const shown = { entries, beside, closed, today, base };
  const shifted = answer && "shifted" in answer ? answer.shifted : undefined;
  const isFeed =
    !shifted && !(answer && "result" in answer && /^shift/.test(String(answer.result.initialValue?.intent)));
  const refused =
    !isFeed && answer && "result" in answer
      ? Object.values(answer.result.error ?? {}).flatMap((errors) => errors ?? [])[0]
      : undefined;
  const canDrag = isReady && page.mayMove;
  const onMove = (entry: (typeof entries)[number], to: IsoDate) => {
    // Of an announced meeting everybody is told: the form of moving asks first.
    if (entry.state !== "draft") return void navigate(`${base}/${entry.id}/move?day=${to}`);
    shift("meeting", entry.id, to, entry.revision);
  };
  return (
    <>
      <PageHeader
        back={{ to: base, label: t("meetings.calendar.list") }}
        title={name}
        meta={t("meetings.calendar")}
        actions={
          <>
            <LinkButton to={address({ on: before })} icon="chevron-left" mirrorIcon>
              {t("meetings.calendar.before")}
            </LinkButton>
            <LinkButton to={address({ on: today })}>{t("meetings.calendar.today")}</LinkButton>
            <LinkButton to={address({ on: after })} icon="chevron-right" mirrorIcon>
              {t("meetings.calendar.after")}
            </LinkButton>
          </>
        }
      />
      {refused && (
        <div className="mb-4">
          <Notice kind="brick" live title={errorText(refused)} />
        </div>
      )}
      {shifted && (
        <Toast
          at={`${shifted.id} ${shifted.revision}`}
          undo={{
            action: address({}),
            fields: {
              ...shiftFields(shifted.what, shifted.id, shifted.from, shifted.revision),
              requestId: page.requestId,
            },
          }}
        >
          {t("meetings.calendar.shifted", {
            title:
              shifted.what === "meeting"
                ? shifted.title
                : t("visits.calendar.title", {
                    target: locale === "fa" ? shifted.targetFa : shifted.targetEn,
                  }),
            day: formatJalali(shifted.heldOn, locale, "weekday"),
          })}
        </Toast>
      )}
      <FilterChips
        chips={VIEWS.map((one) => ({
          to: address({ view: one }),
          label: t(`meetings.calendar.view.${one}`),
          active: one === view,
        }))}
      />
      {view === "list" ? (
        <CalendarDays {...shown} days={days} />
      ) : (
        <>
          {canDrag && (
            <p className="mb-2 text-meta text-ink-3 max-sm:hidden print:hidden">
              {t("meetings.calendar.drag")}
            </p>
          )}
          <CalendarGrid
            {...shown}
            weeks={weeks}
            caption={name}
            {...(within && { within })}
            {...(canDrag && { onMove })}
          />
          <div className="sm:hidden print:hidden">
            <CalendarDays
              {...shown}
              days={within ? days.filter((one) => one >= within.first && one <= within.last) : days}
            />
          </div>
        </>
      )}
      {page.maySubscribe && (
        <div className="mt-8 print:hidden">
          <Section title={t("meetings.feed")}>
            <FeedForm
              requestId={page.requestId}
              answer={answer && !("shifted" in answer) && isFeed ? answer : undefined}
            />
          </Section>
        </div>
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "meetings.calendar");
