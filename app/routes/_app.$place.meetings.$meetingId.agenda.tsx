import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form as RemixForm, useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { addAgendaItem } from "~/areas/meetings/calling/commands/add-agenda-item.server";
import { changeAgenda } from "~/areas/meetings/calling/commands/change-agenda.server";
import { listBacklog } from "~/areas/meetings/calling/agenda.server";
import { AgendaList } from "~/areas/meetings/calling/components/agenda-list";
import { ItemForm } from "~/areas/meetings/calling/components/item-form";
import { WaitingItems } from "~/areas/meetings/calling/components/waiting-items";
import { readCallingSection } from "~/areas/meetings/calling/meeting-section.server";
import { AddAgendaItem, ChangeAgenda } from "~/areas/meetings/calling/schema";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { formOf, idFrom, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { Button } from "~/ui/button";
import { useLocale, useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "provincial-expert", "representative");
  const meetingId = idIn(args.params, "meetingId");
  const { section, backlog } = await reading(actor, async (db) => {
    const found = await readCallingSection(db, actor, meetingId);
    const { seriesId } = found.meeting;
    const waits = seriesId !== null && found.may.agenda;
    return { section: found, backlog: waits ? await listBacklog(db, actor.place.id, seriesId) : [] };
  });
  const base = `/${actor.place.id}/meetings/${meetingId}`;
  const { agenda, meeting, may } = section;
  if (!agenda || !(may.agenda || may.carry)) throw redirect(base);
  const filled = new URL(args.request.url).searchParams.get("filled");
  return {
    title: meeting.title,
    place: actor.place.id,
    agenda,
    backlog,
    may,
    filled: filled === null ? null : Number(filled) || 0,
    base,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const meetingId = idIn(args.params, "meetingId");
  const here = `/${actor.place.id}/meetings/${meetingId}/agenda`;
  const form = await formOf(args.request);
  if (form.has("act")) {
    // What no button of the page sends names no item and no act of it.
    if (form.has("itemId")) idFrom(form.get("itemId"));
    return submit(
      args.request,
      ChangeAgenda,
      async (input) => {
        const { filled } = await changeAgenda(actor, meetingId, input);
        return redirect(filled === null ? here : `${here}?filled=${filled}`);
      },
      form,
    );
  }
  return submit(
    args.request,
    AddAgendaItem,
    async (input) => {
      await addAgendaItem(actor, { meetingId }, input);
      return redirect(here);
    },
    form,
  );
}

export default function AgendaPage() {
  const { title, place, agenda, backlog, may, filled, base, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const removed = agenda.items.filter((item) => item.isRemoved);
  const sections = [
    ...new Set([...agenda.template.map((one) => one[locale]), ...agenda.items.map((one) => one.section)]),
  ];
  const isAct = answer?.result.initialValue?.act !== undefined;
  return (
    <>
      <PageHeader
        back={{ to: base, label: title }}
        title={t("calling.agenda")}
        actions={
          <RemixForm method="post">
            <input type="hidden" name="requestId" value={requestId} />
            <Button
              name="act"
              value={may.carry ? "carry" : "fill"}
              icon={may.carry ? "skip-forward" : "list-checks"}
            >
              {t(may.carry ? "calling.agenda.carry" : "calling.agenda.fill")}
            </Button>
          </RemixForm>
        }
      />
      {filled !== null && (
        <div className="mb-4">
          <Notice
            live
            title={
              filled > 0 ? t("calling.agenda.filled", { count: filled }) : t("calling.agenda.filled-none")
            }
          />
        </div>
      )}
      {isAct && answer?.refusal && (
        <div className="mb-4">
          <Notice kind="brick" live title={t(answer.refusal.code as MeetingsKey)} />
        </div>
      )}
      <div className="max-w-220">
        <AgendaList agenda={agenda} place={place} editing={may.agenda ? { requestId } : undefined} />
        {may.agenda && (
          <>
            <WaitingItems
              title={t("calling.agenda.removed")}
              items={removed}
              act="restore"
              word={t("calling.agenda.restore")}
              requestId={requestId}
            />
            <WaitingItems
              title={t("calling.backlog")}
              items={backlog}
              act="take"
              word={t("calling.backlog.take")}
              requestId={requestId}
            />
            <Section title={t("calling.agenda.add")}>
              <ItemForm sections={sections} requestId={requestId} answer={isAct ? undefined : answer} />
            </Section>
          </>
        )}
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "calling.agenda");
