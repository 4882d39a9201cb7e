import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { foundCouncil } from "~/areas/councils/commands/found-council.server";
import { CouncilForm } from "~/areas/councils/components/council-form";
import { choicesForCouncil } from "~/areas/councils/form-choices.server";
import type { CouncilsKey } from "~/areas/councils/messages";
import { FoundCouncil } from "~/areas/councils/schema";
import { authorize } from "~/kernel/authorize";
import { reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const asked = new URL(args.request.url).searchParams.get("of");
  const choices = await reading(actor, async (db) => {
    authorize(actor, "found", "Council");
    return choicesForCouncil(db, actor.place.id, args.context.scope.today);
  });
  return {
    ...choices,
    parentId: choices.councils.find(({ id }) => id === asked)?.id,
    back: `/${actor.place.id}/councils`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, FoundCouncil, async (input) => {
    const { id } = await foundCouncil(actor, input);
    return redirect(`/${actor.place.id}/councils/${id}`);
  });
}

export default function NewCouncilPage() {
  const data = useLoaderData<typeof loader>();
  const t = useT<CouncilsKey>();
  return (
    <>
      <PageHeader back={{ to: data.back, label: t("councils.title") }} title={t("councils.new")} />
      <CouncilForm {...data} answer={useActionData<typeof action>()} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<CouncilsKey>(matches, "councils.new");
