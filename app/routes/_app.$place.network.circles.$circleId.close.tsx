import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { closeCircle } from "~/areas/network/commands/circles/close-circle.server";
import { reopenCircle } from "~/areas/network/commands/circles/reopen-circle.server";
import { CloseForm, ReopenForm } from "~/areas/network/components/circles/closing-forms";
import type { NetworkKey } from "~/areas/network/messages";
import { getCircle } from "~/areas/network/queries.server/circles";
import { CloseCircle, ReopenCircle } from "~/areas/network/schema/circles";
import { formOf, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { typedJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

/** The end of a circle; of one that is closed, its beginning anew. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const id = idIn(args.params, "circleId");
  const { name, closedOn } = await reading(actor, (db) => getCircle(db, actor.place, id));
  const { today, locale } = args.context.scope;
  return {
    name,
    isClosed: closedOn !== null,
    today: typedJalali(today, locale),
    here: `/${actor.place.id}/network/circles/${id}`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "circleId");
  const form = await formOf(args.request);
  const here = `/${actor.place.id}/network/circles/${id}`;
  if (form.get("intent") === "reopen")
    return submit(
      args.request,
      ReopenCircle,
      async (input) => {
        await reopenCircle(actor, id, input);
        return redirect(here);
      },
      form,
    );
  return submit(
    args.request,
    CloseCircle,
    async (input) => {
      await closeCircle(actor, id, input);
      return redirect(here);
    },
    form,
  );
}

export default function CloseCirclePage() {
  const { name, isClosed, today, here, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey>();
  const props = { requestId, answer, back: here };
  return (
    <>
      <PageHeader
        back={{ to: here, label: name }}
        title={t(isClosed ? "network.circle.reopen" : "network.circle.close")}
      />
      <div className="max-w-160">
        {isClosed ? <ReopenForm {...props} /> : <CloseForm {...props} today={today} />}
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.circle.close");
