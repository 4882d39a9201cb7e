import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isStaffOver, requireOfficer, requireOfficerToAct } from "~/actor.server";
import { OfficeDemands } from "~/areas/demands/components/office-demands";
import type { DemandKey } from "~/areas/demands/messages";
import { listForOffice } from "~/areas/demands/queries.server";
import { messagesOfOffice } from "~/areas/obligations/chasing/office-messages.server";
import { acknowledgeMany } from "~/areas/obligations/commands/acknowledge-many.server";
import { seeMessages } from "~/areas/obligations/commands/see-messages.server";
import { DoorMessages } from "~/areas/obligations/components/door-messages";
import { TrayTable } from "~/areas/obligations/components/tray-table";
import { countInTray, listInTray } from "~/areas/obligations/in-tray/in-tray.server";
import { TRAY_PARTS, trayView, type TrayView } from "~/areas/obligations/in-tray/tray-view";
import type { ExportsKey } from "~/areas/exports/messages";
import type { ObligationsKey } from "~/areas/obligations/messages";
import { OfficeVisits } from "~/areas/visits/components/office-visits";
import { listVisitsOfOffice } from "~/areas/visits/queries.server";
import { AcknowledgeMany } from "~/areas/obligations/schema";
import { answering, formOf, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { Button } from "~/ui/button";
import { DateText } from "~/ui/date-text";
import { FilterChips } from "~/ui/filter-chips";
import { useErrorText, useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { SearchField } from "~/ui/search-field";

/** Visits of and to the office that its desk shows, the newest first. */
const VISITS_SHOWN = 12;

/**
 * The desk of an office's officer: what it owes, by whose move it is, what it was written, demands it has to answer, visits
 * of and to it.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, office } = requireOfficer(args);
  const { scope } = args.context;
  const asked = new URL(args.request.url).searchParams;
  const view = trayView(asked);
  const where = { divisionId: office.divisionId, officeId: office.id };
  const acknowledged = Number(asked.get("acknowledged"));
  const found = await reading(actor, async (db) => ({
    page: await listInTray(db, where, view, scope.today),
    counts: await countInTray(db, where, scope.today),
    messages: await messagesOfOffice(db, where),
    demands: await listForOffice(db, where),
    visits: await listVisitsOfOffice(db, office.divisionId, office.id, VISITS_SHOWN),
  }));
  return {
    ...found,
    view,
    office,
    today: scope.today,
    readOnly: isStaffOver(scope, office.divisionId),
    acknowledged: Number.isSafeInteger(acknowledged) && acknowledged > 0 ? acknowledged : 0,
    answered: asked.has("answered"),
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = requireOfficerToAct(args);
  const here = new URL(args.request.url);
  here.searchParams.delete("index");
  const form = await formOf(args.request);
  if (form.get("do") !== "acknowledge") {
    await answering(() => seeMessages(actor));
    return redirect(here.pathname + here.search);
  }
  return submit(
    args.request,
    AcknowledgeMany,
    async (ids) => {
      const { count } = await acknowledgeMany(actor, ids);
      here.searchParams.set("acknowledged", String(count));
      return redirect(here.pathname + here.search);
    },
    form,
  );
}

export default function InTray() {
  const { page, counts, messages, demands, visits, view, office, today, readOnly, requestId, ...done } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<ObligationsKey | DemandKey | ExportsKey>();
  const errorText = useErrorText();
  const { locale } = useLocale();
  const base = `/${office.divisionId}/office/${office.id}`;
  const href = (change: Partial<TrayView>) => {
    const { part, q, after } = { ...view, after: undefined, ...change };
    const params = new URLSearchParams({
      ...(part !== "mine" && { part }),
      ...(q && { q }),
      ...(after && { after }),
    });
    return params.size > 0 ? `${base}?${params}` : base;
  };
  const refused =
    answer && "result" in answer
      ? Object.values(answer.result.error ?? {}).flatMap((errors) => errors ?? [])[0]
      : undefined;
  return (
    <>
      <PageHeader
        title={t("obligations.tray.title", { office: locale === "fa" ? office.nameFa : office.nameEn })}
        meta={<DateText iso={today} style="weekday" />}
        actions={
          <span className="flex flex-wrap gap-2 print:hidden">
            {page.rows.length > 0 && !readOnly && (
              <LinkButton to={`${base}/exports/new${href({}).slice(base.length)}`} icon="file-down">
                {t("exports.open")}
              </LinkButton>
            )}
            <Button type="button" icon="printer" onClick={() => window.print()}>
              {t("obligations.tray.print")}
            </Button>
          </span>
        }
      />
      {refused && (
        <div className="mb-4">
          <Notice kind="brick" live title={errorText(refused)} />
        </div>
      )}
      {done.acknowledged > 0 && !refused && (
        <div className="mb-4">
          <Notice live title={t("obligations.tray.acknowledged", { count: done.acknowledged })} />
        </div>
      )}
      {done.answered && (
        <div className="mb-4">
          <Notice live title={t("demands.answer-saved")} />
        </div>
      )}
      <DoorMessages messages={messages} readOnly={readOnly} />
      <p className="mb-3 text-second text-ink-2">{t("obligations.tray.lead")}</p>
      <SearchField label={t("obligations.tray.search")} defaultValue={view.q} inAddress />
      <FilterChips
        label={t("obligations.tray.part")}
        chips={TRAY_PARTS.filter(
          (part) => counts[part] > 0 || part === "mine" || part === "all" || part === view.part,
        ).map((part) => ({
          to: href({ part }),
          label: t(`obligations.tray.part.${part}`),
          count: counts[part],
          active: view.part === part,
        }))}
      />
      <TrayTable
        rows={page.rows}
        part={view.part}
        base={`${base}/obligations`}
        requestId={requestId}
        readOnly={readOnly}
        searched={view.q !== undefined}
      />
      {(page.next || view.after) && (
        <Pager
          {...(view.after ? { previous: href({}) } : {})}
          {...(page.next ? { next: href({ after: page.next }) } : {})}
        />
      )}
      <div className="mt-8">
        <OfficeDemands demands={demands} base={`${base}/demands`} />
      </div>
      <OfficeVisits visits={visits} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<ObligationsKey>(matches, "obligations.tray.page", {}, data?.office.nameFa);
