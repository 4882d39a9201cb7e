import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { BodiesTabs } from "~/areas/bodies/components/bodies-tabs";
import { GroupWords } from "~/areas/bodies/components/group-words";
import { listDefinedGroups, type GroupDefinition } from "~/areas/bodies/groups.server";
import type { BodiesKey } from "~/areas/bodies/messages";
import { ExportButton } from "~/areas/exports/components/export-button";
import { may } from "~/kernel/authorize";
import { reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { Table, type Column } from "~/ui/table";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { place } = actor;
  const groups = await reading(actor, (db) => listDefinedGroups(db, place));
  return {
    groups,
    place: place.id,
    base: `/${place.id}/bodies`,
    isNation: place.level === "nation",
    mayMake: may(actor, "make", "BodyGroup"),
  };
}

export default function GroupsPage() {
  const { groups, place, base, isNation, mayMake } = useLoaderData<typeof loader>();
  const t = useT<BodiesKey>();
  const { locale } = useLocale();
  const columns: Column<GroupDefinition>[] = [
    {
      key: "name",
      header: t("bodies.group.name"),
      cell: (row) => (
        <Link to={`${base}/groups/${row.code}`} className="inline-flex min-h-6 items-center hover:text-teal">
          {locale === "fa" ? row.nameFa : row.nameEn}
        </Link>
      ),
    },
    { key: "words", header: t("bodies.group.definition"), cell: (row) => <GroupWords group={row} /> },
    {
      key: "of",
      header: t("bodies.group.of"),
      cell: (row) => t(row.divisionId === 0 ? "bodies.scope.nation" : "bodies.scope.local"),
    },
  ];
  return (
    <>
      <PageHeader
        title={t("bodies.title")}
        meta={t("bodies.groups.lead")}
        actions={
          <>
            <ExportButton place={place} list="body-groups" />
            {mayMake && (
              <LinkButton to={`${base}/groups/new`} kind="primary" icon="plus">
                {t("bodies.group.new")}
              </LinkButton>
            )}
          </>
        }
      />
      <BodiesTabs base={base} current="groups" isNation={isNation} />
      <Table
        caption={t("bodies.tab.groups")}
        columns={columns}
        rows={groups}
        rowKey={(row) => row.code}
        empty={<EmptyState title={t("bodies.group.empty")} />}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<BodiesKey>(matches, "bodies.tab.groups");
