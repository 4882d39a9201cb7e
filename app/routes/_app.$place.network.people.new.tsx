import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { offeredOf } from "~/areas/catalogues/queries.server";
import { registerPerson } from "~/areas/network/commands/register-person.server";
import { PersonForm } from "~/areas/network/components/people/person-form";
import { TwinWarning } from "~/areas/network/components/duplicates/twin-warning";
import type { NetworkKey } from "~/areas/network/messages";
import { cadenceOf } from "~/areas/network/queries.server/cadence";
import { circleChoices } from "~/areas/network/queries.server/circles";
import { twinsOf, type Twin } from "~/areas/network/queries.server/pairs";
import { RegisterPerson } from "~/areas/network/schema/people";
import { formOf, reading, submit } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { canSeal } from "~/kernel/sealed.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const circles = await reading(actor, async (db) => ({
    circles: await circleChoices(db, actor.place.id),
    cadence: await cadenceOf(db, actor.place),
    offered: await offeredOf(db, actor.place, ["capacity", "locality"], args.context.scope.today),
  }));
  const chosen = new URL(args.request.url).searchParams.get("circle") ?? undefined;
  return {
    ...circles,
    chosen,
    base: `/${actor.place.id}/network`,
    asksNationalCode: canSeal(),
    requestId: uuidv7(),
  };
}

/** Whom the new one is said to be: nobody is registered then. */
const HE = /^he:([0-9a-f-]{36})$/;

/** A record like others of the county is shown beside them first; `twins` is what its writer then says of them. */
export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const form = await formOf(args.request);
  const said = form.get("twins");
  const he = HE.exec(typeof said === "string" ? said : "");
  if (he) return redirect(`/${actor.place.id}/network/people/${he[1]}?known`);
  let twins: Twin[] = [];
  const answer = await submit(
    args.request,
    RegisterPerson,
    async (input) => {
      if (said !== "apart" && said !== "anyway") {
        twins = await reading(actor, (db) => twinsOf(db, actor.place.id, input));
        if (twins.length > 0) throw new Refusal("conflict", "network.twins.found");
      }
      const apartFrom = said === "apart" ? input.apartFrom : undefined;
      const { id } = await registerPerson(actor, { ...input, apartFrom });
      const padded = input.nationalCode?.isPadded ? "&padded" : "";
      return redirect(`/${actor.place.id}/network/people/${id}?registered${padded}`);
    },
    form,
  );
  return "data" in answer ? data({ ...answer.data, twins }, answer.init ?? undefined) : answer;
}

export default function NewPersonPage() {
  const answer = useActionData<typeof action>();
  const { circles, cadence, offered, chosen, base, asksNationalCode, requestId } =
    useLoaderData<typeof loader>();
  const t = useT<NetworkKey>();
  return (
    <>
      <PageHeader back={{ to: base, label: t("network.title") }} title={t("network.person.new")} />
      <PersonForm
        circles={circles}
        offered={offered}
        chosenCircle={chosen}
        cadenceHints={cadence}
        asksNationalCode={asksNationalCode}
        requestId={requestId}
        answer={answer}
        warning={
          answer && answer.twins.length > 0 ? <TwinWarning twins={answer.twins} base={base} /> : undefined
        }
        base={base}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.person.new");
