import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { endOfficer } from "~/areas/officers/commands/end-officer.server";
import type { OfficersKey } from "~/areas/officers/messages";
import { getOfficer } from "~/areas/officers/queries.server";
import { EndOfficer } from "~/areas/officers/schema";
import { EndForm } from "~/areas/posts/components/appoint-form";
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
  const { today, locale } = args.context.scope;
  return reading(actor, async (db) => {
    const officer = await getOfficer(db, place, idIn(args.params, "officer"));
    const back = `/${place}/offices/${officer.officeId}/officers`;
    authorize(actor, "end", "OfficePost", officer);
    if (officer.hasEnded) throw redirect(back);
    return { officer, back, endsOn: typedJalali(today, locale), requestId: uuidv7() };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, EndOfficer, async (input) => {
    const { officeId } = await endOfficer(actor, idIn(args.params, "officer"), input);
    return redirect(`/${actor.place.id}/offices/${officeId}/officers`);
  });
}

export default function EndOfficerPage() {
  const { officer, back, endsOn, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<OfficersKey>();
  const { locale } = useLocale();
  const office = locale === "fa" ? officer.officeFa : officer.officeEn;
  return (
    <>
      <PageHeader
        back={{ to: back, label: t("officers.title", { office }) }}
        title={t("officers.end.title", { name: officer.holderName })}
        meta={<span>{locale === "fa" ? officer.titleFa : officer.titleEn}</span>}
      />
      <EndForm answer={answer} requestId={requestId} revision={officer.revision} endsOn={endsOn} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<OfficersKey>(matches, "officers.end");
