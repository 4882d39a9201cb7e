import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRole } from "~/actor.server";
import { CallCard } from "~/areas/network/components/contacts/call-card";
import { JustRecorded } from "~/areas/network/components/contacts/just-recorded";
import { NobodyYet } from "~/areas/network/components/people/nobody-yet";
import { hasMembers } from "~/areas/network/queries.server/waiting";
import type { NetworkKey } from "~/areas/network/messages";
import { cadenceOf } from "~/areas/network/queries.server/cadence";
import { findContact } from "~/areas/network/queries.server/contacts";
import { listAgreedCalls, listWaiting } from "~/areas/network/queries.server/people";
import { queueIn } from "~/areas/network/contacts/call-queues";
import { reachOf } from "~/areas/network/queries.server/ways";
import { ownerKeys } from "~/kernel/actor";
import { reading } from "~/kernel/http.server";
import { isUuid, uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { FilterChips } from "~/ui/filter-chips";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";

/**
 * Whom to ring next: agreed calls of today, then the longest silent whose call is not somebody else's; `after` passes
 * over one person. `mine` shows those given to the reader; who has no number is visited, and stands apart (`without`).
 */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const url = new URL(args.request.url).searchParams;
  const recorded = url.get("recorded") ?? "";
  const cursor = url.get("after");
  const queue = queueIn(url);
  const mineOnly = queue === "mine";
  const hasNumber = mineOnly ? undefined : queue !== "without";
  const reader = { keys: ownerKeys(actor), mineOnly };
  const { today } = args.context.scope;
  const divisionId = actor.place.id;
  const page = await reading(actor, async (db) => {
    const cadence = await cadenceOf(db, actor.place);
    const agreed =
      cursor === null && !mineOnly
        ? (await listAgreedCalls(db, divisionId, today, 20)).filter(
            ({ mobile }) => (mobile !== null) === hasNumber,
          )
        : [];
    const skipped = Number(url.get("agreed") ?? "0") || 0;
    const agreedOne = agreed[skipped];
    const waiting = await listWaiting(db, { divisionId, cursor, reader, hasNumber }, cadence, today, 1);
    const person = agreedOne ?? waiting.rows[0] ?? null;
    const skip = agreedOne ? `agreed=${skipped + 1}` : waiting.next ? `after=${waiting.next}` : null;
    const same = queue ? `&${queue}` : "";
    return {
      cadence,
      person,
      isNobodyYet: person === null && !(await hasMembers(db, divisionId)),
      reach: await reachOf(db, divisionId, person?.id),
      skip: skip && `${skip}${same}`,
      recorded: isUuid(recorded) ? await findContact(db, divisionId, recorded) : null,
    };
  });
  return { ...page, queue, base: `/${divisionId}/network`, today, requestId: uuidv7() };
}

const DONE = {
  everybody: "network.calls.done.text",
  mine: "network.calls.mine.done",
  without: "network.calls.without.done",
} as const satisfies Record<string, NetworkKey>;

export default function CallsPage() {
  const { person, isNobodyYet, reach, cadence, skip, recorded, queue, base, today, requestId } =
    useLoaderData<typeof loader>();
  const t = useT<NetworkKey>();
  return (
    <>
      <PageHeader back={{ to: base, label: t("network.title") }} title={t("network.calls")} />
      <FilterChips
        label={t("network.calls.whose")}
        chips={[
          { to: `${base}/calls`, label: t("network.calls.everybody"), active: !queue },
          { to: `${base}/calls?mine`, label: t("network.calls.mine"), active: queue === "mine" },
          { to: `${base}/calls?without`, label: t("network.calls.without"), active: queue === "without" },
        ]}
      />
      {recorded && <JustRecorded contact={recorded} base={base} />}
      {person ? (
        <CallCard
          key={person.id}
          person={person}
          reach={reach}
          cadence={cadence}
          today={today}
          requestId={requestId}
          answer={undefined}
          action={`${base}/people/${person.id}/contact?queue${queue ? `=${queue}` : ""}`}
          skip={skip ? `${base}/calls?${skip}` : undefined}
        />
      ) : isNobodyYet ? (
        <NobodyYet base={base} mayRegister />
      ) : (
        <EmptyState
          title={t("network.calls.done.title")}
          actions={<LinkButton to={base}>{t("network.title")}</LinkButton>}
        >
          {t(DONE[queue ?? "everybody"])}
        </EmptyState>
      )}
    </>
  );
}

export const handle = { ownBottom: true };

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.calls");
