import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { closeRoom, editRoom } from "~/areas/meetings/calling/commands/edit-room.server";
import { RoomForm } from "~/areas/meetings/calling/components/room-form";
import { getRoom } from "~/areas/meetings/calling/rooms.server";
import { CloseRoom, EditRoom } from "~/areas/meetings/calling/schema";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { formOf, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { Button } from "~/ui/button";
import { PressForm } from "~/ui/form/press-form";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

/** One room of the place: changed, or closed. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "provincial-expert", "representative");
  const { today } = args.context.scope;
  const room = await reading(actor, (db) => getRoom(db, actor.place.id, idIn(args.params, "room"), today));
  return { room, list: `/${actor.place.id}/meetings/rooms`, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const roomId = idIn(args.params, "room");
  const list = `/${actor.place.id}/meetings/rooms?saved`;
  const form = await formOf(args.request);
  if (form.get("do") === "close")
    return submit(
      args.request,
      CloseRoom,
      async (input) => {
        await closeRoom(actor, roomId, input);
        return redirect(list);
      },
      form,
    );
  return submit(
    args.request,
    EditRoom,
    async (input) => {
      await editRoom(actor, roomId, input);
      return redirect(list);
    },
    form,
  );
}

export default function RoomPage() {
  const { room, list, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? undefined;
  const isClosing = answer?.result.initialValue?.do === "close";
  const t = useT<MeetingsKey>();
  return (
    <>
      <PageHeader back={{ to: list, label: t("calling.rooms") }} title={room.name} />
      <div className="max-w-160">
        <RoomForm room={room} requestId={requestId} answer={isClosing ? undefined : answer} />
        <div className="mt-8">
          <Section title={t("calling.room.close")}>
            <p className="mb-3 text-second text-ink-2">
              {t("calling.room.close.help")}
              {room.coming > 0 && ` ${t("calling.room.close.coming", { count: room.coming })}`}
            </p>
            <PressForm
              id="close"
              answer={isClosing ? answer : undefined}
              requestId={requestId}
              revision={room.revision}
            >
              <div>
                <Button name="do" value="close" kind="danger-outline" icon="ban">
                  {t("calling.room.close.do")}
                </Button>
              </div>
            </PressForm>
          </Section>
        </div>
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<MeetingsKey>(matches, "calling.rooms", undefined, data?.room.name);
