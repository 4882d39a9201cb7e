import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { cancelVisit } from "~/areas/visits/commands/cancel-visit.server";
import { ReasonForm } from "~/areas/visits/components/reason-form";
import { visitAllows } from "~/areas/visits/lifecycle";
import type { VisitsKey } from "~/areas/visits/messages";
import { getOwnVisit } from "~/areas/visits/queries.server";
import { CancelVisit } from "~/areas/visits/schema";
import { authorize } from "~/kernel/authorize";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "visit");
  const visit = await reading(actor, async (db) => {
    const found = await getOwnVisit(db, actor.place.id, id);
    authorize(actor, "cancel", "Visit", found);
    return found;
  });
  const back = `/${actor.place.id}/visits/${id}`;
  if (!visitAllows(visit.state, "cancel")) throw redirect(back);
  const { targetFa, targetEn, revision } = visit;
  return { targetFa, targetEn, revision, saved: { reason: "" }, back, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "visit");
  return submit(args.request, CancelVisit, async (input) => {
    await cancelVisit(actor, id, input);
    return redirect(`/${actor.place.id}/visits/${id}`);
  });
}

export default function Page() {
  const { targetFa, targetEn, ...data } = useLoaderData<typeof loader>();
  const t = useT<VisitsKey>();
  const { locale } = useLocale();
  return (
    <>
      <PageHeader
        back={{ to: data.back, label: locale === "fa" ? targetFa : targetEn }}
        title={t("visits.cancel")}
      />
      <ReasonForm step="cancel" {...data} answer={useActionData<typeof action>()} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<VisitsKey>(matches, "visits.cancel");
