import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { addRoom } from "~/areas/meetings/calling/commands/add-room.server";
import { listRooms } from "~/areas/meetings/calling/rooms.server";
import { AddRoom } from "~/areas/meetings/calling/schema";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useT } from "~/ui/i18n";
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
  const [form, fields] = useForm<Record<"name" | "seats" | "address", string>>({
    lastResult: answer?.result,
  });
  const labels = {
    name: t("calling.room.name"),
    seats: t("calling.room.seats"),
    address: t("calling.room.address"),
  };
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
          { key: "name", header: t("calling.room.name"), cell: (room) => <bdi>{room.name}</bdi> },
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
          <Form form={form} labels={labels} requestId={requestId} refusal={answer?.refusal}>
            <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
              <TextField field={fields.name} />
              <TextField field={fields.seats} optional digits />
            </div>
            <TextField field={fields.address} optional />
            <FormActions>
              <SubmitButton>{t("calling.room.add")}</SubmitButton>
            </FormActions>
          </Form>
        </Section>
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "calling.rooms");
