import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { listChildren } from "~/areas/divisions/queries.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { VacancyList } from "~/areas/posts/components/vacancy-list";
import type { PostsKey } from "~/areas/posts/messages";
import { filledBy, countVacancies, listVacancies } from "~/areas/posts/vacancies.server";
import { rolesBelow, vacancyFilterIn } from "~/areas/posts/vacancy-filter";
import { reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

/** The vacant posts of one's own place and of all below it: since when, why, and whose the next step is. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { place } = actor;
  const { today } = args.context.scope;
  const asked = new URL(args.request.url).searchParams;
  const filter = vacancyFilterIn(asked, place);
  const after = asked.get("after");
  const reach = { lo: place.lo, hi: place.hi, fills: filledBy(actor) };
  return reading(actor, async (db) => ({
    ...(await listVacancies(db, reach, filter, today, after)),
    count: (await countVacancies(db, reach, filter, today)).count,
    provinces: place.level === "nation" ? await listChildren(db, place.id) : [],
    roles: rolesBelow(place.level),
    filter,
    fills: reach.fills,
    isLater: after !== null,
    place: place.id,
  }));
}

export default function VacanciesPage() {
  const { place, ...list } = useLoaderData<typeof loader>();
  const t = useT<PostsKey>();
  const base = `/${place}/posts`;
  const { province, role, mine } = list.filter;
  return (
    <>
      <PageHeader
        back={{ to: base, label: t("posts.title") }}
        title={t("posts.vacancies")}
        actions={
          <ExportButton
            place={place}
            list="vacancies"
            narrowed={{ province: province?.toString(), role, turn: mine && "mine" }}
          />
        }
      />
      <p className="mb-4 max-w-160 text-second text-ink-2">{t("posts.vacancies.lead")}</p>
      <VacancyList
        {...list}
        here={`${base}/vacancies`}
        postsOf={(id) => (id === place ? base : `${base}/${id}`)}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<PostsKey>(matches, "posts.vacancies");
