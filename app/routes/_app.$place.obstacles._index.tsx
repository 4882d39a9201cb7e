import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { RaisedTable } from "~/areas/obstacles/components/raised-table";
import { ReceivedTable } from "~/areas/obstacles/components/received-table";
import type { ObstaclesKey } from "~/areas/obstacles/messages";
import { listObstacles, listReceived } from "~/areas/obstacles/queries.server";
import { may } from "~/kernel/authorize";
import { reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Tabs } from "~/ui/tabs";

/** A county's own obstacles; above it, those that lie there for an answer. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const url = new URL(args.request.url).searchParams;
  const cursor = url.get("after");
  const open = url.get("show") !== "answered";
  const { id } = actor.place;
  const isCounty = actor.place.level === "county";
  const lists = await reading(actor, async (db) => ({
    raised: isCounty ? await listObstacles(db, id, { cursor }) : null,
    received: isCounty ? null : await listReceived(db, id, { open, cursor }),
  }));
  return {
    ...lists,
    open,
    place: id,
    today: args.context.scope.today,
    isLater: cursor !== null,
    mayRaise: may(actor, "raise", "Obstacle"),
  };
}

export default function ObstaclesPage() {
  const { raised, received, open, place, today, isLater, mayRaise } = useLoaderData<typeof loader>();
  const base = `/${place}/obstacles`;
  const t = useT<ObstaclesKey>();
  const next = (raised ?? received)?.next;
  const list = open ? base : `${base}?show=answered`;
  return (
    <>
      <PageHeader
        title={t(raised ? "obstacles.title" : "obstacles.received")}
        actions={
          <>
            {raised ? (
              <ExportButton place={place} list="obstacles" />
            ) : (
              <ExportButton
                place={place}
                list="received-obstacles"
                narrowed={{ show: open ? undefined : "answered" }}
              />
            )}
            {mayRaise && (
              <LinkButton to={`${base}/new`} kind="primary" icon="plus">
                {t("obstacles.raise")}
              </LinkButton>
            )}
          </>
        }
      />
      {raised && (
        <RaisedTable
          obstacles={raised.rows}
          base={base}
          empty={<EmptyState title={t("obstacles.empty.title")}>{t("obstacles.empty.text")}</EmptyState>}
        />
      )}
      {received && (
        <>
          <Tabs
            tabs={[
              { to: base, label: t("obstacles.tab.open"), current: open },
              { to: `${base}?show=answered`, label: t("obstacles.tab.answered"), current: !open },
            ]}
          />
          <ReceivedTable
            legs={received.rows}
            base={base}
            today={today}
            empty={
              <EmptyState title={t("obstacles.received.empty.title")} filtered={!open}>
                {t("obstacles.received.empty.text")}
              </EmptyState>
            }
          />
        </>
      )}
      {(next || isLater) && (
        <Pager
          previous={isLater ? list : undefined}
          next={
            next
              ? `${base}?${new URLSearchParams({ ...(open ? {} : { show: "answered" }), after: next })}`
              : undefined
          }
        />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<ObstaclesKey>(matches, "obstacles.title");
