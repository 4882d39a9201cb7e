import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { settleWays } from "~/areas/network/commands/settle-ways.server";
import { WaysForm } from "~/areas/network/components/people/ways-form";
import type { NetworkKey } from "~/areas/network/messages";
import { getPerson } from "~/areas/network/queries.server/people";
import { listWays } from "~/areas/network/queries.server/ways";
import { SettleWays } from "~/areas/network/schema/ways";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const personId = idIn(args.params, "personId");
  const here = `/${actor.place.id}/network/people/${personId}`;
  const { person, ways } = await reading(actor, async (db) => ({
    person: await getPerson(db, actor.place.id, personId),
    ways: await listWays(db, actor.place.id, personId),
  }));
  if (person.state === "cancelled") throw redirect(here);
  const { fullName, preferredWay, revision } = person;
  return { fullName, preferredWay, revision, ways, here, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const personId = idIn(args.params, "personId");
  return submit(args.request, SettleWays, async (input) => {
    await settleWays(actor, personId, input);
    return redirect(`/${actor.place.id}/network/people/${personId}`);
  });
}

export default function WaysPage() {
  const { fullName, preferredWay, revision, ways, here, requestId } = useLoaderData<typeof loader>();
  const t = useT<NetworkKey>();
  return (
    <>
      <PageHeader back={{ to: here, label: fullName }} title={t("network.ways")} />
      <WaysForm
        ways={ways}
        preferred={preferredWay}
        revision={revision}
        requestId={requestId}
        answer={useActionData<typeof action>()}
        back={here}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.ways");
