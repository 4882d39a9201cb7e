import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { getMessage } from "~/areas/notifications/centre.server";
import { sendAgain } from "~/areas/notifications/commands/send-again.server";
import { MessageRecord } from "~/areas/notifications/components/message-record";
import { SendAgainForm } from "~/areas/notifications/components/send-again-form";
import { mayResend } from "~/areas/notifications/lifecycle";
import type { NotificationKey } from "~/areas/notifications/messages";
import { SendAgain } from "~/areas/notifications/schema";
import { authorize, may } from "~/kernel/authorize";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { MessageStateChip } from "~/areas/notifications/components/message-table";

/** One message: its words, what became of it, and how it is mended. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const message = await reading(actor, (db) => {
    authorize(actor, "read", "Message");
    return getMessage(db, actor.place.id, idIn(args.params, "message"));
  });
  return {
    message,
    place: actor.place.id,
    requestId: uuidv7(),
    mayMend: may(actor, "mend", "Message") && mayResend(message.state),
    isAgain: new URL(args.request.url).searchParams.has("again"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "message");
  return submit(args.request, SendAgain, async (input) => {
    await sendAgain(actor, id, input);
    return redirect(`/${actor.place.id}/messages/${id}?again`);
  });
}

export default function MessagePage() {
  const { message, place, requestId, mayMend, isAgain } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NotificationKey>();
  return (
    <>
      <PageHeader
        back={{ to: `/${place}/messages`, label: t("notifications.centre") }}
        title={t("notifications.message.title")}
        meta={<MessageStateChip state={message.state} />}
      />
      {isAgain && (
        <div className="mb-4">
          <Notice live title={t("notifications.message.sent-again")} />
        </div>
      )}
      <MessageRecord message={message}>
        {mayMend && <SendAgainForm message={message} requestId={requestId} answer={answer} />}
      </MessageRecord>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NotificationKey>(matches, "notifications.message.title");
