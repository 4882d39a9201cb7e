import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "~/actor.server";
import { editFinding } from "~/areas/visits/commands/edit-finding.server";
import { removeFinding } from "~/areas/visits/commands/remove-finding.server";
import { FindingForm } from "~/areas/visits/components/finding-form";
import { visitAllows } from "~/areas/visits/lifecycle";
import type { VisitsKey } from "~/areas/visits/messages";
import { getFinding, getOwnVisit } from "~/areas/visits/queries.server";
import { EditFinding } from "~/areas/visits/schema";
import { authorize } from "~/kernel/authorize";
import { LARGEST_FILE } from "~/kernel/files.server";
import { formOf, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { PressForm } from "~/ui/form/press-form";
import { SubmitButton } from "~/ui/form/submit-button";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "finding");
  return reading(actor, async (db) => {
    const finding = await getFinding(db, actor.place, id);
    const visit = await getOwnVisit(db, actor.place.id, finding.visitId);
    authorize(actor, "report", "Visit", visit);
    const back = `/${actor.place.id}/visits/${visit.id}`;
    if (!visitAllows(visit.state, "report")) throw redirect(back);
    return {
      finding,
      mb: LARGEST_FILE / 1024 / 1024,
      back: `${back}/report`,
      requestIds: [uuidv7(), uuidv7()] as const,
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "finding");
  const form = await formOf(args.request);
  const back = (visitId: string) => redirect(`/${actor.place.id}/visits/${visitId}/report#findings`);
  if (form.get("intent") === "remove")
    return submit(
      args.request,
      z.object({}),
      async () => back((await removeFinding(actor, id)).visitId),
      form,
    );
  return submit(
    args.request,
    EditFinding,
    async (input) => back((await editFinding(actor, id, input)).visitId),
    form,
  );
}

export default function FindingPage() {
  const { finding, mb, back, requestIds } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<VisitsKey>();
  const ofRemoval = answer?.result.initialValue?.intent === "remove";
  return (
    <div className="max-w-160">
      <PageHeader back={{ to: back, label: t("visits.report") }} title={t("visits.finding.edit")} />
      <FindingForm
        finding={finding}
        mb={mb}
        requestId={requestIds[0]}
        answer={ofRemoval ? undefined : answer}
        back={back}
      />
      <div className="mt-6 border-t border-line pt-4">
        <PressForm id="remove" answer={ofRemoval ? answer : undefined} requestId={requestIds[1]}>
          <div>
            <SubmitButton name="intent" value="remove" kind="danger-outline" icon="trash-2">
              {t("visits.finding.remove")}
            </SubmitButton>
          </div>
        </PressForm>
      </div>
    </div>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<VisitsKey>(matches, "visits.finding.edit");
