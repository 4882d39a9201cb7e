import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { ExportScreen } from "~/areas/exports/components/export-screen";
import { exportNumber } from "~/areas/exports/export-number";
import { isFetchable } from "~/areas/exports/fresh";
import type { ExportsKey } from "~/areas/exports/messages";
import { getExport } from "~/areas/exports/queries.server";
import { toldExport } from "~/exported-lists.server";
import { now } from "~/kernel/clock.server";
import { idIn, reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";

/** One export: what was taken, by whom and why; its taker fetches the file here. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { today } = args.context.scope;
  const row = await reading(actor, (db) => getExport(db, actor.place.id, idIn(args.params, "exportId")));
  const told = toldExport(row, { place: actor.place, today }, args.context.scope);
  return {
    row: told,
    number: exportNumber(actor.place.id, row.number),
    base: `/${actor.place.id}/exports`,
    isMine: row.takenByKey === actor.key,
    mayFetch: isFetchable(row, actor.key, now()),
    again: told.isTakenHere ? `new/${row.list}?${new URLSearchParams(row.filters)}` : null,
  };
}

export default function ExportPage() {
  const data = useLoaderData<typeof loader>();
  const t = useT<ExportsKey>();
  return <ExportScreen {...data} back={{ to: data.base, label: t("exports.log") }} />;
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<ExportsKey>(matches, "exports.one", { number: data?.row.number ?? "" });
