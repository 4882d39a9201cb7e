import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor, requireRole } from "~/actor.server";
import { acceptJoinRequest } from "~/areas/network/commands/accept-join-request.server";
import { declineJoinRequest } from "~/areas/network/commands/decline-join-request.server";
import { joinRequestToPerson } from "~/areas/network/commands/join-request-to-person.server";
import { AcceptForm, DeclineForm, JoinToPersonForm } from "~/areas/network/components/join/decide";
import { RequestFacts } from "~/areas/network/components/join/request-facts";
import { AcceptJoinRequest, DeclineJoinRequest } from "~/areas/network/schema/join";
import type { NetworkKey } from "~/areas/network/messages";
import { cadenceOf } from "~/areas/network/queries.server/cadence";
import { getJoinRequest } from "~/areas/network/queries.server/joining";
import { formOf, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { RefusedPress } from "~/ui/form/kept-words";
import { Columns } from "~/ui/columns";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";
import { Sheet } from "~/ui/sheet";

/** One request to join: what it says, and the county's decision. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const id = idIn(args.params, "request");
  const page = await reading(actor, async (db) => ({
    request: await getJoinRequest(db, actor.place.id, id),
    cadence: await cadenceOf(db, actor.place),
  }));
  return { ...page, base: `/${actor.place.id}/network`, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "request");
  const form = await formOf(args.request);
  const base = `/${actor.place.id}/network`;
  const { request } = args;
  switch (String(form.get("intent"))) {
    case "decline":
      return submit(
        request,
        DeclineJoinRequest,
        async (input) => {
          await declineJoinRequest(actor, id, input);
          return redirect(`${base}/joining?done=declined`);
        },
        form,
      );
    case "join":
      return submit(
        request,
        z.object({}),
        async () => {
          const { personId } = await joinRequestToPerson(actor, id);
          return redirect(`${base}/people/${personId}?added`);
        },
        form,
      );
    default:
      return submit(
        request,
        AcceptJoinRequest,
        async (input) => {
          const { personId } = await acceptJoinRequest(actor, id, input);
          return redirect(`${base}/people/${personId}?registered`);
        },
        form,
      );
  }
}

export default function JoinRequestPage() {
  const { request, cadence, base, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey>();
  const said = answer?.result.initialValue?.intent;
  const answerOf = (intent: string) =>
    said === intent || (intent === "accept" && said !== "decline" && said !== "join") ? answer : undefined;
  return (
    <>
      <PageHeader
        back={{ to: `${base}/joining`, label: t("network.join.waiting") }}
        title={request.fullName ?? t("network.join.request")}
        meta={request.formName ?? t("network.join.link.unnamed")}
      />
      <RefusedPress answer={request.state === "waiting" ? undefined : answer} />
      <Columns
        side={
          <Sheet as="section">
            <h2 className="mb-3 text-item">{t("network.join.request.said")}</h2>
            <RequestFacts request={request} base={base} />
          </Sheet>
        }
      >
        {request.state === "waiting" && (
          <>
            {request.holder ? (
              <JoinToPersonForm
                requestId={requestId}
                answer={answerOf("join")}
                holder={request.holder}
                base={base}
              />
            ) : (
              <AcceptForm requestId={requestId} answer={answerOf("accept")} cadence={cadence} />
            )}
            <DeclineForm requestId={requestId} answer={answerOf("decline")} />
          </>
        )}
      </Columns>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.join.request");
