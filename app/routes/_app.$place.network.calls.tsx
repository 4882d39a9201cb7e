import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRole } from "~/actor.server";
import { CallCard } from "~/areas/network/components/call-card";
import { JustRecorded } from "~/areas/network/components/just-recorded";
import type { NetworkKey } from "~/areas/network/messages";
import { cadenceOf } from "~/areas/network/queries.server/cadence";
import { findContact } from "~/areas/network/queries.server/contacts";
import { listAgreedCalls, listWaiting } from "~/areas/network/queries.server/people";
import { reading } from "~/kernel/http.server";
import { isUuid, uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";

/** Whom to ring next: agreed calls of today, then the longest silent; `after` passes over one person. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const url = new URL(args.request.url).searchParams;
  const recorded = url.get("recorded") ?? "";
  const cursor = url.get("after");
  const { today } = args.context.scope;
  const divisionId = actor.place.id;
  const page = await reading(actor, async (db) => {
    const cadence = await cadenceOf(db, actor.place);
    const agreed = cursor === null ? await listAgreedCalls(db, divisionId, today, 20) : [];
    const skipped = Number(url.get("agreed") ?? "0") || 0;
    const person = agreed[skipped];
    const waiting = await listWaiting(db, { divisionId, cursor }, cadence, today, 1);
    const skip = person ? `agreed=${skipped + 1}` : waiting.next ? `after=${waiting.next}` : null;
    return {
      cadence,
      person: person ?? waiting.rows[0] ?? null,
      skip,
      recorded: isUuid(recorded) ? await findContact(db, divisionId, recorded) : null,
    };
  });
  return { ...page, base: `/${divisionId}/network`, today, requestId: uuidv7() };
}

export default function CallsPage() {
  const { person, cadence, skip, recorded, base, today, requestId } = useLoaderData<typeof loader>();
  const t = useT<NetworkKey>();
  return (
    <>
      <PageHeader back={{ to: base, label: t("network.title") }} title={t("network.calls")} />
      {recorded && <JustRecorded contact={recorded} base={base} />}
      {person ? (
        <CallCard
          key={person.id}
          person={person}
          cadence={cadence}
          today={today}
          requestId={requestId}
          answer={undefined}
          action={`${base}/people/${person.id}/contact?queue`}
          skip={skip ? `${base}/calls?${skip}` : undefined}
        />
      ) : (
        <EmptyState
          title={t("network.calls.done.title")}
          actions={<LinkButton to={base}>{t("network.title")}</LinkButton>}
        >
          {t("network.calls.done.text")}
        </EmptyState>
      )}
    </>
  );
}

export const handle = { ownBottom: true };

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.calls");
