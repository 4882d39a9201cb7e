import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { dissolveCouncil } from "~/areas/councils/commands/dissolve-council.server";
import { EndingForm } from "~/areas/councils/components/ending-form";
import type { CouncilsKey } from "~/areas/councils/messages";
import { getCouncil } from "~/areas/councils/queries.server";
import { DissolveCouncil } from "~/areas/councils/schema";
import { authorize } from "~/kernel/authorize";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { typedJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const place = actor.place.id;
  const id = idIn(args.params, "council");
  const { today, locale } = args.context.scope;
  return reading(actor, async (db) => {
    const council = await getCouncil(db, place, id);
    authorize(actor, "dissolve", "Council", council);
    const back = `/${place}/councils/${id}`;
    if (council.dissolvedOn) throw redirect(back);
    const { nameFa, nameEn } = council;
    return { nameFa, nameEn, today: typedJalali(today, locale), back, requestId: uuidv7() };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "council");
  return submit(args.request, DissolveCouncil, async (input) => {
    await dissolveCouncil(actor, id, input);
    return redirect(`/${actor.place.id}/councils/${id}`);
  });
}

export default function DissolveCouncilPage() {
  const { nameFa, nameEn, ...data } = useLoaderData<typeof loader>();
  const t = useT<CouncilsKey>();
  const { locale } = useLocale();
  const name = locale === "fa" ? nameFa : nameEn;
  return (
    <>
      <PageHeader back={{ to: data.back, label: name }} title={t("councils.dissolve.title", { name })} />
      <EndingForm
        {...data}
        dayField="dissolvedOn"
        words={{
          lead: t("councils.dissolve.lead"),
          day: t("councils.dissolved-on"),
          reason: t("councils.field.reason"),
          end: t("councils.dissolve.do"),
        }}
        answer={useActionData<typeof action>()}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<CouncilsKey>(matches, "councils.dissolve", {}, data?.nameFa);
