import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { offeredOf } from "~/areas/catalogues/queries.server";
import type { KeptState } from "~/areas/network/choices";
import { movePerson } from "~/areas/network/commands/move-person.server";
import { StepForm } from "~/areas/network/components/people/step-form";
import { stepsFrom } from "~/areas/network/lifecycle";
import type { NetworkKey } from "~/areas/network/messages";
import { getPerson } from "~/areas/network/queries.server/people";
import { MovePerson } from "~/areas/network/schema/people";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

/** The step of the joining path that `?step` names, where the person may take it. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const personId = idIn(args.params, "personId");
  const { person, offered } = await reading(actor, async (db) => ({
    person: await getPerson(db, actor.place.id, personId),
    offered: await offeredOf(db, actor.place, ["archive-reason"], args.context.scope.today),
  }));
  const { fullName, state } = person;
  const here = `/${actor.place.id}/network/people/${personId}`;
  const asked = new URL(args.request.url).searchParams.get("step");
  const step = stepsFrom(state).find((one) => one === asked);
  if (!step) throw redirect(here);
  return { fullName, step, reasons: offered["archive-reason"], here, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const personId = idIn(args.params, "personId");
  return submit(args.request, MovePerson, async (input) => {
    const { state }: { state: KeptState } = await movePerson(actor, personId, input);
    return redirect(`/${actor.place.id}/network/people/${personId}?moved=${state}`);
  });
}

export default function StepPage() {
  const { fullName, step, reasons, here, requestId } = useLoaderData<typeof loader>();
  const t = useT<NetworkKey>();
  return (
    <>
      <PageHeader back={{ to: here, label: fullName }} title={t(`network.path.${step}`)} />
      <StepForm
        key={step}
        step={step}
        reasons={reasons}
        requestId={requestId}
        answer={useActionData<typeof action>()}
        back={here}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.path");
