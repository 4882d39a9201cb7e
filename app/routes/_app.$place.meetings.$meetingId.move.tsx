import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { moveMeeting } from "~/areas/meetings/calling/commands/move-meeting.server";
import { MoveForm } from "~/areas/meetings/calling/components/move-form";
import { getCalling } from "~/areas/meetings/calling/planned.server";
import { listRooms } from "~/areas/meetings/calling/rooms.server";
import { MoveMeeting } from "~/areas/meetings/calling/schema";
import { meetingAllows } from "~/areas/meetings/lifecycle";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { isIsoDate } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

/** Another day, other hours or another place for an announced meeting; `day` in the address begins the form. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "provincial-expert", "representative");
  const meetingId = idIn(args.params, "meetingId");
  const own = { lo: actor.place.id, hi: actor.place.id };
  const { meeting, rooms } = await reading(actor, async (db) => ({
    meeting: await getCalling(db, own, meetingId),
    rooms: await listRooms(db, actor.place.id),
  }));
  const here = `/${actor.place.id}/meetings/${meetingId}`;
  if (!meetingAllows(meeting.state, "move")) throw redirect(here);
  const day = new URL(args.request.url).searchParams.get("day") ?? "";
  return {
    meeting,
    rooms,
    day: isIsoDate(day) && day >= args.context.scope.today ? day : meeting.heldOn,
    here,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const meetingId = idIn(args.params, "meetingId");
  return submit(args.request, MoveMeeting, async (input) => {
    await moveMeeting(actor, meetingId, input);
    return redirect(`/${actor.place.id}/meetings/${meetingId}?moved`);
  });
}

export default function MoveMeetingPage() {
  const { meeting, rooms, day, here, requestId } = useLoaderData<typeof loader>();
  const t = useT<MeetingsKey>();
  return (
    <>
      <PageHeader back={{ to: here, label: meeting.title }} title={t("calling.move")} />
      <MoveForm
        meeting={meeting}
        day={day}
        rooms={rooms}
        requestId={requestId}
        answer={useActionData<typeof action>()}
        back={here}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "calling.move");
