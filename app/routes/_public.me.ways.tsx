import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { settleWays } from "~/areas/network/commands/settle-ways.server";
import { WaysForm } from "~/areas/network/components/people/ways-form";
import type { NetworkKey } from "~/areas/network/messages";
import { getOwnPage } from "~/areas/network/queries.server/own-page";
import { SettleWays } from "~/areas/network/schema/ways";
import { reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { openOwnDoor, OWN_HEADERS, requireOwnDoor } from "~/member-door.server";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

/** By which ways he may be contacted: his own word, at once. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const door = await openOwnDoor(request, context);
  if (!door) throw redirect("/me");
  const { member, personId, place } = door;
  const { ways, preferredWay, noContact, revision } = await reading(member, (db) =>
    getOwnPage(db, place.id, personId),
  );
  return { ways, preferredWay, noContact, revision, requestId: uuidv7() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { hand, personId } = await requireOwnDoor(request, context);
  return submit(request, SettleWays, async (input) => {
    await settleWays(hand, personId, input);
    return redirect("/me?done=ways");
  });
}

export default function MyWaysPage() {
  const { ways, preferredWay, noContact, revision, requestId } = useLoaderData<typeof loader>();
  const t = useT<NetworkKey>();
  return (
    <>
      <PageHeader back={{ to: "/me", label: t("network.me.title") }} title={t("network.me.ways")} />
      <WaysForm
        ways={ways}
        preferred={preferredWay}
        noContact={noContact}
        revision={revision}
        requestId={requestId}
        answer={useActionData<typeof action>()}
        back="/me"
      />
    </>
  );
}

export const headers = () => OWN_HEADERS;

export const meta: MetaFunction = ({ matches }) => pageTitle<NetworkKey>(matches, "network.me.ways");
