import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOfficer } from "~/actor.server";
import { markAllRead, markRead } from "~/areas/notifications/commands/mark-read.server";
import { NotificationPage } from "~/areas/notifications/components/notification-page";
import type { NotificationKey } from "~/areas/notifications/messages";
import { listNotifications } from "~/areas/notifications/queries.server";
import { MarkRead } from "~/areas/notifications/schema";
import { formOf, reading, submit } from "~/kernel/http.server";
import { PAGE_SIZE } from "~/lib/paging";
import { pageTitle } from "~/page-title";

const addressOf = ({ office }: ReturnType<typeof requireOfficer>) =>
  `/${office.divisionId}/office/${office.id}/notifications`;

/** What the officer was told about what his office owes. */
export async function loader(args: LoaderFunctionArgs) {
  const standing = requireOfficer(args);
  const { actor, office, unread } = standing;
  const params = new URL(args.request.url).searchParams;
  const after = params.get("after");
  const page = await reading(actor, (db) =>
    listNotifications(db, office.divisionId, actor.accountId, after, PAGE_SIZE, office.id),
  );
  return { page, base: addressOf(standing), isLater: after !== null, unread, marked: params.has("marked") };
}

export async function action(args: ActionFunctionArgs) {
  const standing = requireOfficer(args);
  const { actor } = standing;
  const form = await formOf(args.request);
  if (form.get("intent") === "all") {
    await markAllRead(actor);
    return redirect(`${addressOf(standing)}?marked`);
  }
  return submit(
    args.request,
    MarkRead,
    async ({ notificationId }) => redirect((await markRead(actor, notificationId)).href),
    form,
  );
}

export default function OfficerNotifications() {
  return <NotificationPage {...useLoaderData<typeof loader>()} />;
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NotificationKey>(matches, "notifications.title");
