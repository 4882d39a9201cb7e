import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { markAllRead, markRead } from "~/areas/notifications/commands/mark-read.server";
import { NotificationPage } from "~/areas/notifications/components/notification-page";
import type { NotificationKey } from "~/areas/notifications/messages";
import { listNotifications } from "~/areas/notifications/queries.server";
import { MarkRead } from "~/areas/notifications/schema";
import { formOf, reading, submit } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";

/** What the signed-in person was told in this place. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const params = new URL(args.request.url).searchParams;
  const after = params.get("after");
  const page = await reading(actor, (db) =>
    listNotifications(db, actor.place.id, actor.accountId ?? "", after),
  );
  return {
    page,
    base: `/${actor.place.id}/notifications`,
    isLater: after !== null,
    unread: args.context.scope.unread,
    marked: params.has("marked"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const form = await formOf(args.request);
  if (form.get("intent") === "all") {
    await markAllRead(actor);
    return redirect(`/${actor.place.id}/notifications?marked`);
  }
  return submit(
    args.request,
    MarkRead,
    async ({ notificationId }) => redirect((await markRead(actor, notificationId)).href),
    form,
  );
}

export default function Notifications() {
  return <NotificationPage {...useLoaderData<typeof loader>()} />;
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NotificationKey>(matches, "notifications.title");
