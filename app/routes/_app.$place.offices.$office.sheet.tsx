import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { findOffice } from "~/areas/bodies/queries.server";
import { DueText } from "~/areas/obligations/components/due-text";
import { SourceText } from "~/areas/obligations/components/source-text";
import { StateChip } from "~/areas/obligations/components/state-chip";
import type { State } from "~/areas/obligations/lifecycle";
import type { ObligationsKey } from "~/areas/obligations/messages";
import { openOfOffice } from "~/areas/obligations/chasing/office-sheet.server";
import { idIn, reading } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { formatJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { Button } from "~/ui/button";
import { Code } from "~/ui/code";
import { EmptyState } from "~/ui/empty-state";
import { useLocale, useT } from "~/ui/i18n";
import { Num } from "~/ui/num";
import { localDigits } from "~/ui/numbers";
import { OfficeHead, Signatures } from "~/ui/office-head";
import { PageHeader } from "~/ui/page-header";
import { Table } from "~/ui/table";

/** What one office still owes, on a sheet to be handed over: it answers by hand and somebody enters it. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const officeId = idIn(args.params, "office");
  const { id: place, nameFa, nameEn, level } = actor.place;
  const found = await reading(actor, async (db) => {
    const office = await findOffice(db, place, officeId);
    if (!office) throw new Refusal("missing", "refusal.missing");
    return { office, rows: await openOfOffice(db, { divisionId: place, officeId }) };
  });
  const { office } = found;
  return {
    office: { nameFa: office.nameFa, nameEn: office.nameEn },
    rows: found.rows.map((row, index) => ({ ...row, line: index + 1 })),
    place: { id: place, nameFa, nameEn, level },
    today: args.context.scope.today,
  };
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<ObligationsKey>(matches, "obligations.sheet.title");

export default function OfficeSheet() {
  const { office, rows, place, today } = useLoaderData<typeof loader>();
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const named = (row: { nameFa: string; nameEn: string }) => (locale === "fa" ? row.nameFa : row.nameEn);
  const day = formatJalali(today, locale, "short");
  return (
    <>
      <OfficeHead office={t(`obligations.page.${place.level}`, { name: named(place) })} date={day} />
      <PageHeader
        title={t("obligations.sheet.of", { office: named(office) })}
        back={{ to: `/${place.id}/obligations?end=owed`, label: t("obligations.page.back") }}
        meta={<span className="print:hidden">{t("obligations.sheet.lead", { day })}</span>}
        actions={
          <span className="print:hidden">
            <Button type="button" icon="printer" onClick={() => window.print()}>
              {t("obligations.sheet.print")}
            </Button>
          </span>
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={t("obligations.door.empty")} />
      ) : (
        <Table
          caption={t("obligations.sheet.title")}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: "line", header: t("obligations.sheet.line"), cell: (row) => <Num value={row.line} /> },
            {
              key: "what",
              header: t("obligations.column.what"),
              cell: (row) => (
                <span className="block py-1">
                  <bdi className="whitespace-pre-wrap">{row.text}</bdi>
                  <span className="block text-meta text-ink-3">
                    <SourceText row={row} />
                    {row.theirNumber && (
                      <>
                        {" · "}
                        <Code>{localDigits(row.theirNumber, locale)}</Code>
                      </>
                    )}
                  </span>
                </span>
              ),
            },
            { key: "due", header: t("obligations.column.due"), cell: (row) => <DueText row={row} /> },
            {
              key: "state",
              header: t("obligations.column.state"),
              phone: "bare",
              cell: (row) => <StateChip state={row.state as State} />,
            },
            {
              key: "answer",
              header: t("obligations.sheet.answer"),
              cell: () => <span aria-hidden className="hidden h-14 min-w-40 print:block" />,
            },
          ]}
        />
      )}
      <Signatures
        signers={[{ role: t("obligations.sheet.head") }, { role: t("obligations.sheet.receiver") }]}
      />
    </>
  );
}
