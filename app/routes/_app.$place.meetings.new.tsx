import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { recordMeeting } from "~/areas/meetings/held/commands/record-meeting.server";
import { MeetingForm } from "~/areas/meetings/held/components/meeting-form";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { RecordMeeting } from "~/areas/meetings/schema/meeting";
import { submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  return { base: `/${actor.place.id}/meetings`, today: args.context.scope.today, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, RecordMeeting, async (input) => {
    const { id } = await recordMeeting(actor, input);
    return redirect(`/${actor.place.id}/meetings/${id}?saved`);
  });
}

export default function NewMeetingPage() {
  const { base, today, requestId } = useLoaderData<typeof loader>();
  const t = useT<MeetingsKey>();
  return (
    <>
      <PageHeader back={{ to: base, label: t("meetings.title") }} title={t("meetings.new")} />
      <MeetingForm today={today} requestId={requestId} answer={useActionData<typeof action>()} back={base} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "meetings.new");
