import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "~/actor.server";
import { DivisionTable } from "~/areas/divisions/components/division-table";
import type { DivisionsKey } from "~/areas/divisions/messages";
import { listDivisions, listEveryCounty, listChildren } from "~/areas/divisions/queries.server";
import type { PostsKey } from "~/areas/posts/messages";
import { countPosts } from "~/areas/posts/queries.server";
import { countVacancies, filledBy } from "~/areas/posts/vacancies.server";
import { scopeOf } from "~/kernel/actor";
import { reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

/** The nation and its provinces with the state of their posts, and of those of their counties. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAdministrator(args);
  const { today } = args.context.scope;
  return reading(actor, async (db) => {
    const counts = await countPosts(db, today);
    const counties = await listEveryCounty(db);
    const rows = [...(await listDivisions(db, [0])), ...(await listChildren(db, 0))];
    const reach = { ...scopeOf(0), fills: filledBy(actor) };
    const { count } = await countVacancies(db, reach, { mine: true }, today);
    const places = rows.map((row) => {
      const own = counties.filter((one) => one.parentId === row.id && one.isOpen);
      const within = new Set([row.id, ...own.map((one) => one.id)]);
      const theirs = counts.filter((one) => within.has(one.divisionId));
      return {
        ...row,
        counties: own.length,
        withoutPosts: own.filter((one) => !counts.some((count) => count.divisionId === one.id)).length,
        posts: theirs.reduce((sum, one) => sum + one.posts, 0),
        vacant: theirs.reduce((sum, one) => sum + one.vacant, 0),
      };
    });
    return { places, toFill: count };
  });
}

export default function ProvincesPage() {
  const t = useT<DivisionsKey | PostsKey>();
  const { places, toFill } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("divisions.title")} />
      {toFill > 0 && (
        <div className="mb-4 max-w-160">
          <Notice title={t("posts.vacancies.yours", { count: toFill })}>
            <Link to="/admin/vacancies?turn=mine" className="text-teal hover:underline">
              {t("posts.vacancies")}
            </Link>
          </Notice>
        </div>
      )}
      <DivisionTable title={t("divisions.title")} rows={places} hasCounties />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<DivisionsKey>(matches, "divisions.title");
