import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { addRoom } from "~/areas/meetings/calling/commands/add-room.server";
import { RoomForm } from "~/areas/meetings/calling/components/room-form";
import { listRooms } from "~/areas/meetings/calling/rooms.server";
import { AddRoom } from "~/areas/meetings/calling/schema";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { Num } from "~/ui/num";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";
import { Table } from "~/ui/table";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "provincial-expert", "representative");
  const rooms = await reading(actor, (db) => listRooms(db, actor.place.id));
  return {
    rooms,
    base: `/${actor.place.id}/meetings`,
    isSaved: new URL(args.request.url).searchParams.has("saved"),
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, AddRoom, async (input) => {
    await addRoom(actor, input);
    return redirect(`/${actor.place.id}/meetings/rooms?saved`);
  });
}

export default function RoomsPage() {
  const { rooms, base, isSaved, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<MeetingsKey>();
  return (
    <>
      <PageHeader back={{ to: base, label: t("meetings.title") }} title={t("calling.rooms")} />
      {isSaved && (
        <div className="mb-4">
          <Notice live title={t("calling.saved")} />
        </div>
      )}
      <p className="mb-4 max-w-160 text-second text-ink-2">{t("calling.rooms.text")}</p>
      <Table
        caption={t("calling.rooms")}
        rows={rooms}
        rowKey={(room) => room.id}
        columns={[
          {
            key: "name",
            header: t("calling.room.name"),
            cell: (room) => (
              <Link to={`${base}/rooms/${room.id}`} className="inline-block min-h-6 py-0.5 hover:text-teal">
                <bdi>{room.name}</bdi>
              </Link>
            ),
          },
          {
            key: "seats",
            header: t("calling.room.seats"),
            numeric: true,
            cell: (room) => (room.seats === null ? "–" : <Num value={room.seats} column />),
          },
          { key: "address", header: t("calling.room.address"), cell: (room) => room.address ?? "–" },
        ]}
        empty={<EmptyState title={t("calling.rooms.empty")} />}
      />
      <div className="mt-6 max-w-160 print:hidden">
        <Section title={t("calling.room.add")}>
          <RoomForm requestId={requestId} answer={answer} />
        </Section>
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "calling.rooms");
