import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOfficer } from "~/actor.server";
import { listOfficeMessages } from "~/areas/notifications/centre.server";
import { OfficeMessageTable } from "~/areas/notifications/components/office-message-table";
import type { NotificationKey } from "~/areas/notifications/messages";
import { reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";

/** What was written to an office and its accounts outside of the pages, for its officer. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, office } = requireOfficer(args);
  const after = new URL(args.request.url).searchParams.get("after");
  const where = { divisionId: office.divisionId, officeId: office.id };
  const page = await reading(actor, (db) => listOfficeMessages(db, where, after));
  return {
    page,
    base: `/${office.divisionId}/office/${office.id}/messages`,
    isLater: after !== null,
  };
}

export default function OfficeMessagesPage() {
  const { page, base, isLater } = useLoaderData<typeof loader>();
  const t = useT<NotificationKey>();
  return (
    <>
      <PageHeader title={t("notifications.centre.yours")} />
      <p className="mb-4 max-w-160 text-second text-ink-2">{t("notifications.centre.yours.lead")}</p>
      {page.rows.length === 0 ? (
        <EmptyState title={t("notifications.centre.empty.title")}>
          {t("notifications.centre.empty.text")}
        </EmptyState>
      ) : (
        <OfficeMessageTable rows={page.rows} />
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
  pageTitle<NotificationKey>(matches, "notifications.centre.yours");
