import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { DefinitionView } from "~/areas/reports/components/definition-page";
import type { ReportsKey } from "~/areas/reports/messages";
import { findDefinition } from "~/areas/reports/queries/definitions-page.server";
import { now } from "~/kernel/clock.server";
import { reading, refusalResponse } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { todayIn, type Locale } from "~/lib/jalali";
import { periodOf } from "~/lib/period";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const code = args.params.code ?? "";
  const place = actor.place.id;
  const page = /^[a-z][a-z0-9.-]{0,60}$/.test(code)
    ? await reading(actor, (db) => findDefinition(db, place, code, periodOf(todayIn(now()), "quarter")))
    : null;
  if (!page) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  const standing = page.versions.find(({ state }) => state === "now") ?? page.versions[0];
  const [fa, en] = !standing
    ? ["", ""]
    : "nameFa" in standing
      ? [standing.nameFa, standing.nameEn]
      : [standing.textFa, standing.textEn];
  return { page, title: { fa, en }, here: `/${place}/definitions` };
}

export default function DefinitionRoute() {
  const { page, title, here } = useLoaderData<typeof loader>();
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  return (
    <>
      <PageHeader
        back={{
          to: page.kind === "duty" ? `${here}?kind=duties` : here,
          label: t("reports.definitions.title"),
        }}
        title={title[locale]}
      />
      <DefinitionView page={page} here={here} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => {
  const root = matches.find(({ id }) => id === "root")?.data as { locale?: Locale } | undefined;
  return pageTitle<ReportsKey>(
    matches,
    "reports.definitions.title",
    undefined,
    data?.title[root?.locale ?? "fa"],
  );
};
