import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import type { MinutesKey } from "~/areas/meetings/minutes/minutes-messages";
import { listDrafts, listMinutes } from "~/areas/meetings/queries.server/minutes";
import { may } from "~/kernel/authorize";
import { reading } from "~/kernel/http.server";
import type { IsoDate } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { InstantText } from "~/ui/instant-text";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Num } from "~/ui/num";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Section } from "~/ui/section";
import { Table, type Column } from "~/ui/table";
import { Link } from "~/ui/link";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const after = new URL(args.request.url).searchParams.get("after");
  const mayImport = may(actor, "import", "Minutes");
  const found = await reading(actor, async (db) => ({
    drafts: mayImport ? await listDrafts(db, actor.place.id) : [],
    issued: await listMinutes(db, actor.place.id, after),
  }));
  return { ...found, place: actor.place.id, mayImport, after };
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "minutes.title");

export default function MinutesList() {
  const { drafts, issued, place, mayImport, after } = useLoaderData<typeof loader>();
  const t = useT<MinutesKey>();
  const base = `/${place}/minutes`;
  const held: Column<{ heldOn: IsoDate | null }> = {
    key: "held",
    header: t("minutes.column.held"),
    cell: (row) => (row.heldOn ? <DateText iso={row.heldOn} /> : null),
    noWrap: true,
  };
  const count: Column<{ resolutions: number | null }> = {
    key: "resolutions",
    header: t("minutes.column.resolutions"),
    cell: (row) => (row.resolutions === null ? null : <Num value={row.resolutions} column />),
    numeric: true,
  };
  const title = (to: (id: string) => string): Column<{ id: string; title: string }> => ({
    key: "title",
    header: t("minutes.column.title"),
    cell: (row) => (
      <Link to={to(row.id)} className="text-teal hover:underline">
        {row.title || t("minutes.untitled")}
      </Link>
    ),
  });
  return (
    <>
      <PageHeader
        title={t("minutes.title")}
        meta={t("minutes.lead")}
        actions={
          <>
            <ExportButton place={place} list="minutes" />
            {mayImport && (
              <>
                <LinkButton to={`${base}/queue`} icon="list-checks">
                  {t("minutes.queue.title")}
                </LinkButton>
                <LinkButton to={`${base}/new`} kind="primary" icon="clipboard-paste">
                  {t("minutes.new")}
                </LinkButton>
              </>
            )}
          </>
        }
      />
      {drafts.length > 0 && (
        <Section title={t("minutes.drafts")} note={t("minutes.drafts.note")} bare>
          <Table
            caption={t("minutes.drafts")}
            rows={drafts}
            rowKey={(row) => row.id}
            columns={[
              title((id) => `${base}/review/${id}`),
              held,
              count,
              {
                key: "updated",
                header: t("minutes.column.updated"),
                cell: (row) => <InstantText instant={row.updatedAt} />,
              },
            ]}
          />
        </Section>
      )}
      <Section title={t("minutes.issued")} bare>
        <Table
          caption={t("minutes.issued")}
          rows={issued.rows}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t("minutes.empty.title")}>{t("minutes.empty.text")}</EmptyState>}
          columns={[
            title((id) => `${base}/${id}`),
            held,
            count,
            {
              key: "issued",
              header: t("minutes.column.issued"),
              cell: (row) => <InstantText instant={row.issuedAt} />,
            },
            { key: "by", header: t("minutes.column.by"), cell: (row) => row.issuedByName },
          ]}
        />
        {(after !== null || issued.next !== null) && (
          <Pager
            {...(after === null ? {} : { previous: base })}
            {...(issued.next === null ? {} : { next: `${base}?after=${issued.next}` })}
          />
        )}
      </Section>
    </>
  );
}
