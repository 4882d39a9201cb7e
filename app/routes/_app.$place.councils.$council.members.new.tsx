import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { listOffices } from "~/areas/bodies/queries.server";
import { seatMember } from "~/areas/councils/commands/seat-member.server";
import { MemberForm } from "~/areas/councils/components/member-form";
import type { CouncilsKey } from "~/areas/councils/messages";
import { getCouncil } from "~/areas/councils/queries.server";
import { SeatMember } from "~/areas/councils/schema";
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
    const { nameFa, nameEn, dissolvedOn, divisionId } = await getCouncil(db, place, id);
    authorize(actor, "seat", "Council", { divisionId });
    const back = `/${place}/councils/${id}`;
    if (dissolvedOn) throw redirect(back);
    const offices = (await listOffices(db, place, today)).map(({ id: office, nameFa: fa, nameEn: en }) => ({
      id: office,
      nameFa: fa,
      nameEn: en,
    }));
    return { nameFa, nameEn, offices, startsOn: typedJalali(today, locale), back, requestId: uuidv7() };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "council");
  return submit(args.request, SeatMember, async (input) => {
    await seatMember(actor, id, input);
    return redirect(`/${actor.place.id}/councils/${id}`);
  });
}

export default function NewMemberPage() {
  const { nameFa, nameEn, ...data } = useLoaderData<typeof loader>();
  const t = useT<CouncilsKey>();
  const { locale } = useLocale();
  const name = locale === "fa" ? nameFa : nameEn;
  return (
    <>
      <PageHeader back={{ to: data.back, label: name }} title={t("councils.member.new.title", { name })} />
      <MemberForm {...data} answer={useActionData<typeof action>()} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<CouncilsKey>(matches, "councils.member.new", {}, data?.nameFa);
