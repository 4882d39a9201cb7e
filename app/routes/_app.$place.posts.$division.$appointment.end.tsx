import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { getDivision } from "~/areas/divisions/queries.server";
import { endAppointment } from "~/areas/posts/commands/end-appointment.server";
import { EndPage } from "~/areas/posts/components/appointment-page";
import type { PostsKey } from "~/areas/posts/messages";
import { getAppointment } from "~/areas/posts/queries.server";
import { EndAppointment } from "~/areas/posts/schema";
import { divisionBelow } from "~/division-param.server";
import { scopeOf } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { typedJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = divisionBelow(args, actor);
  const { today, locale } = args.context.scope;
  return reading(actor, async (db) => {
    const appointment = await getAppointment(db, id, idIn(args.params, "appointment"));
    if (appointment.hasEnded) throw redirect(`/${actor.place.id}/posts/${id}`);
    authorize(actor, "end", "Post", { level: scopeOf(id).level });
    const { nameFa, nameEn } = await getDivision(db, id);
    return {
      appointment,
      place: { nameFa, nameEn },
      back: `/${actor.place.id}/posts/${id}`,
      endsOn: typedJalali(today, locale),
      requestId: uuidv7(),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const divisionId = divisionBelow(args, actor);
  const target = { divisionId, appointmentId: idIn(args.params, "appointment") };
  return submit(args.request, EndAppointment, async (input) => {
    const { id } = await endAppointment(actor, target, input);
    return redirect(`/${actor.place.id}/posts/${divisionId}?appointment=${id}`);
  });
}

export default function Page() {
  return <EndPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle<PostsKey>(matches, "posts.end");
