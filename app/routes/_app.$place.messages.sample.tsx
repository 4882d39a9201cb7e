import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { listSampled } from "~/areas/notifications/centre.server";
import { SampledList } from "~/areas/notifications/components/sampled-list";
import type { NotificationKey } from "~/areas/notifications/messages";
import { authorize } from "~/kernel/authorize";
import { env } from "~/kernel/env.server";
import { reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";

/** What would have gone out of a place of the sample, word for word. Elsewhere it leads on to the message centre. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  if (env().SAMPLE !== "1") throw redirect(`/${actor.place.id}/messages`);
  const after = new URL(args.request.url).searchParams.get("after");
  const page = await reading(actor, (db) => {
    authorize(actor, "read", "Message");
    return listSampled(db, actor.place.id, after);
  });
  return { page, base: `/${actor.place.id}/messages`, isLater: after !== null };
}

export default function SampledPage() {
  const { page, base, isLater } = useLoaderData<typeof loader>();
  const t = useT<NotificationKey>();
  const here = `${base}/sample`;
  return (
    <>
      <PageHeader back={{ to: base, label: t("notifications.centre") }} title={t("notifications.sampled")} />
      <p className="mb-5 text-second text-ink-2">{t("notifications.sampled.lead")}</p>
      {page.rows.length === 0 ? (
        <EmptyState title={t("notifications.sampled.empty")}>
          {t("notifications.sampled.empty.text")}
        </EmptyState>
      ) : (
        <SampledList rows={page.rows} base={base} />
      )}
      {(page.next || isLater) && (
        <Pager
          previous={isLater ? here : undefined}
          next={page.next ? `${here}?${new URLSearchParams({ after: page.next })}` : undefined}
        />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NotificationKey>(matches, "notifications.sampled");
