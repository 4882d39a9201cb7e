import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "~/actor.server";
import { getDivision } from "~/areas/divisions/queries.server";
import { endAppointment } from "~/areas/posts/commands/end-appointment.server";
import { EndForm } from "~/areas/posts/components/appoint-form";
import type { PostsKey } from "~/areas/posts/messages";
import { getAppointment } from "~/areas/posts/queries.server";
import { EndAppointment } from "~/areas/posts/schema";
import { divisionOf } from "~/division-param.server";
import { scopeOf } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { typedJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAdministrator(args);
  const id = divisionOf(args, "place");
  const { today, locale } = args.context.scope;
  return reading(actor, async (db) => {
    const appointment = await getAppointment(db, id, idIn(args.params, "appointment"));
    if (appointment.hasEnded) throw redirect(`/admin/${id}`);
    authorize(actor, "end", "Post", { level: scopeOf(id).level });
    const { nameFa, nameEn } = await getDivision(db, id);
    return {
      appointment,
      nameFa,
      nameEn,
      back: `/admin/${id}`,
      endsOn: typedJalali(today, locale),
      requestId: uuidv7(),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAdministrator(args);
  const divisionId = divisionOf(args, "place");
  const target = { divisionId, appointmentId: idIn(args.params, "appointment") };
  return submit(args.request, EndAppointment, async (input) => {
    const { id } = await endAppointment(actor, target, input);
    return redirect(`/admin/${divisionId}?appointment=${id}`);
  });
}

export default function EndPage() {
  const { appointment, nameFa, nameEn, back, endsOn, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<PostsKey>();
  const { locale } = useLocale();
  return (
    <>
      <PageHeader
        back={{ to: back, label: t("posts.back", { place: locale === "fa" ? nameFa : nameEn }) }}
        title={t("posts.end.title", { name: appointment.holderName })}
        meta={<span>{locale === "fa" ? appointment.titleFa : appointment.titleEn}</span>}
      />
      <EndForm answer={answer} requestId={requestId} revision={appointment.revision} endsOn={endsOn} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle<PostsKey>(matches, "posts.end");
