import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { TIE_KINDS } from "~/areas/catalogues/choices";
import { listEntries } from "~/areas/catalogues/queries.server";
import { PastMemberships } from "~/areas/network/components/circles/past-memberships";
import { SilenceBar } from "~/areas/network/components/contacts/silence-bar";
import { Ties } from "~/areas/network/components/circles/ties";
import { TierMark } from "~/areas/network/components/people/tier";
import type { NetworkKey } from "~/areas/network/messages";
import { cadenceOf } from "~/areas/network/queries.server/cadence";
import {
  getCircle,
  lastTalkWithAll,
  listCircleMembers,
  listPastMemberships,
  type CircleMember,
} from "~/areas/network/queries.server/circles";
import { listOpenActionsOfCircle } from "~/areas/network/queries.server/open-actions";
import { listTiesOfCircle } from "~/areas/network/queries.server/ties";
import type { ObligationsKey } from "~/areas/obligations/messages";
import { may } from "~/kernel/authorize";
import { idIn, reading } from "~/kernel/http.server";
import { formatJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { MarginItem, MarginList } from "~/ui/margin-list";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";
import { Table, type Column } from "~/ui/table";
import { Link } from "~/ui/link";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const circleId = idIn(args.params, "circleId");
  const isCounty = actor.place.level === "county";
  const { today } = args.context.scope;
  const place = actor.place.id;
  const page = await reading(actor, async (db) => ({
    circle: await getCircle(db, actor.place, circleId),
    // Whoever stands above the county sees no person, and so none of what people make of a circle.
    own: isCounty
      ? {
          cadence: await cadenceOf(db, actor.place),
          members: await listCircleMembers(db, place, circleId),
          past: await listPastMemberships(db, place, circleId),
          actions: await listOpenActionsOfCircle(db, place, circleId),
          lastTalk: await lastTalkWithAll(db, place, circleId, today),
          ties: await listTiesOfCircle(db, place, circleId),
          entries: await listEntries(db, actor.place, TIE_KINDS),
        }
      : null,
  }));
  return {
    ...page,
    base: `/${place}/network`,
    place,
    today,
    may: {
      edit: may(actor, "edit", "Circle"),
      decide: may(actor, "issue", "Issuance"),
      register: may(actor, "register", "Person"),
      contact: may(actor, "record", "Contact"),
      tie: may(actor, "keep", "Tie"),
    },
  };
}

