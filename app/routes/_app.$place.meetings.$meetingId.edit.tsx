import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { editMeeting } from "~/areas/meetings/held/commands/edit-meeting.server";
import { MeetingForm } from "~/areas/meetings/held/components/meeting-form";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { getMeeting } from "~/areas/meetings/queries.server/meetings";
import { EditMeeting } from "~/areas/meetings/schema/meeting";
import { may } from "~/kernel/authorize";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const meetingId = idIn(args.params, "meetingId");
  const meeting = await reading(actor, (db) => getMeeting(db, actor.place, meetingId));
  const here = `/${actor.place.id}/meetings/${meetingId}`;
  if (!may(actor, "edit", "Meeting", meeting)) throw redirect(here);
  return { meeting, here, today: args.context.scope.today, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const meetingId = idIn(args.params, "meetingId");
  return submit(args.request, EditMeeting, async (input) => {
    await editMeeting(actor, meetingId, input);
    return redirect(`/${actor.place.id}/meetings/${meetingId}?saved`);
  });
}

export default function EditMeetingPage() {
  const { meeting, here, today, requestId } = useLoaderData<typeof loader>();
  const t = useT<MeetingsKey>();
  return (
    <>
      <PageHeader back={{ to: here, label: meeting.title }} title={t("meetings.edit")} />
      <MeetingForm
        meeting={meeting}
        today={today}
        requestId={requestId}
        answer={useActionData<typeof action>()}
        back={here}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "meetings.edit");
