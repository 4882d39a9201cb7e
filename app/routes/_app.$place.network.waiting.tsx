import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { TIERS, type Tier } from "~/areas/network/choices";
import { assignCalls } from "~/areas/network/commands/assign-calls.server";
import { WaitingList } from "~/areas/network/components/contacts/waiting-list";
import { WaitingMatrixTable } from "~/areas/network/components/contacts/waiting-matrix";
import { NetworkTabs } from "~/areas/network/components/network-tabs";
import { NobodyYet } from "~/areas/network/components/people/nobody-yet";
import type { NetworkKey } from "~/areas/network/messages";
import { assignmentsOf, listCallers } from "~/areas/network/queries.server/assignments";
import { cadenceOf } from "~/areas/network/queries.server/cadence";
import { listBand } from "~/areas/network/queries.server/people";
import { hasMembers, waitingMatrix } from "~/areas/network/queries.server/waiting";
import { AssignCalls } from "~/areas/network/schema/people";
import { SILENCE_BANDS, type SilenceBand } from "~/areas/network/contacts/silence-bands";
import { may } from "~/kernel/authorize";
import { reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { FilterChips } from "~/ui/filter-chips";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const url = new URL(args.request.url).searchParams;
  const tier = TIERS.find((one) => one === url.get("tier"));
  const band = SILENCE_BANDS.find((one) => one === url.get("band"));
  const cursor = url.get("after");
  const { today } = args.context.scope;
  const divisionId = actor.place.id;
  const page = await reading(actor, async (db) => {
    const cadence = await cadenceOf(db, actor.place);
    const list = await listBand(db, { divisionId, tier, band, cursor }, cadence, today);
    return {
      cadence,
      list,
      isNobodyYet: list.rows.length === 0 && !(await hasMembers(db, divisionId)),
      matrix: await waitingMatrix(db, divisionId, cadence, today),
      callers: await listCallers(db, divisionId, today),
      callerOf: await assignmentsOf(
        db,
        divisionId,
        list.rows.map(({ id }) => id),
      ),
    };
  });
  return {
    ...page,
    tier,
    band,
    today,
    place: divisionId,
    base: `/${divisionId}/network`,
    isLater: cursor !== null,
    assigned: Number(url.get("assigned") ?? "0") || 0,
    takenBack: Number(url.get("taken-back") ?? "0") || 0,
    maySetCadence: may(actor, "set", "Cadence"),
    requestId: uuidv7(),
  };
}

/** Gives the calls of the ticked members to somebody; the list stays where it was. */
export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const shown = new URL(args.request.url).searchParams;
  const search = new URLSearchParams();
  for (const name of ["tier", "band", "after"]) {
    const value = shown.get(name);
    if (value) search.set(name, value);
  }
  return submit(args.request, AssignCalls, async (input) => {
    const { count } = await assignCalls(actor, input);
    search.set(input.to === "nobody" ? "taken-back" : "assigned", String(count));
    return redirect(`/${actor.place.id}/network/waiting?${search}`);
  });
}

export default function WaitingPage() {
  const data = useLoaderData<typeof loader>();
  const { matrix, list, tier, band, base } = data;
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey>();
  const here = `${base}/waiting`;
  const address = (given: { tier?: Tier; band?: SilenceBand; after?: string }) => {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(given)) if (value) search.set(name, value);
    return search.size > 0 ? `${here}?${search}` : here;
  };
  return (
    <>
      <PageHeader
        title={t("network.waiting")}
        actions={
          <>
            <ExportButton place={data.place} list="waiting" narrowed={{ tier, band }} />
            {data.maySetCadence && (
              <LinkButton to={`${base}/cadence`} icon="settings-2">
                {t("network.cadence.set")}
              </LinkButton>
            )}
            <LinkButton to={`${base}/calls`} kind="primary" icon="phone-call">
              {t("network.calls")}
            </LinkButton>
          </>
        }
      />
      <NetworkTabs base={base} current="waiting" keeps />
      <p className="mb-4 max-w-160 text-second text-ink-2">{t("network.waiting.intro")}</p>
      {data.assigned + data.takenBack > 0 && !answer && (
        <div className="mb-4 max-w-160">
          <Notice
            live
            title={
              data.assigned > 0
                ? t("network.assign.done", { count: data.assigned })
                : t("network.assign.taken-back", { count: data.takenBack })
            }
          />
        </div>
      )}
      <WaitingMatrixTable
        matrix={matrix}
        tier={tier}
        band={band}
        to={(one, other) => address({ tier: one, band: other })}
      />
      {(tier !== undefined || band !== undefined) && (
        <FilterChips
          chips={[
            {
              to: here,
              label: [
                tier ? t(`network.tier.${tier}`) : null,
                band ? t(`network.waiting.band.${band}`) : null,
              ]
                .filter(Boolean)
                .join(" · "),
              active: true,
              removable: true,
            },
          ]}
        />
      )}
      <WaitingList
        key={`${tier ?? ""} ${band ?? ""} ${data.assigned + data.takenBack}`}
        people={list.rows}
        callerOf={data.callerOf}
        callers={data.callers}
        cadence={data.cadence}
        today={data.today}
        base={base}
        requestId={data.requestId}
        answer={answer}
        empty={
          data.isNobodyYet ? (
            <NobodyYet base={base} mayRegister />
          ) : (
            <EmptyState
              filtered
              title={t(tier || band ? "network.waiting.none" : "network.calls.done.text")}
            />
          )
        }
      />
      {(list.next || data.isLater) && (
        <Pager
          previous={data.isLater ? address({ tier, band }) : undefined}
          next={list.next ? address({ tier, band, after: list.next }) : undefined}
        />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.waiting");
