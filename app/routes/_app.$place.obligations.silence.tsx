import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { findPlace } from "~/areas/divisions/queries.server";
import { escalatedRows } from "~/areas/obligations/chasing/escalated.server";
import { LedgerTable } from "~/areas/obligations/components/ledger-tables";
import type { ObligationsKey } from "~/areas/obligations/messages";
import { reading } from "~/kernel/http.server";
import { isUuid } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";

/** What offices of a place below left unanswered after a reminder, as the level above was told on one day. */
export async function loader(args: LoaderFunctionArgs) {
  const { place, ...actor } = requireActor(args);
  const asked = new URL(args.request.url).searchParams;
  const divisionId = Number(asked.get("in"));
  const batchId = asked.get("batch") ?? "";
  const isBelow = Number.isInteger(divisionId) && place.lo <= divisionId && divisionId <= place.hi;
  const after = asked.get("after");
  const none = { rows: [], next: null };
  const found = await reading({ ...actor, place }, async (db) => ({
    where: isBelow ? await findPlace(db, divisionId) : undefined,
    page:
      isBelow && isUuid(batchId)
        ? await escalatedRows(db, { divisionId, batchId }, after ?? undefined)
        : none,
  }));
  return { ...found, place: place.id, address: `?in=${divisionId}&batch=${batchId}`, after };
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<ObligationsKey>(matches, "obligations.silence");

export default function Silence() {
  const { where, page, place, address, after } = useLoaderData<typeof loader>();
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const base = `/${place}/obligations`;
  const name = where && (locale === "fa" ? where.nameFa : where.nameEn);
  return (
    <>
      <PageHeader
        title={name ? t("obligations.silence.in", { name }) : t("obligations.silence")}
        back={{ to: base, label: t("obligations.page.back") }}
      />
      <p className="mb-4 max-w-prose text-second text-ink-2">{t("obligations.silence.lead")}</p>
      <LedgerTable
        rows={page.rows}
        hrefOf={(row) => `${base}/${row.id}`}
        empty={<EmptyState title={t("obligations.silence.none")} />}
      />
      {(page.next || after) && (
        <Pager
          {...(after ? { previous: `${base}/silence${address}` } : {})}
          {...(page.next ? { next: `${base}/silence${address}&after=${encodeURIComponent(page.next)}` } : {})}
        />
      )}
    </>
  );
}
