import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { markAllRead, markRead } from "~/areas/notifications/commands/mark-read.server";
import { NotificationList } from "~/areas/notifications/components/notification-list";
import type { NotificationKey } from "~/areas/notifications/messages";
import { listNotifications } from "~/areas/notifications/queries.server";
import { MarkRead } from "~/areas/notifications/schema";
import { formOf, reading, submit } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";

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

export default function NotificationsPage() {
  const { page, base, isLater, unread, marked } = useLoaderData<typeof loader>();
  const t = useT<NotificationKey>();
  return (
    <>
      <PageHeader
        title={t("notifications.title")}
        meta={unread > 0 && <span>{t("notifications.unread", { count: unread })}</span>}
        actions={
          unread > 0 && (
            <Form method="post">
              <Button name="intent" value="all" icon="check-check">
                {t("notifications.all-read")}
              </Button>
            </Form>
          )
        }
      />
      {marked && (
        <div className="mb-4">
          <Notice live title={t("notifications.marked")} />
        </div>
      )}
      {page.rows.length === 0 ? (
        <EmptyState title={t("notifications.empty.title")}>{t("notifications.empty.text")}</EmptyState>
      ) : (
        <NotificationList rows={page.rows} />
      )}
      {(page.next || isLater) && (
        <Pager
          previous={isLater ? base : undefined}
          next={page.next ? `${base}?${new URLSearchParams({ after: page.next })}` : undefined}
        />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NotificationKey>(matches, "notifications.title");
