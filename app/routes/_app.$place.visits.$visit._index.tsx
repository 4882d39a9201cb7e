import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { announceVisit } from "~/areas/visits/commands/announce-visit.server";
import { finishReport } from "~/areas/visits/commands/finish-report.server";
import { settleMade } from "~/areas/visits/commands/settle-visit.server";
import { AnswerList } from "~/areas/visits/components/answer-list";
import { FindingList } from "~/areas/visits/components/finding-list";
import { VisitChip } from "~/areas/visits/components/state-chip";
import { VisitFacts } from "~/areas/visits/components/visit-facts";
import { VisitSteps } from "~/areas/visits/components/visit-steps";
import { STEPS, visitAllows, wasMade } from "~/areas/visits/lifecycle";
import type { VisitsKey } from "~/areas/visits/messages";
import { getReport, getVisit, listFindings, listOrdered } from "~/areas/visits/queries.server";
import { PressVisit } from "~/areas/visits/schema";
import { ExportButton } from "~/areas/exports/components/export-button";
import { may } from "~/kernel/authorize";
import { formOf, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { formatJalali, todayIn } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { Columns } from "~/ui/columns";
import { DateText } from "~/ui/date-text";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

const DONE = ["planned", "announced", "moved", "made", "missed", "finished"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { place } = actor;
  const id = idIn(args.params, "visit");
  const { today } = args.context.scope;
  const found = await reading(actor, async (db) => {
    const visit = await getVisit(db, place, id);
    const hasReport = wasMade(visit.state);
    return {
      visit,
      report: hasReport ? await getReport(db, visit) : null,
      findings: hasReport ? await listFindings(db, visit) : [],
      ordered: hasReport && visit.divisionId === place.id ? await listOrdered(db, visit, today) : [],
    };
  });
  const { visit } = found;
  const isOwn = visit.divisionId === place.id;
  const asked = new URL(args.request.url).searchParams.get("done");
  return {
    ...found,
    isOwn,
    place: place.id,
    today,
    reportedOn: visit.reportedAt && todayIn(visit.reportedAt),
    done: DONE.find((one) => one === asked),
    steps: isOwn
      ? STEPS.filter((step) => visitAllows(visit.state, step) && may(actor, step, "Visit", visit))
      : [],
    mayOrder: isOwn && may(actor, "issue", "Issuance"),
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "visit");
  const form = await formOf(args.request);
  const here = `/${actor.place.id}/visits/${id}`;
  const intent = form.get("intent");
  return submit(
    args.request,
    PressVisit,
    async (input) => {
      if (intent === "announce") {
        await announceVisit(actor, id, input);
        return redirect(`${here}?done=announced`);
      }
      if (intent === "finish") {
        await finishReport(actor, id, input);
        return redirect(`${here}?done=finished`);
      }
      await settleMade(actor, id, input);
      return redirect(`${here}?done=made`);
    },
    form,
  );
}

export default function VisitPage() {
  const page = useLoaderData<typeof loader>();
  const { visit, report, findings, ordered, isOwn, place, today, steps, done } = page;
  const answer = useActionData<typeof action>();
  const t = useT<VisitsKey>();
  const { locale } = useLocale();
  const target = locale === "fa" ? visit.targetFa : visit.targetEn;
  const base = `/${place}`;
  const here = `${base}/visits/${visit.id}`;
  const hasWords = report !== null && (report.summary !== null || report.answers.length > 0);
  return (
    <>
      <PageHeader
        back={{
          to: isOwn ? `${base}/visits` : `${base}/visits?side=here`,
          label: t(isOwn ? "visits.title" : "visits.here"),
        }}
        title={visit.purpose}
        state={<VisitChip state={visit.state} />}
        meta={
          <>
            <span>{target}</span>
            <DateText iso={visit.plannedOn} style="weekday" />
            <span>{locale === "fa" ? visit.visitorFa : visit.visitorEn}</span>
          </>
        }
        actions={
          visit.state === "reported" && isOwn ? (
            <ExportButton place={place} list="visit-report" narrowed={{ visit: visit.id }} />
          ) : undefined
        }
      />
      {done && (
        <div className="mb-4">
          <Notice live title={t(`visits.done.${done}`)} />
        </div>
      )}
      {isOwn && visit.state === "announced" && visit.plannedOn < today && (
        <div className="mb-4">
          <Notice kind="saffron" title={t("visits.day.past")} />
        </div>
      )}
      <VisitSteps
        visit={visit}
        steps={steps}
        here={here}
        today={today}
        requestId={page.requestId}
        answer={answer}
      />
      <Columns
        side={
          <Section title={t("visits.facts")}>
            <VisitFacts
              visit={visit}
              isOwn={isOwn}
              office={isOwn && visit.targetOfficeId ? `${base}/bodies/${visit.targetOfficeId}` : null}
            />
          </Section>
        }
      >
        {wasMade(visit.state) ? (
          <>
            <Section
              title={t("visits.report")}
              note={
                visit.state === "reported" && page.reportedOn
                  ? t("visits.report.finished", {
                      day: formatJalali(page.reportedOn, locale, "long"),
                      name: visit.reportedByName ?? "",
                    })
                  : undefined
              }
              action={
                steps.includes("report") && (
                  <LinkButton to={`${here}/report`} icon="notebook-pen" size="small">
                    {t("visits.report.write")}
                  </LinkButton>
                )
              }
            >
              {report?.summary && (
                <p dir="auto" className="mb-3 text-body leading-[1.9] whitespace-pre-wrap">
                  {report.summary}
                </p>
              )}
              {report && report.answers.length > 0 && <AnswerList answers={report.answers} />}
              {!hasWords && (
                <p className="text-second text-ink-3">
                  {t(isOwn ? "visits.report.none" : "visits.report.of-them")}
                </p>
              )}
            </Section>
            {(isOwn || visit.state === "reported") && (
              <Section title={t("visits.findings")}>
                <FindingList
                  findings={findings}
                  ordered={ordered}
                  base={base}
                  isOwn={isOwn}
                  mayEdit={false}
                  mayOrder={page.mayOrder}
                />
              </Section>
            )}
          </>
        ) : (
          <Section title={t("visits.report")}>
            <p className="text-second text-ink-3">{t("visits.report.none")}</p>
          </Section>
        )}
      </Columns>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<VisitsKey>(matches, "visits.title", {}, data?.visit.purpose);
