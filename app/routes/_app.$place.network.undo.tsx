import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { undoContact } from "~/areas/network/commands/undo-contact.server";
import { UndoContact } from "~/areas/network/schema/people";
import { submit } from "~/kernel/http.server";
import { useErrorText } from "~/ui/i18n";
import { Notice } from "~/ui/notice";

/** Nothing to see here: the way back of a contact just recorded is a POST. */
export function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  return redirect(`/${actor.place.id}/network`);
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, UndoContact, async ({ contactId }) => {
    const { personId } = await undoContact(actor, contactId);
    return redirect(`/${actor.place.id}/network/people/${personId}?undone`);
  });
}

export default function UndoRefused() {
  const errorText = useErrorText();
  const code = useActionData<typeof action>()?.refusal?.code;
  return <Notice kind="brick" live title={code ? errorText(code) : undefined} />;
}
