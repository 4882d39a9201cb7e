import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireRole } from "~/actor.server";
import { ownWords } from "~/areas/catalogues/queries.server";
import { getDivision } from "~/areas/divisions/queries.server";
import { GlassBanner } from "~/areas/network/components/glass/glass-banner";
import { StateChip } from "~/areas/network/components/people/state-chip";
import { TierMark } from "~/areas/network/components/people/tier";
import { lookInto } from "~/areas/network/glass/look-into.server";
import type { NetworkKey } from "~/areas/network/messages";
import { findOpenGrant, listIdsByName, listNames, type NameRow } from "~/areas/network/queries.server/glass";
import { findPeople } from "~/areas/network/queries.server/search";
import { SearchPeople } from "~/areas/network/schema/people";
import { divisionBelow } from "~/division-param.server";
import type { PlacedActor } from "~/kernel/actor";
import { reading, submit } from "~/kernel/http.server";
import { PAGE_SIZE } from "~/lib/paging";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { OwnWords, useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { SearchField } from "~/ui/search-field";
import { Table, type Column } from "~/ui/table";

const closed = (actor: PlacedActor) => redirect(`/${actor.place.id}/glass?closed`);

/** Names are shown in the unit that writes each of them down. */
async function namesOf(actor: PlacedActor, county: number, personIds: readonly string[]): Promise<NameRow[]> {
  if (personIds.length === 0) return [];
  const shown = { kind: "listed" as const, personIds };
  const names = await lookInto(actor, county, shown, (db) => listNames(db, county, personIds));
  if (!names) throw closed(actor);
  return names;
}

/** The people of a county by name, for whoever has a look into it open: without numbers, and nothing to do but to read. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "representative");
  const county = divisionBelow(args, actor);
  const cursor = new URL(args.request.url).searchParams.get("after");
  const { name, grant } = await reading(actor, async (db) => ({
    name: await getDivision(db, county),
    grant: await findOpenGrant(db, county, actor.key),
  }));
  const page =
    grant &&
    (await lookInto(actor, county, { kind: "list" }, async (db, place) => ({
      ...(await listIdsByName(db, county, cursor)),
      ownWords: await ownWords(db, place, args.context.scope.locale),
    })));
  if (!grant || !page) throw closed(actor);
  return {
    county: { nameFa: name.nameFa, nameEn: name.nameEn },
    secondsLeft: grant.secondsLeft,
    people: await namesOf(actor, county, page.rows),
    next: page.next,
    ownWords: page.ownWords,
    isLater: cursor !== null,
    back: `/${actor.place.id}/glass`,
    here: `/${actor.place.id}/glass/${county}`,
  };
}

/** The search by name or number: by POST, so that neither stands in an address. */
export async function action(args: ActionFunctionArgs) {
  const actor = requireRole(args, "representative");
  const county = divisionBelow(args, actor);
  return submit(args.request, SearchPeople, async ({ q = "" }) => {
    const found = await lookInto(actor, county, { kind: "list" }, (db) =>
      findPeople(db, county, q, PAGE_SIZE),
    );
    if (!found) throw closed(actor);
    const ids = found.map(({ id }) => id);
    return { found: { q, people: await namesOf(actor, county, ids) } };
  });
}

export default function GlassPeoplePage() {
  const { county, secondsLeft, people, next, isLater, back, here, ...data } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const found = answer && "found" in answer && answer.found.q !== "" ? answer.found : null;
  const title = t("network.glass.people", { county: locale === "fa" ? county.nameFa : county.nameEn });
  const columns: Column<NameRow>[] = [
    {
      key: "name",
      header: t("network.col.name"),
      cell: (row) => (
        <Link to={`${here}/people/${row.id}`} className="inline-flex min-h-6 items-center hover:text-teal">
          {row.fullName}
        </Link>
      ),
    },
    { key: "locality", header: t("network.col.locality"), cell: (row) => row.locality ?? "–" },
    {
      key: "tier",
      header: t("network.col.tier"),
      cell: (row) => (
        <span className="inline-flex flex-wrap items-baseline gap-2">
          <TierMark tier={row.tier} />
          <StateChip state={row.state} quiet />
        </span>
      ),
    },
  ];
  return (
    <OwnWords words={data.ownWords}>
      <PageHeader back={{ to: back, label: t("network.glass") }} title={title} />
      <GlassBanner county={county} secondsLeft={secondsLeft} glass={back} />
      <SearchField label={t("network.glass.search")} defaultValue={found?.q} />
      {found && (
        <p className="mb-3 flex flex-wrap items-center gap-3 text-second text-ink-3">
          <span role="status">{t("network.search.results", { count: found.people.length })}</span>
          <LinkButton size="small" kind="quiet" to={here}>
            {t("network.glass.search.all")}
          </LinkButton>
        </p>
      )}
      <Table
        caption={title}
        columns={columns}
        rows={found?.people ?? people}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            filtered={found !== null}
            title={t(found ? "network.search.none" : "network.glass.people.none")}
          />
        }
      />
      {!found && (next || isLater) && (
        <Pager
          previous={isLater ? here : undefined}
          next={next ? `${here}?${new URLSearchParams({ after: next })}` : undefined}
        />
      )}
    </OwnWords>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.glass");
