import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { endMembership } from "~/areas/councils/commands/end-membership.server";
import { EndingForm } from "~/areas/councils/components/ending-form";
import type { CouncilsKey } from "~/areas/councils/messages";
import { getCouncil, getMember } from "~/areas/councils/queries.server";
import { EndMembership } from "~/areas/councils/schema";
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
    const member = await getMember(db, place, idIn(args.params, "member"));
    authorize(actor, "seat", "Council", await getCouncil(db, place, member.councilId));
    const back = `/${place}/councils/${member.councilId}`;
    if (member.endedOn) throw redirect(back);
    const { name, councilFa, councilEn, revision } = member;
    return {
      name,
      councilFa,
      councilEn,
      revision,
      today: typedJalali(today, locale),
      back,
      requestId: uuidv7(),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, EndMembership, async (input) => {
    const { councilId } = await endMembership(actor, idIn(args.params, "member"), input);
    return redirect(`/${actor.place.id}/councils/${councilId}`);
  });
}

export default function EndMembershipPage() {
  const { name, councilFa, councilEn, ...data } = useLoaderData<typeof loader>();
  const t = useT<CouncilsKey>();
  const { locale } = useLocale();
  return (
    <>
      <PageHeader
        back={{ to: data.back, label: locale === "fa" ? councilFa : councilEn }}
        title={t("councils.member.end.title", { name })}
      />
      <EndingForm
        {...data}
        dayField="endsOn"
        words={{
          lead: t("councils.member.end.lead"),
          day: t("councils.field.ended"),
          reason: t("councils.field.reason"),
          end: t("councils.member.end.do"),
        }}
        answer={useActionData<typeof action>()}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<CouncilsKey>(matches, "councils.member.end");
