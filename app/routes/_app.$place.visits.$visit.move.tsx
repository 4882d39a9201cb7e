import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { moveVisit } from "~/areas/visits/commands/move-visit.server";
import { ReasonForm } from "~/areas/visits/components/reason-form";
import { visitAllows } from "~/areas/visits/lifecycle";
import type { VisitsKey } from "~/areas/visits/messages";
import { getOwnVisit } from "~/areas/visits/queries.server";
import { MoveVisit } from "~/areas/visits/schema";
import { authorize } from "~/kernel/authorize";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { isIsoDate } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "visit");
  const visit = await reading(actor, async (db) => {
    const found = await getOwnVisit(db, actor.place.id, id);
    authorize(actor, "move", "Visit", found);
    return found;
  });
  const back = `/${actor.place.id}/visits/${id}`;
  if (!visitAllows(visit.state, "move")) throw redirect(back);
  // The day to which it was carried in the calendar.
  const day = new URL(args.request.url).searchParams.get("day");
  const { targetFa, targetEn, revision } = visit;
  return {
    targetFa,
    targetEn,
    revision,
    saved: {
      plannedOn: day && isIsoDate(day) && !Number.isNaN(Date.parse(day)) ? day : visit.plannedOn,
      startsAt: visit.startsAt ?? "",
      endsAt: visit.endsAt ?? "",
      reason: "",
    },
    back,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "visit");
  return submit(args.request, MoveVisit, async (input) => {
    await moveVisit(actor, id, input);
    return redirect(`/${actor.place.id}/visits/${id}?done=moved`);
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
        title={t("visits.move")}
      />
      <ReasonForm step="move" {...data} answer={useActionData<typeof action>()} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<VisitsKey>(matches, "visits.move");
