import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { listOffices } from "~/areas/bodies/queries.server";
import { editMember } from "~/areas/councils/commands/edit-member.server";
import { MemberForm } from "~/areas/councils/components/member-form";
import type { CouncilsKey } from "~/areas/councils/messages";
import { getCouncil, getMember } from "~/areas/councils/queries.server";
import { EditMember } from "~/areas/councils/schema";
import { authorize } from "~/kernel/authorize";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const place = actor.place.id;
  const id = idIn(args.params, "member");
  return reading(actor, async (db) => {
    const member = await getMember(db, place, id);
    const council = await getCouncil(db, place, member.councilId);
    authorize(actor, "seat", "Council", council);
    const back = `/${place}/councils/${council.id}`;
    if (member.endedOn) throw redirect(back);
    const standing = await listOffices(db, place, args.context.scope.today);
    const offices = standing.map(({ id: office, nameFa, nameEn }) => ({ id: office, nameFa, nameEn }));
    // An office that was closed since is still the one of this seat.
    if (member.office && !offices.some((office) => office.id === member.office?.id))
      offices.push(member.office);
    return {
      member,
      council: { nameFa: council.nameFa, nameEn: council.nameEn },
      offices,
      back,
      requestId: uuidv7(),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, EditMember, async (input) => {
    const { councilId } = await editMember(actor, idIn(args.params, "member"), input);
    return redirect(`/${actor.place.id}/councils/${councilId}`);
  });
}

export default function EditMemberPage() {
  const { council, ...data } = useLoaderData<typeof loader>();
  const t = useT<CouncilsKey>();
  const { locale } = useLocale();
  return (
    <>
      <PageHeader
        back={{ to: data.back, label: locale === "fa" ? council.nameFa : council.nameEn }}
        title={t("councils.member.edit", { name: data.member.name })}
      />
      <MemberForm {...data} answer={useActionData<typeof action>()} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<CouncilsKey>(matches, "councils.edit");
