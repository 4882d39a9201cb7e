import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { ExportTable } from "~/areas/exports/components/export-table";
import type { ExportsKey } from "~/areas/exports/messages";
import { listExports } from "~/areas/exports/queries.server";
import { toldExport } from "~/exported-lists.server";
import { reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";

/** What was taken out of the place: by whom, when and why. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { today } = args.context.scope;
  const after = new URL(args.request.url).searchParams.get("after");
  const page = await reading(actor, (db) => listExports(db, actor.place.id, after));
  return {
    rows: page.rows.map((row) => toldExport(row, { place: actor.place, today }, args.context.scope)),
    next: page.next,
    place: actor.place.id,
    base: `/${actor.place.id}/exports`,
    isLater: after !== null,
  };
}

export default function ExportsPage() {
  const { rows, next, place, base, isLater } = useLoaderData<typeof loader>();
  const t = useT<ExportsKey>();
  return (
    <>
      <PageHeader
        title={t("exports.log")}
        actions={rows.length > 0 && <ExportButton place={place} list="exports" />}
      />
      <p className="mb-4 max-w-160 text-second text-ink-2">{t("exports.log.intro")}</p>
      <ExportTable
        rows={rows}
        base={base}
        empty={<EmptyState title={t("exports.empty.title")}>{t("exports.empty.text")}</EmptyState>}
      />
      {(next || isLater) && (
        <Pager
          previous={isLater ? base : undefined}
          next={next ? `${base}?${new URLSearchParams({ after: next })}` : undefined}
        />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<ExportsKey>(matches, "exports.log");
