import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { editCouncil } from "~/areas/councils/commands/edit-council.server";
import { CouncilForm } from "~/areas/councils/components/council-form";
import { choicesForCouncil } from "~/areas/councils/form-choices.server";
import type { CouncilsKey } from "~/areas/councils/messages";
import { getCouncil } from "~/areas/councils/queries.server";
import { EditCouncil } from "~/areas/councils/schema";
import { authorize } from "~/kernel/authorize";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const place = actor.place.id;
  const id = idIn(args.params, "council");
  return reading(actor, async (db) => {
    const council = await getCouncil(db, place, id);
    authorize(actor, "edit", "Council", council);
    const back = `/${place}/councils/${id}`;
    if (council.dissolvedOn) throw redirect(back);
    const { posts, councils } = await choicesForCouncil(db, place, args.context.scope.today);
    return { council, posts, councils: councils.filter((one) => one.id !== id), back, requestId: uuidv7() };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "council");
  return submit(args.request, EditCouncil, async (input) => {
    await editCouncil(actor, id, input);
    return redirect(`/${actor.place.id}/councils/${id}`);
  });
}

export default function EditCouncilPage() {
  const data = useLoaderData<typeof loader>();
  const t = useT<CouncilsKey>();
  const { locale } = useLocale();
  const name = locale === "fa" ? data.council.nameFa : data.council.nameEn;
  return (
    <>
      <PageHeader back={{ to: data.back, label: name }} title={t("councils.edit.title", { name })} />
      <CouncilForm {...data} answer={useActionData<typeof action>()} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<CouncilsKey>(matches, "councils.edit", {}, data?.council.nameFa);
