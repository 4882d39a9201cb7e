import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { SilenceBar } from "~/areas/network/components/silence-bar";
import { TierMark } from "~/areas/network/components/tier";
import type { NetworkKey } from "~/areas/network/messages";
import { cadenceOf } from "~/areas/network/queries.server/cadence";
import { getCircle, listCircleMembers, type CircleMember } from "~/areas/network/queries.server/circles";
import { may } from "~/kernel/authorize";
import { idIn, reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";
import { Table, type Column } from "~/ui/table";
import { Link } from "~/ui/link";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const circleId = idIn(args.params, "circleId");
  const isCounty = actor.place.level === "county";
  const page = await reading(actor, async (db) => ({
    circle: await getCircle(db, actor.place, circleId),
    cadence: await cadenceOf(db, actor.place),
    members: isCounty ? await listCircleMembers(db, actor.place.id, circleId) : [],
  }));
  return {
    ...page,
    isCounty,
    base: `/${actor.place.id}/network`,
    today: args.context.scope.today,
    may: {
      edit: may(actor, "edit", "Circle"),
      register: may(actor, "register", "Person"),
      contact: may(actor, "record", "Contact"),
    },
  };
}

export default function CirclePage() {
  const { circle, cadence, members, isCounty, base, today, ...data } = useLoaderData<typeof loader>();
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const columns: Column<CircleMember>[] = [
    {
      key: "name",
      header: t("network.col.name"),
      cell: (row) => (
        <Link to={`${base}/people/${row.id}`} className="inline-flex min-h-6 items-center hover:text-teal">
          {row.fullName}
        </Link>
      ),
    },
    { key: "locality", header: t("network.col.locality"), cell: (row) => row.locality ?? "–" },
    { key: "tier", header: t("network.col.tier"), cell: (row) => <TierMark tier={row.tier} /> },
    { key: "from", header: t("network.col.since"), cell: (row) => <DateText iso={row.fromOn} /> },
    {
      key: "silence",
      header: t("network.col.silence"),
      cell: (row) =>
        row.state === "active" ? (
          <SilenceBar person={row} cadence={cadence} today={today} />
        ) : (
          t(`network.state.${row.state}`)
        ),
    },
  ];
  const add = data.may.register ? (
    <LinkButton to={`${base}/people/new?circle=${circle.id}`} kind="primary" icon="user-plus">
      {t("network.circle.add-member")}
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader
        back={{ to: `${base}/circles`, label: t("network.circles") }}
        title={circle.name}
        meta={<span>{circle.topic}</span>}
        actions={
          <>
            {data.may.edit && (
              <LinkButton to={`${base}/circles/${circle.id}/edit`} icon="pencil">
                {t("network.circle.edit")}
              </LinkButton>
            )}
            {data.may.contact && members.length > 0 && (
              <LinkButton to={`${base}/contacts/new?circle=${circle.id}`} icon="users">
                {t("network.many.from-circle")}
              </LinkButton>
            )}
            {add}
          </>
        }
      />
      <Facts
        facts={[
          { label: t("network.field"), value: circle.field && t(`network.field.${circle.field}`) },
          { label: t("network.circle.place"), value: circle.place },
          { label: t("network.circle.formed-on"), value: <DateText iso={circle.formedOn} /> },
          {
            label: t("network.circle.county"),
            value: isCounty ? null : locale === "fa" ? circle.divisionNameFa : circle.divisionNameEn,
          },
        ]}
      />
      {isCounty ? (
        <Section
          title={t("network.circle.members")}
          note={t("network.circle.members.count", { count: members.length })}
        >
          <Table
            caption={t("network.circle.members")}
            columns={columns}
            rows={members}
            rowKey={(row) => row.id}
            empty={<EmptyState filtered title={t("network.circle.members.none")} />}
          />
        </Section>
      ) : (
        <div className="mt-6">
          <Notice>{t("network.only-county")}</Notice>
        </div>
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.circle.page");
