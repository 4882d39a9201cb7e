import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { changeWeekend } from "~/areas/divisions/commands/change-weekend.server";
import { declareClosure } from "~/areas/divisions/commands/declare-closure.server";
import { settleHoliday } from "~/areas/divisions/commands/settle-holiday.server";
import { withdrawClosure } from "~/areas/divisions/commands/withdraw-closure.server";
import { ClosureForm, SettleForm, WeekendForm } from "~/areas/divisions/components/calendar-forms";
import { ClosedDayTable, WeekendTable } from "~/areas/divisions/components/calendar-tables";
import type { DivisionsKey } from "~/areas/divisions/messages";
import { getCalendarPage } from "~/areas/divisions/queries.server";
import { ChangeWeekend, DeclareClosure, SettleHoliday } from "~/areas/divisions/schema";
import { may } from "~/kernel/authorize";
import { formOf, idFrom, reading, refusalResponse, submit } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { toLatinDigits } from "~/lib/digits";
import { uuidv7 } from "~/lib/identifiers";
import { isoOf, jalaliOf, monthLength, typedJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { Columns } from "~/ui/columns";
import { FilterChips } from "~/ui/filter-chips";
import { useLocale, useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { localDigits } from "~/ui/numbers";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";
import { Sheet } from "~/ui/sheet";

/** Years that can be looked at, before and after the present one. */
const YEARS = [-1, 0, 1] as const;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { today } = args.context.scope;
  const asked = new URL(args.request.url).searchParams;
  const thisYear = jalaliOf(today).jy;
  const typed = Number(toLatinDigits(asked.get("year") ?? ""));
  const years = YEARS.map((step) => thisYear + step);
  const year = years.find((one) => one === typed) ?? thisYear;
  const { days, weekend } = await reading(actor, (db) =>
    getCalendarPage(db, actor.place, isoOf(year, 1, 1), isoOf(year, 12, monthLength(year, 12))),
  );
  const mayKeep = may(actor, "keep", "WorkingCalendar");
  const settled = days.find(({ id, divisionId, status }) => {
    return id === asked.get("settle") && divisionId === actor.place.id && status === "estimated";
  });
  return {
    days,
    weekend,
    year,
    years,
    today,
    place: actor.place.id,
    mayKeep,
    settled: mayKeep ? settled : undefined,
    isSaved: asked.has("saved"),
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const saved = `/${actor.place.id}/calendar?saved`;
  const form = await formOf(args.request);
  const done = async (work: Promise<unknown>) => {
    await work;
    return redirect(saved);
  };
  switch (form.get("intent")) {
    case "declare":
      return submit(args.request, DeclareClosure, (input) => done(declareClosure(actor, input)), form);
    case "weekend":
      return submit(args.request, ChangeWeekend, (input) => done(changeWeekend(actor, input)), form);
    case "settle": {
      const id = idFrom(form.get("holiday"));
      return submit(args.request, SettleHoliday, (input) => done(settleHoliday(actor, id, input)), form);
    }
    case "withdraw": {
      const id = idFrom(form.get("closure"));
      try {
        return await done(withdrawClosure(actor, id));
      } catch (error) {
        if (error instanceof Refusal) throw refusalResponse(error);
        throw error;
      }
    }
    case null:
    default:
      return data(null, { status: 400 });
  }
}

export default function CalendarPage() {
  const { days, weekend, year, years, today, place, mayKeep, settled, isSaved, requestId } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? undefined;
  const t = useT<DivisionsKey>();
  const { locale } = useLocale();
  const here = `/${place}/calendar`;
  const intent = answer?.result.initialValue?.intent;
  const of = (one: string) => (intent === one ? answer : undefined);
  const own = weekend.filter(
    ({ divisionId, from, to }) => divisionId === place && from <= today && (to === null || to >= today),
  );
  return (
    <>
      <PageHeader title={t("divisions.calendar")} />
      <p className="mb-4 max-w-160 text-second text-ink-2">{t("divisions.calendar.lead")}</p>
      {isSaved && !answer && (
        <div className="mb-4 max-w-160">
          <Notice live title={t("divisions.calendar.saved")} />
        </div>
      )}
      <Columns
        side={
          mayKeep && (
            <div className="print:hidden">
              <Section title={t("divisions.calendar.declare")}>
                <ClosureForm key={isSaved ? "saved" : "first"} requestId={requestId} answer={of("declare")} />
              </Section>
              <Section title={t("divisions.calendar.change")}>
                <WeekendForm
                  requestId={requestId}
                  answer={of("weekend")}
                  weekdays={own.map(({ weekday }) => weekday)}
                  above={weekend
                    .filter(({ divisionId }) => divisionId !== place)
                    .map(({ weekday }) => weekday)}
                />
              </Section>
            </div>
          )
        }
      >
        <Section title={t("divisions.calendar.weekend")}>
          <WeekendTable rows={weekend} />
        </Section>
        <Section title={t("divisions.calendar.days")}>
          <FilterChips
            chips={years.map((one) => ({
              to: `${here}?year=${one}`,
              label: t("divisions.calendar.year", { year: localDigits(String(one), locale) }),
              active: one === year,
            }))}
          />
          {settled && (
            <div id="settle" className="mb-4 max-w-160 print:hidden">
              <Sheet chosen>
                <h3 className="mb-3 text-item">
                  {t("divisions.calendar.settle.title", {
                    name: locale === "fa" ? settled.nameFa : settled.nameEn,
                  })}
                </h3>
                <SettleForm
                  requestId={requestId}
                  answer={of("settle")}
                  id={settled.id}
                  day={typedJalali(settled.day, locale)}
                  closeHref={`${here}?year=${year}`}
                />
              </Sheet>
            </div>
          )}
          <ClosedDayTable
            rows={days}
            place={place}
            mayKeep={mayKeep}
            settleHref={(row) => `${here}?year=${year}&settle=${row.id}#settle`}
            requestId={requestId}
          />
        </Section>
      </Columns>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<DivisionsKey>(matches, "divisions.calendar");