export default function CirclePage() {
  const { circle, own, base, today, ...data } = useLoaderData<typeof loader>();
  const t = useT<NetworkKey | ObligationsKey>();
  const { locale } = useLocale();
  const here = `${base}/circles/${circle.id}`;
  const members = own?.members ?? [];
  const isOpen = circle.closedOn === null;
  const convener = members.find(({ role }) => role === "convener");
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
    { key: "role", header: t("network.circle.role"), cell: (row) => t(`network.circle.role.${row.role}`) },
    { key: "locality", header: t("network.col.locality"), cell: (row) => row.locality ?? "–" },
    { key: "tier", header: t("network.col.tier"), cell: (row) => <TierMark tier={row.tier} /> },
    { key: "from", header: t("network.col.since"), cell: (row) => <DateText iso={row.fromOn} /> },
    {
      key: "silence",
      header: t("network.col.silence"),
      cell: (row) =>
        own && row.state === "active" ? (
          <SilenceBar person={row} cadence={own.cadence} today={today} />
        ) : (
          t(`network.state.${row.state}`)
        ),
    },
  ];
  if (data.may.edit) {
    columns.push({
      key: "change",
      header: t("network.membership.change"),
      quietHeader: true,
      phone: "bare",
      cell: (row) => (
        <Link
          to={`${base}/memberships/${row.membershipId}`}
          aria-label={t("network.membership.change-of", { name: row.fullName })}
          className="inline-flex min-h-6 items-center text-teal hover:underline max-sm:min-h-11"
        >
          {t("network.membership.change")}
        </Link>
      ),
    });
  }
  return (
    <>
      <PageHeader
        back={{ to: `${base}/circles`, label: t("network.circles") }}
        title={circle.name}
        meta={<span>{circle.topic}</span>}
        actions={
          <>
            {data.may.decide && own && (
              <LinkButton
                to={`/${data.place}/obligations/new?from=circle:${circle.id}`}
                icon="list-checks"
                kind="quiet"
              >
                {t("obligations.decision.new")}
              </LinkButton>
            )}
            {members.length > 0 && (
              <LinkButton to={`${here}/picture`} icon="split">
                {t("network.picture")}
              </LinkButton>
            )}
            {data.may.edit && (
              <LinkButton to={`${here}/close`} kind={isOpen ? "quiet" : undefined}>
                {t(isOpen ? "network.circle.close" : "network.circle.reopen")}
              </LinkButton>
            )}
            {data.may.edit && isOpen && (
              <LinkButton to={`${here}/edit`} icon="pencil">
                {t("network.circle.edit")}
              </LinkButton>
            )}
            {data.may.contact && members.length > 0 && (
              <LinkButton to={`${base}/contacts/new?circle=${circle.id}`} icon="users">
                {t("network.many.from-circle")}
              </LinkButton>
            )}
            {data.may.register && own && isOpen && (
              <LinkButton to={`${here}/members/new`} kind="primary" icon="user-plus">
                {t("network.membership.join")}
              </LinkButton>
            )}
          </>
        }
      />
      {circle.closedOn && (
        <div className="mb-4">
          <Notice
            kind="ink"
            icon="clock"
            title={t("network.circle.is-closed", { date: formatJalali(circle.closedOn, locale, "long") })}
          >
            {circle.closedReason}
          </Notice>
        </div>
      )}
      <Facts
        facts={[
          {
            label: t("network.circle.convener"),
            value:
              own &&
              (convener ? (
                <Link to={`${base}/people/${convener.id}`} className="text-teal hover:underline">
                  {convener.fullName}
                </Link>
              ) : (
                t("network.circle.convener.none")
              )),
          },
          { label: t("network.field"), value: circle.field && t(`network.field.${circle.field}`) },
          { label: t("network.circle.place"), value: circle.place },
          { label: t("network.circle.formed-on"), value: <DateText iso={circle.formedOn} /> },
          {
            label: t("network.circle.last-talk"),
            value:
              own &&
              (own.lastTalk ? (
                <>
                  <DateText iso={own.lastTalk.happenedOn} />{" "}
                  {t("network.circle.last-talk.reached", { count: own.lastTalk.reached })}
                </>
              ) : (
                t("network.circle.last-talk.none")
              )),
          },
          {
            label: t("network.circle.county"),
            value: own ? null : locale === "fa" ? circle.divisionNameFa : circle.divisionNameEn,
          },
        ]}
      />
      {own ? (
        <>
          {isOpen && (
            <Section
              title={t("network.circle.members")}
              note={t("network.circle.members.count", { count: members.length })}
              action={
                data.may.register && (
                  <LinkButton to={`${base}/people/new?circle=${circle.id}`} size="small">
                    {t("network.circle.add-member")}
                  </LinkButton>
                )
              }
            >
              <Table
                caption={t("network.circle.members")}
                columns={columns}
                rows={members}
                rowKey={(row) => row.id}
                empty={
                  <EmptyState filtered title={t("network.circle.members.none")}>
                    {t("network.circle.members.none.text")}
                  </EmptyState>
                }
              />
            </Section>
          )}
          <Section
            title={t("network.ties")}
            action={
              data.may.tie && (
                <LinkButton to={`${here}/ties/new`} size="small">
                  {t("network.tie.new")}
                </LinkButton>
              )
            }
          >
            <Ties ties={own.ties} entries={own.entries} base={base} today={today} mayKeep={data.may.tie} />
          </Section>
          {own.actions.length > 0 && (
            <Section title={t("network.circle.open-actions")}>
              <MarginList label={t("network.circle.open-actions")}>
                {own.actions.map((open) => (
                  <MarginItem
                    key={open.id}
                    margin={<DateText iso={open.happenedOn} style="day-month" />}
                    title={
                      <Link
                        to={`${base}/people/${open.personId}`}
                        className="inline-flex min-h-6 items-center hover:text-teal"
                      >
                        {open.fullName}
                      </Link>
                    }
                    note={open.note ?? t("network.action.no-note")}
                  />
                ))}
              </MarginList>
            </Section>
          )}
          <PastMemberships past={own.past} base={base} />
        </>
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
