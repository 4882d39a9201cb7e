import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { editBody } from "~/areas/bodies/commands/edit-body.server";
import { BodyForm } from "~/areas/bodies/components/body-form";
import { getBody, listBodyChoices } from "~/areas/bodies/directory.server";
import type { BodiesKey } from "~/areas/bodies/messages";
import { EditBody } from "~/areas/bodies/schema";
import { authorize } from "~/kernel/authorize";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "organisation");
  const page = await reading(actor, async (db) => {
    const body = await getBody(db, id);
    authorize(actor, "edit", "Organisation", body);
    return { body, parents: await listBodyChoices(db) };
  });
  return { ...page, here: `/${actor.place.id}/bodies/dictionary/${id}`, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "organisation");
  return submit(args.request, EditBody, async (input) => {
    await editBody(actor, id, input);
    return redirect(`/${actor.place.id}/bodies/dictionary/${id}`);
  });
}

export default function EditBodyPage() {
  const { body, parents, here, requestId } = useLoaderData<typeof loader>();
  const t = useT<BodiesKey>();
  const { locale } = useLocale();
  return (
    <>
      <PageHeader
        back={{ to: here, label: locale === "fa" ? body.nameFa : body.nameEn }}
        title={t("bodies.edit")}
      />
      <BodyForm
        body={body}
        parents={parents}
        requestId={requestId}
        answer={useActionData<typeof action>()}
        back={here}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<BodiesKey>(matches, "bodies.edit");
