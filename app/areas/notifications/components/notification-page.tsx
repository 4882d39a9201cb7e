import { Form } from "@remix-run/react";
import type { Page } from "~/lib/paging";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import type { NotificationKey } from "../messages";
import type { NotificationRow } from "../queries.server";
import { NotificationList } from "./notification-list";

/** The page of what somebody was told: as staff of a place, or as the officer of an office. */
export function NotificationPage({
  page,
  base,
  isLater,
  unread,
  marked,
}: {
  page: Page<NotificationRow>;
  /** Its own address. */
  base: string;
  isLater: boolean;
  unread: number;
  marked: boolean;
}) {
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
