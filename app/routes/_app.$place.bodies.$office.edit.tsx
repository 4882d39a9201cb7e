import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { editOffice } from "~/areas/bodies/commands/edit-office.server";
import { OfficeForm } from "~/areas/bodies/components/office-form";
import { getOffice } from "~/areas/bodies/directory.server";
import type { BodiesKey } from "~/areas/bodies/messages";
import { EditOffice } from "~/areas/bodies/schema";
import { authorize } from "~/kernel/authorize";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "office");
  const office = await reading(actor, async (db) => {
    const found = await getOffice(db, actor.place.id, id);
    authorize(actor, "edit", "Office", found);
    return found;
  });
  return { office, here: `/${actor.place.id}/bodies/${id}`, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "office");
  return submit(args.request, EditOffice, async (input) => {
    await editOffice(actor, id, input);
    return redirect(`/${actor.place.id}/bodies/${id}`);
  });
}

export default function EditOfficePage() {
  const { office, here, requestId } = useLoaderData<typeof loader>();
  const t = useT<BodiesKey>();
  const { locale } = useLocale();
  return (
    <>
      <PageHeader
        back={{ to: here, label: locale === "fa" ? office.nameFa : office.nameEn }}
        title={t("bodies.office.edit")}
      />
      <OfficeForm office={office} requestId={requestId} answer={useActionData<typeof action>()} back={here} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<BodiesKey>(matches, "bodies.office.edit", {}, data?.office.nameFa);
