import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "~/actor.server";
import { DivisionTable } from "~/areas/divisions/components/division-table";
import type { DivisionsKey } from "~/areas/divisions/messages";
import { listDivisions, listEveryCounty, listChildren } from "~/areas/divisions/queries.server";
import { countPosts } from "~/areas/posts/queries.server";
import { reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

/** The nation and its provinces with the state of their posts, and of those of their counties. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAdministrator(args);
  const { today } = args.context.scope;
  return reading(actor, async (db) => {
    const counts = await countPosts(db, today);
    const counties = await listEveryCounty(db);
    const rows = [...(await listDivisions(db, [0])), ...(await listChildren(db, 0))];
    return rows.map((row) => {
      const own = counties.filter((one) => one.parentId === row.id && one.isOpen);
      const places = new Set([row.id, ...own.map((one) => one.id)]);
      const theirs = counts.filter((one) => places.has(one.divisionId));
      return {
        ...row,
        counties: own.length,
        withoutPosts: own.filter((one) => !counts.some((count) => count.divisionId === one.id)).length,
        posts: theirs.reduce((sum, one) => sum + one.posts, 0),
        vacant: theirs.reduce((sum, one) => sum + one.vacant, 0),
      };
    });
  });
}

export default function ProvincesPage() {
  const t = useT<DivisionsKey>();
  return (
    <>
      <PageHeader title={t("divisions.title")} />
      <DivisionTable title={t("divisions.title")} rows={useLoaderData<typeof loader>()} hasCounties />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<DivisionsKey>(matches, "divisions.title");
