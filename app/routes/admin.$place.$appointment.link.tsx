import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireAdministrator } from "~/actor.server";
import { getDivision } from "~/areas/divisions/queries.server";
import { issueHolderLink } from "~/areas/posts/commands/issue-holder-link.server";
import { LinkPage } from "~/areas/posts/components/appointment-page";
import type { PostsKey } from "~/areas/posts/messages";
import { getAppointment } from "~/areas/posts/queries.server";
import { divisionOf } from "~/division-param.server";
import { scopeOf } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { linkFor } from "~/public-url.server";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAdministrator(args);
  const id = divisionOf(args, "place");
  return reading(actor, async (db) => {
    const appointment = await getAppointment(db, id, idIn(args.params, "appointment"));
    if (appointment.hasEnded) throw redirect(`/admin/${id}`);
    authorize(actor, "issue-link", "Post", { level: scopeOf(id).level });
    const { nameFa, nameEn } = await getDivision(db, id);
    return { appointment, place: { nameFa, nameEn }, back: `/admin/${id}`, requestId: uuidv7() };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAdministrator(args);
  const target = { divisionId: divisionOf(args, "place"), appointmentId: idIn(args.params, "appointment") };
  return submit(args.request, z.object({}), async () => {
    const { path } = await issueHolderLink(actor, target);
    return { link: path && linkFor(args.request, path) };
  });
}

export default function Page() {
  return <LinkPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle<PostsKey>(matches, "posts.link");
