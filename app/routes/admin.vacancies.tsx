import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "~/actor.server";
import { listChildren } from "~/areas/divisions/queries.server";
import { VacancyList } from "~/areas/posts/components/vacancy-list";
import type { PostsKey } from "~/areas/posts/messages";
import { countVacancies, filledBy, listVacancies } from "~/areas/posts/vacancies.server";
import { rolesBelow, vacancyFilterIn } from "~/areas/posts/vacancy-filter";
import { scopeOf } from "~/kernel/actor";
import { reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

/** The vacant posts of the country; those of the nation itself are the administrator's to fill. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAdministrator(args);
  const { today } = args.context.scope;
  const { lo, hi, level } = scopeOf(0);
  const asked = new URL(args.request.url).searchParams;
  const filter = vacancyFilterIn(asked, { lo, hi });
  const after = asked.get("after");
  const reach = { lo, hi, fills: filledBy(actor) };
  return reading(actor, async (db) => ({
    ...(await listVacancies(db, reach, filter, today, after)),
    count: (await countVacancies(db, reach, filter, today)).count,
    provinces: await listChildren(db, 0),
    roles: rolesBelow(level),
    filter,
    fills: reach.fills,
    isLater: after !== null,
  }));
}

export default function VacanciesOfCountryPage() {
  const list = useLoaderData<typeof loader>();
  const t = useT<PostsKey>();
  return (
    <>
      <PageHeader title={t("posts.vacancies")} />
      <p className="mb-4 max-w-160 text-second text-ink-2">{t("posts.vacancies.lead")}</p>
      <VacancyList {...list} here="/admin/vacancies" postsOf={(id) => `/admin/${id}`} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<PostsKey>(matches, "posts.vacancies");
