import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ExportScreen } from "~/areas/exports/components/export-screen";
import { exportNumber } from "~/areas/exports/export-number";
import { isFetchable } from "~/areas/exports/fresh";
import type { ExportsKey } from "~/areas/exports/messages";
import { getExport } from "~/areas/exports/queries.server";
import { toldExport } from "~/exported-lists.server";
import { now } from "~/kernel/clock.server";
import { idIn, reading } from "~/kernel/http.server";
import { deskExport } from "~/office-exports.server";
import { pageTitle } from "~/page-title";

/** One export of the officer's own: he fetches the file here. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, desk, today, base } = await deskExport(args);
  const row = await reading(actor, (db) => getExport(db, desk.place.id, idIn(args.params, "exportId")));
  const told = toldExport(row, { ...desk, today }, args.context.scope);
  const narrowed = new URLSearchParams(row.filters);
  return {
    row: told,
    number: exportNumber(desk.place.id, row.number),
    back: { to: narrowed.size > 0 ? `${base}?${narrowed}` : base, label: told.title },
    base: `${base}/exports`,
    isMine: row.takenByKey === actor.key,
    mayFetch: isFetchable(row, actor.key, now()),
    again: `new?${narrowed}`,
  };
}

export default function DeskExport() {
  return <ExportScreen {...useLoaderData<typeof loader>()} />;
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<ExportsKey>(matches, "exports.one", { number: data?.row.number ?? "" });
