import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { DecisionForm } from "~/areas/obligations/components/decision-form";
import { calendarOf, listAddressees } from "~/areas/obligations/door.server";
import type { ObligationsKey } from "~/areas/obligations/messages";
import { addresseeOptions, shownAddressees } from "~/areas/obligations/issue/addressee-options";
import { IssueDecision } from "~/areas/obligations/schema";
import { orderFinding } from "~/areas/visits/commands/order-finding.server";
import { wasMade } from "~/areas/visits/lifecycle";
import type { VisitsKey } from "~/areas/visits/messages";
import { getFinding, getOwnVisit, titleOfVisit } from "~/areas/visits/queries.server";
import { authorize } from "~/kernel/authorize";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

/** A finding becomes an obligation of whoever is named, by when. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { place } = actor;
  const id = idIn(args.params, "finding");
  const { today } = args.context.scope;
  return reading(actor, async (db) => {
    const finding = await getFinding(db, place, id);
    const visit = await getOwnVisit(db, place.id, finding.visitId);
    authorize(actor, "issue", "Issuance");
    const back = `/${place.id}/visits/${visit.id}`;
    if (!wasMade(visit.state)) throw redirect(back);
    const there = await db.issuance.findUnique({
      where: { divisionId_id: { divisionId: place.id, id } },
      select: { id: true },
    });
    if (there) throw redirect(`/${place.id}/obligations/texts/${id}`);
    return {
      title: titleOfVisit(visit).slice(0, 200),
      text: finding.spot ? `${finding.text} (${finding.spot})` : finding.text,
      known: shownAddressees(await listAddressees(db, place, today)),
      calendar: await calendarOf(db, place, today),
      back,
      requestId: uuidv7(),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "finding");
  return submit(args.request, IssueDecision, async (input) => {
    const { isNew } = await orderFinding(actor, id, input);
    return redirect(`/${actor.place.id}/obligations/texts/${id}${isNew ? "?done=issued" : ""}`);
  });
}

export default function OrderFindingPage() {
  const { known, ...data } = useLoaderData<typeof loader>();
  const t = useT<VisitsKey | ObligationsKey>();
  const { locale } = useLocale();
  return (
    <>
      <PageHeader
        back={{ to: data.back, label: t("visits.report") }}
        title={t("visits.finding.order.title")}
        meta={t("visits.finding.order.lead")}
      />
      <div className="max-w-160">
        <DecisionForm
          {...data}
          from={null}
          addressees={addresseeOptions(known, t, locale)}
          answer={useActionData<typeof action>()}
        />
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<VisitsKey>(matches, "visits.finding.order.title");
