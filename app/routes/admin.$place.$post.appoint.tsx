import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "~/actor.server";
import { getDivision } from "~/areas/divisions/queries.server";
import { appointHolder } from "~/areas/posts/commands/appoint-holder.server";
import { AppointPage } from "~/areas/posts/components/appoint-page";
import type { PostsKey } from "~/areas/posts/messages";
import { getPost } from "~/areas/posts/queries.server";
import { Appoint } from "~/areas/posts/schema";
import { divisionOf } from "~/division-param.server";
import { scopeOf } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { typedJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { linkFor } from "~/public-url.server";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAdministrator(args);
  const id = divisionOf(args, "place");
  const { today, locale } = args.context.scope;
  return reading(actor, async (db) => {
    const post = await getPost(db, id, idIn(args.params, "post"));
    authorize(actor, "appoint", "Post", { level: scopeOf(id).level });
    const { nameFa, nameEn } = await getDivision(db, id);
    return {
      post,
      place: { nameFa, nameEn },
      back: `/admin/${id}`,
      startsOn: typedJalali(today, locale),
      requestId: uuidv7(),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAdministrator(args);
  const target = { divisionId: divisionOf(args, "place"), postId: idIn(args.params, "post") };
  return submit(args.request, Appoint, async (input) => {
    const { path, known } = await appointHolder(actor, target, input);
    return { appointed: { name: input.fullName, link: path && linkFor(args.request, path), known } };
  });
}

export default function Page() {
  return <AppointPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<PostsKey>(matches, "posts.appoint");
