import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { CHECKLIST_OF } from "~/areas/visits/choices";
import { addFinding } from "~/areas/visits/commands/add-finding.server";
import { writeReport } from "~/areas/visits/commands/write-report.server";
import { ChecklistForm } from "~/areas/visits/components/checklist-form";
import { FindingForm } from "~/areas/visits/components/finding-form";
import { FindingList } from "~/areas/visits/components/finding-list";
import { visitAllows } from "~/areas/visits/lifecycle";
import type { VisitsKey } from "~/areas/visits/messages";
import {
  getOwnVisit,
  getReport,
  listFindings,
  listOrdered,
  questionsOf,
} from "~/areas/visits/queries.server";
import { AddFinding, WriteReport } from "~/areas/visits/schema";
import { authorize, may } from "~/kernel/authorize";
import { LARGEST_FILE } from "~/kernel/files.server";
import { chosenFile, formWithFiles, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

/** The report is written here, on the way: the checklist by taps, findings with a picture. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { place } = actor;
  const id = idIn(args.params, "visit");
  const { today } = args.context.scope;
  const here = `/${place.id}/visits/${id}`;
  return reading(actor, async (db) => {
    const visit = await getOwnVisit(db, place.id, id);
    authorize(actor, "report", "Visit", visit);
    if (!visitAllows(visit.state, "report")) throw redirect(here);
    const { summary, revision, answers } = await getReport(db, visit);
    const asked = await questionsOf(db, place, visit.targetKind, today);
    const of = new Map(answers.map((answer) => [answer.code, answer]));
    return {
      visit: { targetFa: visit.targetFa, targetEn: visit.targetEn, targetKind: visit.targetKind },
      questions: [
        ...asked.map((question) => of.get(question.code) ?? { ...question, answer: null, note: null }),
        ...answers.filter(({ code }) => !asked.some((one) => one.code === code)),
      ],
      summary,
      revision,
      findings: await listFindings(db, visit),
      ordered: await listOrdered(db, visit, today),
      mb: LARGEST_FILE / 1024 / 1024,
      place: place.id,
      here,
      mayOrder: may(actor, "issue", "Issuance"),
      isSaved: new URL(args.request.url).searchParams.get("done") === "saved",
      requestIds: [uuidv7(), uuidv7()] as const,
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "visit");
  const form = await formWithFiles(args.request, LARGEST_FILE);
  if (!(form instanceof FormData)) return form;
  const here = `/${actor.place.id}/visits/${id}/report`;
  if (form.get("intent") === "finding") {
    const given = chosenFile(form.get("file"));
    form.delete("file");
    return submit(
      args.request,
      AddFinding,
      async (input) => {
        const file = given && { bytes: new Uint8Array(await given.arrayBuffer()), name: given.name };
        await addFinding(actor, id, input, file);
        return redirect(`${here}#findings`);
      },
      form,
    );
  }
  return submit(
    args.request,
    WriteReport,
    async (input) => {
      await writeReport(actor, id, input);
      return redirect(`${here}?done=saved`);
    },
    form,
  );
}

export default function VisitReportPage() {
  const { visit, questions, findings, ordered, place, here, isSaved, requestIds, ...data } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<VisitsKey>();
  const { locale } = useLocale();
  const target = locale === "fa" ? visit.targetFa : visit.targetEn;
  const ofFinding = answer?.result.initialValue?.intent === "finding";
  return (
    <div className="max-w-180">
      <PageHeader
        back={{ to: here, label: t("visits.facts") }}
        title={t("visits.report.title", { name: target })}
        actions={
          <LinkButton to={here} icon="lock">
            {t("visits.report.finish")}
          </LinkButton>
        }
      />
      {isSaved && (
        <div className="mb-4">
          <Notice live title={t("visits.report.saved")} />
        </div>
      )}
      <div id="findings">
        <Section title={t("visits.findings")}>
          <FindingList
            findings={findings}
            ordered={ordered}
            base={`/${place}`}
            isOwn
            mayEdit
            mayOrder={data.mayOrder}
          />
          <div className="mt-4">
            <FindingForm mb={data.mb} requestId={requestIds[0]} answer={ofFinding ? answer : undefined} />
          </div>
        </Section>
      </div>
      <Section
        title={t("visits.checklist")}
        note={t("visits.checklist.count", {
          done: questions.filter(({ answer: said }) => said !== null).length,
          all: questions.length,
        })}
        action={
          <Link
            to={`/${place}/catalogues?kind=${CHECKLIST_OF[visit.targetKind]}`}
            className="inline-flex min-h-6 items-center text-meta text-teal hover:underline"
          >
            {t("visits.checklist.edit")}
          </Link>
        }
      >
        <ChecklistForm
          questions={questions}
          summary={data.summary}
          revision={data.revision}
          requestId={requestIds[1]}
          answer={ofFinding ? undefined : answer}
        />
      </Section>
    </div>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<VisitsKey>(matches, "visits.report");
