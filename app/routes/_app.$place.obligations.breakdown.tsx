import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { BreakdownTable } from "~/areas/obligations/components/breakdown-table";
import type { End, Filter } from "~/areas/obligations/filters";
import type { ObligationsKey } from "~/areas/obligations/messages";
import { breakDown } from "~/areas/obligations/views/breakdown.server";
import type { Grouping } from "~/areas/obligations/views/narrowing";
import { groupingsOf, viewAsked } from "~/areas/obligations/views/view-asked";
import { reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { FilterChips } from "~/ui/filter-chips";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";

/** The ledger by source, body, place, age, cause, series, official, clerk or village: each number opens its rows. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { today } = args.context.scope;
  const { level, id: place } = actor.place;
  const view = viewAsked(new URL(args.request.url).searchParams, level);
  return {
    ...view,
    place,
    groupings: groupingsOf(view.end, level),
    groups: await reading(actor, (db) => breakDown(db, actor.place, view, today)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "obligations.views");

/** The part of the ledger's address that a group stands for. */
const partOf = (of: Grouping, end: End) => (of === "body" && end === "owed" ? "office" : of);

export default function Breakdown() {
  const { end, of, place, groupings, groups } = useLoaderData<typeof loader>();
  const t = useT<ObligationsKey>();
  const base = `/${place}/obligations`;
  const here = (to: { end?: End; of?: Grouping }) =>
    `${base}/breakdown?${new URLSearchParams({ end, of, ...to }).toString()}`;
  const rows = (key: string, filter: Filter) =>
    `${base}?${new URLSearchParams({ end, by: "office", filter, [partOf(of, end)]: key }).toString()}`;
  return (
    <>
      <PageHeader
        back={{ to: base, label: t("obligations.title") }}
        title={t("obligations.views")}
        meta={t("obligations.views.lead")}
        actions={<ExportButton place={place} list="obligation-breakdown" narrowed={{ end, of }} />}
      />
      <FilterChips
        label={t("obligations.end")}
        chips={(["owed", "issued"] as const).map((one) => ({
          to: here({ end: one }),
          label: t(`obligations.end.${one}`),
          active: end === one,
        }))}
      />
      <FilterChips
        label={t("obligations.views.of")}
        chips={groupings.map((one) => ({
          to: here({ of: one }),
          label: t(`obligations.views.of.${one}`),
          active: of === one,
        }))}
      />
      <p className="mb-3 text-second text-ink-2">{t(`obligations.views.about.${of}`)}</p>
      <BreakdownTable
        of={of}
        groups={groups}
        hrefOf={rows}
        empty={
          <EmptyState
            title={t("obligations.views.empty.title")}
            actions={<LinkButton to={base}>{t("obligations.views.to-ledger")}</LinkButton>}
          >
            {t(
              of === "locality" || of === "official"
                ? `obligations.views.empty.${of}`
                : "obligations.views.empty.text",
            )}
          </EmptyState>
        }
      />
    </>
  );
}
