import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRole } from "~/actor.server";
import { GrantState } from "~/areas/network/components/glass/grant-table";
import type { NetworkKey } from "~/areas/network/messages";
import { findGrant, listLooks } from "~/areas/network/queries.server/glass";
import { idIn, reading } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { Facts } from "~/ui/facts";
import { useT } from "~/ui/i18n";
import { InstantText } from "~/ui/instant-text";
import { Link } from "~/ui/link";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Sheet } from "~/ui/sheet";
import { Table, type Column } from "~/ui/table";

/** What was seen under one look, for the county whose people they are. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "governor");
  const grantId = idIn(args.params, "grantId");
  const cursor = new URL(args.request.url).searchParams.get("after");
  const { grant, looks } = await reading(actor, async (db) => {
    const found = await findGrant(db, actor.place.id, grantId);
    if (!found) throw new Refusal("missing", "refusal.missing");
    return { grant: found, looks: await listLooks(db, actor.place.id, grantId, cursor) };
  });
  const { shownAt, endedAt, openedByName, reason, minutes, isOpen, minutesLeft, endedByName } = grant;
  return {
    grant: {
      shownAt: shownAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      openedByName,
      reason,
      minutes,
      isOpen,
      minutesLeft,
      endedByName,
    },
    looks: looks.rows.map((row) => ({ ...row, shownAt: row.shownAt.toISOString() })),
    next: looks.next,
    isLater: cursor !== null,
    back: `/${actor.place.id}/glass`,
    here: `/${actor.place.id}/glass/seen/${grantId}`,
    people: `/${actor.place.id}/network/people`,
  };
}

type Look = ReturnType<typeof useLoaderData<typeof loader>>["looks"][number];

export default function GlassSeenPage() {
  const { grant, looks, next, isLater, back, here, people } = useLoaderData<typeof loader>();
  const t = useT<NetworkKey>();
  const columns: Column<Look>[] = [
    {
      key: "who",
      header: t("network.glass.look.who"),
      cell: (row) => {
        if (row.kind === "list") return t("network.glass.look.list");
        if (!row.fullName) return t("network.glass.look.unknown");
        return (
          <Link
            to={`${people}/${row.personId ?? ""}`}
            className="inline-flex min-h-6 items-center hover:text-teal"
          >
            {row.fullName}
          </Link>
        );
      },
    },
    {
      key: "what",
      header: t("network.glass.look.what"),
      cell: (row) => (row.kind === "list" ? "–" : t(`network.glass.look.${row.kind}`)),
    },
    {
      key: "when",
      header: t("network.glass.look.when"),
      noWrap: true,
      cell: (row) => <InstantText instant={row.shownAt} />,
    },
  ];
  return (
    <>
      <PageHeader
        back={{ to: back, label: t("network.glass.county") }}
        title={t("network.glass.look.title")}
        state={<GrantState grant={grant} />}
      />
      <Sheet as="section">
        <Facts
          facts={[
            { label: t("network.glass.col.who"), value: <bdi>{grant.openedByName}</bdi> },
            { label: t("network.glass.col.when"), value: <InstantText instant={grant.shownAt} /> },
            {
              label: t("network.glass.field.minutes"),
              value: t("network.glass.minutes", { count: grant.minutes }),
            },
            {
              label: t("network.glass.col.reason"),
              value: <bdi className="whitespace-pre-wrap">{grant.reason}</bdi>,
            },
          ]}
        />
      </Sheet>
      <div className="mt-6">
        <Table
          caption={t("network.glass.look.title")}
          columns={columns}
          rows={looks}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title={t("network.glass.look.none")}>{t("network.glass.look.none.text")}</EmptyState>
          }
        />
      </div>
      {(next || isLater) && (
        <Pager
          previous={isLater ? here : undefined}
          next={next ? `${here}?${new URLSearchParams({ after: next })}` : undefined}
        />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.glass.look.title");
