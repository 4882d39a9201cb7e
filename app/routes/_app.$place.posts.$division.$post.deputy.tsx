import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { getDivision } from "~/areas/divisions/queries.server";
import { nameDeputy } from "~/areas/posts/commands/name-deputy.server";
import { AppointedNotice } from "~/areas/posts/components/appoint-form";
import { DeputyForm } from "~/areas/posts/components/deputy-form";
import type { PostsKey } from "~/areas/posts/messages";
import { getPost, listPosts } from "~/areas/posts/queries.server";
import { NameDeputy } from "~/areas/posts/schema";
import { divisionBelow } from "~/division-param.server";
import { scopeOf } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { typedJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { linkFor } from "~/public-url.server";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

/** Names who acts for a post from day to day. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = divisionBelow(args, actor);
  const { today, locale } = args.context.scope;
  return reading(actor, async (db) => {
    const post = await getPost(db, id, idIn(args.params, "post"));
    const holder = (await listPosts(db, [id], today)).find((one) => one.id === post.id)?.holder;
    authorize(actor, "name-deputy", "Post", { level: scopeOf(id).level, heldBy: holder?.appointmentId });
    const { nameFa, nameEn } = await getDivision(db, id);
    return {
      post,
      nameFa,
      nameEn,
      isVacant: !holder,
      back: id === actor.place.id ? `/${id}/posts` : `/${actor.place.id}/posts/${id}`,
      startsOn: typedJalali(today, locale),
      requestId: uuidv7(),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const target = { divisionId: divisionBelow(args, actor), postId: idIn(args.params, "post") };
  return submit(args.request, NameDeputy, async (input) => {
    const { path, known } = await nameDeputy(actor, target, input);
    return { named: { name: input.fullName, link: path && linkFor(args.request, path), known } };
  });
}

export default function DeputyPage() {
  const { post, nameFa, nameEn, isVacant, back, startsOn, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<PostsKey>();
  const { locale } = useLocale();
  const label = t("posts.back", { place: locale === "fa" ? nameFa : nameEn });
  return (
    <>
      <PageHeader
        back={{ to: back, label }}
        title={t("posts.deputy.title", { post: locale === "fa" ? post.titleFa : post.titleEn })}
      />
      {answer && "named" in answer ? (
        <AppointedNotice as="posts.deputy.named" appointed={answer.named} back={{ to: back, label }} />
      ) : (
        <DeputyForm answer={answer} requestId={requestId} startsOn={startsOn} isVacant={isVacant} />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<PostsKey>(matches, "posts.deputy.name");
