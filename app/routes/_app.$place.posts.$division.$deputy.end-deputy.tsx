import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { getDivision } from "~/areas/divisions/queries.server";
import { endDeputy } from "~/areas/posts/commands/end-deputy.server";
import { EndDeputyForm } from "~/areas/posts/components/deputy-form";
import type { PostsKey } from "~/areas/posts/messages";
import { getDeputy } from "~/areas/posts/queries.server";
import { EndDeputy } from "~/areas/posts/schema";
import { divisionBelow } from "~/division-param.server";
import { scopeOf, type PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

const postsOf = (actor: PlacedActor, divisionId: number) =>
  divisionId === actor.place.id ? `/${divisionId}/posts` : `/${actor.place.id}/posts/${divisionId}`;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = divisionBelow(args, actor);
  const { today } = args.context.scope;
  return reading(actor, async (db) => {
    const deputy = await getDeputy(db, id, idIn(args.params, "deputy"), today);
    if (deputy.isOver) throw redirect(postsOf(actor, id));
    authorize(actor, "name-deputy", "Post", {
      level: scopeOf(id).level,
      heldBy: deputy.appointmentId ?? undefined,
    });
    const { nameFa, nameEn } = await getDivision(db, id);
    return { deputy, nameFa, nameEn, back: postsOf(actor, id), requestId: uuidv7() };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const target = { divisionId: divisionBelow(args, actor), deputyId: idIn(args.params, "deputy") };
  return submit(args.request, EndDeputy, async (input) => {
    await endDeputy(actor, target, input);
    return redirect(postsOf(actor, target.divisionId));
  });
}

export default function EndDeputyPage() {
  const { deputy, nameFa, nameEn, back, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<PostsKey>();
  const { locale } = useLocale();
  return (
    <>
      <PageHeader
        back={{ to: back, label: t("posts.back", { place: locale === "fa" ? nameFa : nameEn }) }}
        title={t("posts.deputy.end.title", { name: deputy.name })}
        meta={<span>{locale === "fa" ? deputy.titleFa : deputy.titleEn}</span>}
      />
      <EndDeputyForm answer={answer} requestId={requestId} revision={deputy.revision} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<PostsKey>(matches, "posts.deputy.end");
