import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isStaffOver, requireOfficer, requireOfficerToAct } from "~/actor.server";
import { answerDemand } from "~/areas/demands/commands/answer-demand.server";
import { OfficeDemand } from "~/areas/demands/components/office-demand";
import type { DemandKey } from "~/areas/demands/messages";
import { getForOffice } from "~/areas/demands/queries.server";
import { AnswerDemand } from "~/areas/demands/schema";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";

/** One demand that waits for the office's answer. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, office } = requireOfficer(args);
  const { divisionId } = office;
  const id = idIn(args.params, "demand");
  return {
    demand: await reading(actor, (db) => getForOffice(db, { divisionId, officeId: office.id }, id)),
    readOnly: isStaffOver(args.context.scope, divisionId),
    home: `/${divisionId}/office/${office.id}`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, office } = requireOfficerToAct(args);
  const id = idIn(args.params, "demand");
  return submit(args.request, AnswerDemand, async (input) => {
    await answerDemand(actor, id, input);
    return redirect(`/${office.divisionId}/office/${office.id}?answered`);
  });
}

export default function OfficerDemand() {
  const loaded = useLoaderData<typeof loader>();
  return <OfficeDemand {...loaded} answer={useActionData<typeof action>()} />;
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<DemandKey>(matches, "demands.page");
