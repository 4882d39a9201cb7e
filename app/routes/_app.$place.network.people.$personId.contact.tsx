import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { recordContact } from "~/areas/network/commands/record-contact.server";
import { CallCard } from "~/areas/network/components/contacts/call-card";
import { queueBehind } from "~/areas/network/contacts/call-queues";
import { isReachable } from "~/areas/network/lifecycle";
import type { NetworkKey } from "~/areas/network/messages";
import { cadenceOf } from "~/areas/network/queries.server/cadence";
import { listWays } from "~/areas/network/queries.server/ways";
import { getPerson } from "~/areas/network/queries.server/people";
import { RecordContact } from "~/areas/network/schema/people";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const personId = idIn(args.params, "personId");
  const page = await reading(actor, async (db) => ({
    person: await getPerson(db, actor.place.id, personId),
    ways: await listWays(db, actor.place.id, personId),
    cadence: await cadenceOf(db, actor.place),
  }));
  if (!isReachable(page.person.state)) throw redirect(`/${actor.place.id}/network/people/${personId}`);
  const queue = queueBehind(args.request);
  return {
    ...page,
    queue,
    base: `/${actor.place.id}/network`,
    today: args.context.scope.today,
    requestId: uuidv7(),
  };
}

/** Records the contact; from the queue (`?queue`, `?queue=mine`, `?queue=without`) the next person follows. */
export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const personId = idIn(args.params, "personId");
  const queue = queueBehind(args.request);
  return submit(args.request, RecordContact, async (input) => {
    const { id } = await recordContact(actor, personId, input);
    const base = `/${actor.place.id}/network`;
    const next = queue === null ? `${base}/people/${personId}` : `${base}/calls`;
    return redirect(`${next}?recorded=${id}${queue ? `&${queue}` : ""}`);
  });
}

export default function ContactPage() {
  const { person, ways, cadence, base, today, requestId, queue } = useLoaderData<typeof loader>();
  const t = useT<NetworkKey>();
  const here = `${base}/people/${person.id}`;
  return (
    <>
      <PageHeader
        back={
          queue !== null
            ? { to: `${base}/calls${queue ? `?${queue}` : ""}`, label: t("network.calls") }
            : { to: here, label: t("network.person.page") }
        }
        title={t("network.contact.new")}
      />
      <CallCard
        person={person}
        reach={{ ways, preferred: person.preferredWay }}
        cadence={cadence}
        today={today}
        requestId={requestId}
        answer={useActionData<typeof action>()}
        action={`${here}/contact${queue === null ? "" : `?queue=${queue}`}`}
      />
    </>
  );
}

export const handle = { ownBottom: true };

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.contact.new");
