import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "~/actor.server";
import { dropTurn, editTurn } from "~/areas/visits/commands/edit-turn.server";
import { TurnForm } from "~/areas/visits/components/turn-form";
import type { VisitsKey } from "~/areas/visits/messages";
import { getRota, getTurn } from "~/areas/visits/rota-queries.server";
import { EditTurn } from "~/areas/visits/schema";
import { listTargets, listVisitors } from "~/areas/visits/targets.server";
import { authorize } from "~/kernel/authorize";
import { formOf, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { PressForm } from "~/ui/form/press-form";
import { SubmitButton } from "~/ui/form/submit-button";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { place } = actor;
  const id = idIn(args.params, "turn");
  const { today } = args.context.scope;
  return reading(actor, async (db) => {
    const turn = await getTurn(db, place.id, id);
    const rota = await getRota(db, place.id, turn.rotaId);
    authorize(actor, "edit", "VisitRota", rota);
    const back = `/${place.id}/visits/rota/${rota.id}`;
    if (rota.state !== "draft") throw redirect(back);
    return {
      turn,
      targets: (await listTargets(db, place, today)).filter(({ kind }) => kind === rota.targetKind),
      visitors: await listVisitors(db, place, today),
      back,
      requestIds: [uuidv7(), uuidv7()] as const,
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "turn");
  const form = await formOf(args.request);
  const back = (rotaId: string) => redirect(`/${actor.place.id}/visits/rota/${rotaId}`);
  if (form.get("intent") === "drop")
    return submit(args.request, z.object({}), async () => back((await dropTurn(actor, id)).rotaId), form);
  return submit(
    args.request,
    EditTurn,
    async (input) => back((await editTurn(actor, id, input)).rotaId),
    form,
  );
}

export default function TurnPage() {
  const { requestIds, ...data } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<VisitsKey>();
  const ofDrop = answer?.result.initialValue?.intent === "drop";
  return (
    <div className="max-w-160">
      <PageHeader back={{ to: data.back, label: t("visits.rota") }} title={t("visits.rota.turn")} />
      <TurnForm {...data} requestId={requestIds[0]} answer={ofDrop ? undefined : answer} />
      <div className="mt-6 border-t border-line pt-4">
        <PressForm id="drop" answer={ofDrop ? answer : undefined} requestId={requestIds[1]}>
          <div>
            <SubmitButton name="intent" value="drop" kind="danger-outline" icon="trash-2">
              {t("visits.rota.drop")}
            </SubmitButton>
          </div>
        </PressForm>
      </div>
    </div>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<VisitsKey>(matches, "visits.rota.turn");
