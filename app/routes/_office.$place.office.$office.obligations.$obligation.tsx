import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isStaffOver, requireOfficer, requireOfficerToAct } from "~/actor.server";
import { remindersOf } from "~/areas/obligations/chasing/office-messages.server";
import { ObligationScreen } from "~/areas/obligations/components/obligation-screen";
import { ACTS } from "~/areas/obligations/lifecycle";
import type { ObligationsKey } from "~/areas/obligations/messages";
import { getObligation } from "~/areas/obligations/queries.server";
import { allowedActs } from "~/areas/obligations/steps/allowed-acts";
import { submitStep } from "~/areas/obligations/steps/step-form.server";
import { idIn, reading } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";

/** One obligation of the office, with the steps that are its own. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, office } = requireOfficer(args);
  const { divisionId } = office;
  const id = idIn(args.params, "obligation");
  const { row, reminders } = await reading(actor, async (db) => ({
    row: await getObligation(db, { divisionId, id }),
    reminders: await remindersOf(db, { divisionId, id }),
  }));
  const acts = isStaffOver(args.context.scope, divisionId) ? [] : allowedActs(actor, row);
  const asked = new URL(args.request.url).searchParams.get("step");
  return {
    row,
    acts,
    reminders,
    open: ACTS.find((act) => act === asked && acts.includes(act)) ?? null,
    base: `/${divisionId}/office/${office.id}`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, office } = requireOfficerToAct(args);
  const { divisionId } = office;
  const id = idIn(args.params, "obligation");
  const back = `/${divisionId}/office/${office.id}/obligations/${id}`;
  return submitStep(args.request, actor, { divisionId, id }, back);
}

export default function OfficerObligation() {
  const { row, acts, reminders, open, base, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? undefined;
  const t = useT<ObligationsKey>();
  return (
    <ObligationScreen
      row={row}
      acts={acts}
      open={open}
      base={`${base}/obligations/${row.id}`}
      back={base}
      backWords={t("obligations.door.back")}
      evidenceHref={(evidence) => `${base}/evidence/${evidence}`}
      chainHref={(other) => `${base}/obligations/${other.id}`}
      reminders={reminders}
      requestId={requestId}
      answer={answer}
    />
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "obligations.title");
