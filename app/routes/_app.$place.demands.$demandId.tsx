import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { answerDemand } from "~/areas/demands/commands/answer-demand.server";
import { referDemand } from "~/areas/demands/commands/refer-demand.server";
import { withdrawDemand } from "~/areas/demands/commands/withdraw-demand.server";
import { DemandRecord, type DemandIntent } from "~/areas/demands/components/demand-record";
import { allows } from "~/areas/demands/lifecycle";
import type { DemandKey } from "~/areas/demands/messages";
import { findDemandPerson, getDemand, listCompetentOffices } from "~/areas/demands/queries.server";
import { AnswerDemand, ReferDemand, WithdrawDemand } from "~/areas/demands/schema";
import type { ObligationsKey } from "~/areas/obligations/messages";
import { may } from "~/kernel/authorize";
import { formOf, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";

const DONE = ["recorded", "referred", "answer-saved", "withdrawn"] as const;

/** A demand with its next steps. Who asked is read by a query that answers only in his own county. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "demandId");
  const mayReadPerson = may(actor, "read-person", "Demand");
  const { demand, person, offices } = await reading(actor, async (db) => {
    const found = await getDemand(db, actor.place, id, args.context.scope.today);
    const mayRefer = may(actor, "refer", "Demand") && allows(found.state, "refer");
    return {
      // The code speaks for the citizen: it is his county's to hand out and nobody else's to know.
      demand: { ...found, trackingCode: found.divisionId === actor.place.id ? found.trackingCode : null },
      person: mayReadPerson ? await findDemandPerson(db, actor.place.id, id) : undefined,
      offices: mayRefer ? await listCompetentOffices(db, actor.place.id) : undefined,
    };
  });
  const mayLink = demand.state === "referred" && may(actor, "make-link", "Office", demand);
  const url = new URL(args.request.url);
  const done = url.searchParams.get("done");
  return {
    demand,
    person,
    offices,
    base: `/${actor.place.id}/demands`,
    trackAddress: `${url.host}/t`,
    requestId: uuidv7(),
    done: DONE.find((one) => one === done),
    linkHref:
      mayLink && demand.officeId
        ? `/${actor.place.id}/offices/${demand.officeId}/link?from=demand:${demand.id}`
        : null,
    decisionHref: may(actor, "issue", "Issuance")
      ? `/${actor.place.id}/obligations/new?from=demand:${demand.id}`
      : null,
    mayAnswer: may(actor, "answer", "Demand") && allows(demand.state, "answer"),
    mayWithdraw: may(actor, "withdraw", "Demand") && allows(demand.state, "withdraw"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "demandId");
  const form = await formOf(args.request);
  const here = `/${actor.place.id}/demands/${id}`;
  switch (String(form.get("intent"))) {
    case "answer":
      return submit(
        args.request,
        AnswerDemand,
        async (input) => {
          await answerDemand(actor, id, input);
          return redirect(`${here}?done=answer-saved`);
        },
        form,
      );
    case "withdraw":
      return submit(
        args.request,
        WithdrawDemand,
        async (input) => {
          await withdrawDemand(actor, id, input);
          return redirect(`${here}?done=withdrawn`);
        },
        form,
      );
    default:
      return submit(
        args.request,
        ReferDemand,
        async (input) => {
          await referDemand(actor, id, input);
          return redirect(`${here}?done=referred`);
        },
        form,
      );
  }
}

export default function DemandPage() {
  const { decisionHref, ...data } = useLoaderData<typeof loader>();
  const t = useT<ObligationsKey>();
  const answer = useActionData<typeof action>();
  const said = answer?.result.initialValue?.intent;
  const intent: DemandIntent = said === "answer" || said === "withdraw" ? said : "refer";
  return (
    <>
      <DemandRecord {...data} answer={answer ? { ...answer, intent } : undefined} />
      {decisionHref && (
        <p className="mt-6">
          <LinkButton to={decisionHref} icon="list-checks">
            {t("obligations.decision.new")}
          </LinkButton>
        </p>
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<DemandKey>(matches, "demands.page", undefined, data?.demand.title);
