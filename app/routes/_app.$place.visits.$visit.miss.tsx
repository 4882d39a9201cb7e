import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { excuseNoShow } from "~/areas/visits/commands/excuse-no-show.server";
import { settleNoShow } from "~/areas/visits/commands/settle-visit.server";
import { ReasonForm } from "~/areas/visits/components/reason-form";
import { visitAllows } from "~/areas/visits/lifecycle";
import type { VisitsKey } from "~/areas/visits/messages";
import { getOwnVisit } from "~/areas/visits/queries.server";
import { MissVisit } from "~/areas/visits/schema";
import { authorize } from "~/kernel/authorize";
import { formOf, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { CarriedFields } from "~/ui/form/carried-fields";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

/** A no-show is recorded, or its reason looked at again. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "visit");
  const visit = await reading(actor, async (db) => {
    const found = await getOwnVisit(db, actor.place.id, id);
    authorize(actor, "settle-no-show", "Visit", found);
    return found;
  });
  const back = `/${actor.place.id}/visits/${id}`;
  const isMissed = visitAllows(visit.state, "excuse");
  if (!isMissed && !visitAllows(visit.state, "settle-no-show")) throw redirect(back);
  const { targetFa, targetEn, revision } = visit;
  const saved = isMissed
    ? { reason: visit.reason ?? "", excused: visit.excused ? "yes" : "no" }
    : { reason: "", excused: "" };
  return { targetFa, targetEn, revision, saved, isMissed, back, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "visit");
  const form = await formOf(args.request);
  const back = `/${actor.place.id}/visits/${id}`;
  return submit(
    args.request,
    MissVisit,
    async (input) => {
      if (form.get("again") === "on") await excuseNoShow(actor, id, input);
      else await settleNoShow(actor, id, input);
      return redirect(`${back}?done=missed`);
    },
    form,
  );
}

export default function MissVisitPage() {
  const { targetFa, targetEn, isMissed, ...data } = useLoaderData<typeof loader>();
  const t = useT<VisitsKey>();
  const { locale } = useLocale();
  return (
    <>
      <PageHeader
        back={{ to: data.back, label: locale === "fa" ? targetFa : targetEn }}
        title={t(isMissed ? "visits.excuse" : "visits.miss.title")}
      />
      <CarriedFields fields={isMissed ? { again: "on" } : {}}>
        <ReasonForm step="miss" {...data} answer={useActionData<typeof action>()} />
      </CarriedFields>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<VisitsKey>(matches, "visits.miss.title");
