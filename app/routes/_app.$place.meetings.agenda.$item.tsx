import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { getAgendaItem, listAgenda } from "~/areas/meetings/calling/agenda.server";
import { editAgendaItem } from "~/areas/meetings/calling/commands/edit-agenda-item.server";
import { ItemForm } from "~/areas/meetings/calling/components/item-form";
import { getCalling } from "~/areas/meetings/calling/planned.server";
import { EditAgendaItem } from "~/areas/meetings/calling/schema";
import { isPlanned } from "~/areas/meetings/lifecycle";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "provincial-expert", "representative");
  const itemId = idIn(args.params, "item");
  const { id } = actor.place;
  const { meeting, item, sections } = await reading(actor, async (db) => {
    const found = await getAgendaItem(db, id, itemId);
    return {
      meeting: await getCalling(db, { lo: id, hi: id }, found.meetingId),
      item: found,
      sections: (await listAgenda(db, id, found.meetingId)).map((one) => one.section).filter(Boolean),
    };
  });
  const back = `/${id}/meetings/${meeting.id}/agenda`;
  if (!isPlanned(meeting.state)) throw redirect(`/${id}/meetings/${meeting.id}`);
  return { item, sections: [...new Set(sections)], back, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const itemId = idIn(args.params, "item");
  return submit(args.request, EditAgendaItem, async (input) => {
    const { meetingId } = await editAgendaItem(actor, itemId, input);
    return redirect(`/${actor.place.id}/meetings/${meetingId}/agenda`);
  });
}

export default function AgendaItemPage() {
  const { item, sections, back, requestId } = useLoaderData<typeof loader>();
  const t = useT<MeetingsKey>();
  return (
    <>
      <PageHeader back={{ to: back, label: t("calling.agenda") }} title={t("calling.agenda.edit-item")} />
      <ItemForm
        item={item}
        sections={sections}
        requestId={requestId}
        answer={useActionData<typeof action>()}
        back={back}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "calling.agenda.edit-item");
