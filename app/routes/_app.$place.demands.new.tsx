import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { recordDemand } from "~/areas/demands/commands/record-demand.server";
import { getCalledMeeting } from "~/areas/meetings/invitations/queries.server";
import { findAsk } from "~/areas/meetings/sign-up/queries.server";
import type { DemandKey } from "~/areas/demands/messages";
import { CHANNELS, FIELDS, KINDS } from "~/areas/demands/choices";
import { RecordDemand } from "~/areas/demands/schema";
import { now } from "~/kernel/clock.server";
import { reading, submit } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { formatMobile, isUuid, uuidv7 } from "~/lib/identifiers";
import { typedJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { RadioGroup } from "~/ui/form/choice-group";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { MobileField } from "~/ui/form/mobile-field";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

/** Where a demand is heard, as an address names it: `from=meeting:ID`, or `from=sign-up:ID` of somebody who put his name down. */
function heardAt(request: Request): { kind: "meeting" | "sign-up"; id: string } | null {
  const [kind, id = ""] = (new URL(request.url).searchParams.get("from") ?? "").split(":");
  return (kind === "meeting" || kind === "sign-up") && isUuid(id) ? { kind, id } : null;
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const { id: place } = actor.place;
  const from = heardAt(args.request);
  const heardIn = from
    ? await reading(actor, async (db) => {
        const ask = from.kind === "sign-up" ? await findAsk(db, place, from.id) : null;
        if (from.kind === "sign-up" && !ask) throw new Refusal("missing", "refusal.missing");
        const meetingId = ask?.meetingId ?? from.id;
        const { title, place: where } = await getCalledMeeting(db, place, meetingId);
        const back = `/${place}/meetings/${meetingId}/${ask ? "sign-up" : "session"}`;
        return { title, where, back, ask };
      })
    : null;
  return { base: `/${place}/demands`, heardIn, requestId: uuidv7(), today: args.context.scope.today };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, RecordDemand, async (input) => {
    const from = heardAt(args.request);
    if (from?.kind === "sign-up") {
      const ask = await reading(actor, (db) => findAsk(db, actor.place.id, from.id));
      if (!ask) throw new Refusal("missing", "refusal.missing");
      const { id } = await recordDemand(actor, input, now(), from.id);
      return redirect(`/${actor.place.id}/meetings/${ask.meetingId}/sign-up#${id}`);
    }
    const { id } = await recordDemand(actor, input);
    if (from) return redirect(`/${actor.place.id}/meetings/${from.id}/session?demand=${id}`);
    return redirect(`/${actor.place.id}/demands/${id}?done=recorded`);
  });
}

type Fields = Record<
  "kind" | "title" | "field" | "locality" | "channel" | "receivedOn" | "fullName" | "mobile" | "words",
  string
>;

export default function NewDemandPage() {
  const { base, heardIn, requestId, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<DemandKey | UiKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: {
      kind: "request",
      channel: heardIn ? "meeting" : "visit",
      receivedOn: typedJalali(today, locale),
      ...(heardIn?.where ? { locality: heardIn.where } : {}),
      ...(heardIn?.ask
        ? {
            fullName: heardIn.ask.fullName,
            mobile: heardIn.ask.mobile ? formatMobile(heardIn.ask.mobile, locale) : "",
            words: heardIn.ask.words,
          }
        : {}),
    },
  });
  const labels: Record<keyof Fields, string> = {
    kind: t("demands.input.kind"),
    title: t("demands.input.title"),
    field: t("demands.input.field"),
    locality: t("demands.input.locality"),
    channel: t("demands.input.channel"),
    receivedOn: t("demands.input.received-on"),
    fullName: t("demands.input.full-name"),
    mobile: t("demands.input.mobile"),
    words: t("demands.input.words"),
  };
  return (
    <>
      <PageHeader
        back={heardIn ? { to: heardIn.back, label: heardIn.title } : { to: base, label: t("demands.title") }}
        title={t("demands.record")}
      />
      <div className="max-w-180">
        <Form form={form} labels={labels} requestId={requestId} refusal={answer?.refusal}>
          <Section title={t("demands.section.demand")}>
            <div className="flex flex-col gap-4">
              <RadioGroup
                field={fields.kind}
                row
                choices={KINDS.map((kind) => ({ value: kind, label: t(`demands.kind.${kind}`) }))}
              />
              <Notice>{t("demands.kind.report.note")}</Notice>
              <TextField field={fields.title} help={t("demands.input.title.help")} />
              <Select
                field={fields.field}
                options={FIELDS.map((field) => ({ value: field, label: t(`demands.field.${field}`) }))}
              />
              <TextField field={fields.locality} optional width="medium" />
              <Select
                field={fields.channel}
                options={CHANNELS.map((channel) => ({
                  value: channel,
                  label: t(`demands.channel.${channel}`),
                }))}
              />
              <DateField field={fields.receivedOn} />
            </div>
          </Section>
          <Section title={t("demands.section.person")} note={t("demands.section.person.note")}>
            <div className="flex flex-col gap-4">
              <TextField field={fields.fullName} help={t("demands.input.full-name.help")} />
              <MobileField field={fields.mobile} optional />
              <TextArea field={fields.words} help={t("demands.input.words.help")} rows={5} />
            </div>
          </Section>
          <FormActions>
            <SubmitButton>{t("demands.record")}</SubmitButton>
            <LinkButton kind="quiet" to={heardIn?.back ?? base}>
              {t("ui.cancel")}
            </LinkButton>
          </FormActions>
        </Form>
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<DemandKey>(matches, "demands.record");
