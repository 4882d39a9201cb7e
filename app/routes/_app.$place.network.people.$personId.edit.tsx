import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { offeredOf } from "~/areas/catalogues/queries.server";
import { editPerson } from "~/areas/network/commands/edit-person.server";
import { PersonForm } from "~/areas/network/components/people/person-form";
import type { NetworkKey } from "~/areas/network/messages";
import { cadenceOf } from "~/areas/network/queries.server/cadence";
import { circleChoices } from "~/areas/network/queries.server/circles";
import { getPerson } from "~/areas/network/queries.server/people";
import { EditPerson } from "~/areas/network/schema/people";
import { idIn, reading, submit } from "~/kernel/http.server";
import { canSeal } from "~/kernel/sealed.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const personId = idIn(args.params, "personId");
  const page = await reading(actor, async (db) => ({
    person: await getPerson(db, actor.place.id, personId),
    circles: await circleChoices(db, actor.place.id),
    cadence: await cadenceOf(db, actor.place),
    offered: await offeredOf(db, actor.place, ["capacity", "locality"], args.context.scope.today),
  }));
  return { ...page, base: `/${actor.place.id}/network`, asksNationalCode: canSeal(), requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const personId = idIn(args.params, "personId");
  return submit(args.request, EditPerson, async (input) => {
    await editPerson(actor, personId, input);
    return redirect(
      `/${actor.place.id}/network/people/${personId}${input.nationalCode?.isPadded ? "?padded" : ""}`,
    );
  });
}

export default function EditPersonPage() {
  const { person, circles, cadence, offered, base, asksNationalCode, requestId } =
    useLoaderData<typeof loader>();
  const t = useT<NetworkKey>();
  return (
    <>
      <PageHeader
        back={{ to: `${base}/people/${person.id}`, label: person.fullName }}
        title={t("network.person.edit")}
      />
      <PersonForm
        person={person}
        circles={circles}
        offered={offered}
        cadenceHints={cadence}
        asksNationalCode={asksNationalCode}
        requestId={requestId}
        answer={useActionData<typeof action>()}
        base={base}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.person.edit");
