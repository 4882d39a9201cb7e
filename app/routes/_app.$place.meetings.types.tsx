import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { addMeetingType } from "~/areas/meetings/calling/commands/add-meeting-type.server";
import { AddMeetingType } from "~/areas/meetings/calling/schema";
import { listMeetingTypes, type MeetingTypeRow } from "~/areas/meetings/calling/types.server";
import { MEETING_KINDS, PARTICIPANTS, QUORUM_KINDS } from "~/areas/meetings/choices";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { may } from "~/kernel/authorize";
import { reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { CheckboxGroup } from "~/ui/form/choice-group";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { listed } from "~/ui/listed";
import { Notice } from "~/ui/notice";
import { Num } from "~/ui/num";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";
import { Table } from "~/ui/table";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const types = await reading(actor, (db) => listMeetingTypes(db, actor.place));
  return {
    types,
    place: actor.place.id,
    base: `/${actor.place.id}/meetings`,
    mayAdd: may(actor, "add", "MeetingType"),
    isSaved: new URL(args.request.url).searchParams.has("saved"),
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, AddMeetingType, async (input) => {
    await addMeetingType(actor, input);
    return redirect(`/${actor.place.id}/meetings/types?saved`);
  });
}

type Fields = {
  fa: string;
  en: string;
  kind: string;
  participants: string[];
  quorumKind: string;
  quorumCount: string;
  minutesLong: string;
  sections: string;
};

export default function MeetingTypesPage() {
  const { types, place, base, mayAdd, isSaved, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: { quorumKind: "none", kind: "other" },
  });
  const labels: Record<keyof Fields, string> = {
    fa: t("calling.type.fa"),
    en: t("calling.type.en"),
    kind: t("calling.type.kind"),
    participants: t("calling.classes"),
    quorumKind: t("calling.quorum"),
    quorumCount: t("calling.type.quorum-count"),
    minutesLong: t("calling.types.minutes"),
    sections: t("calling.types.sections"),
  };
  const quorum = ({ quorumKind, quorumCount }: MeetingTypeRow) =>
    quorumKind === "count"
      ? t("calling.quorum.count", { count: quorumCount ?? 0 })
      : t(`calling.quorum.${quorumKind}`);
  return (
    <>
      <PageHeader back={{ to: base, label: t("meetings.title") }} title={t("calling.types")} />
      {isSaved && (
        <div className="mb-4">
          <Notice live title={t("calling.saved")} />
        </div>
      )}
      <p className="mb-4 max-w-160 text-second text-ink-2">{t("calling.types.text")}</p>
      <Table
        caption={t("calling.types")}
        rows={types}
        rowKey={(type) => type.code}
        columns={[
          { key: "name", header: t("calling.type.fa"), cell: (type) => <bdi>{type[locale]}</bdi> },
          {
            key: "classes",
            header: t("calling.classes"),
            cell: (type) =>
              type.participants.length === 0
                ? "–"
                : listed(
                    type.participants.map((one) => t(`meetings.class.${one}`)),
                    locale,
                  ),
          },
          { key: "quorum", header: t("calling.quorum"), cell: quorum },
          {
            key: "minutes",
            header: t("calling.types.minutes"),
            numeric: true,
            cell: (type) => <Num value={type.minutesLong} column />,
          },
          {
            key: "sections",
            header: t("calling.types.sections"),
            cell: (type) =>
              listed(
                type.agenda.map((one) => one[locale]),
                locale,
              ) || "–",
          },
          {
            key: "from",
            header: t("calling.types.source"),
            noWrap: true,
            cell: ({ divisionId }) =>
              t(
                divisionId === place
                  ? "calling.types.own"
                  : divisionId === 0
                    ? "calling.types.of-nation"
                    : "calling.types.of-above",
              ),
          },
        ]}
      />
      {mayAdd && (
        <div className="mt-6 max-w-160 print:hidden">
          <Section title={t("calling.type.add")}>
            <Form form={form} labels={labels} requestId={requestId} refusal={answer?.refusal}>
              <TextField field={fields.fa} />
              <TextField field={fields.en} optional />
              <Select
                field={fields.kind}
                empty={false}
                options={MEETING_KINDS.map((kind) => ({ value: kind, label: t(`meetings.kind.${kind}`) }))}
              />
              <CheckboxGroup
                field={fields.participants}
                optional
                choices={PARTICIPANTS.map((one) => ({ value: one, label: t(`meetings.class.${one}`) }))}
              />
              <div className="grid items-start gap-4 sm:grid-cols-3">
                <Select
                  field={fields.quorumKind}
                  empty={false}
                  options={QUORUM_KINDS.map((kind) => ({
                    value: kind,
                    label: t(kind === "count" ? "calling.quorum.count.choice" : `calling.quorum.${kind}`),
                  }))}
                />
                <TextField field={fields.quorumCount} optional digits />
                <TextField field={fields.minutesLong} digits />
              </div>
              <TextArea field={fields.sections} optional rows={4} help={t("calling.type.sections.help")} />
              <FormActions>
                <SubmitButton>{t("calling.type.add")}</SubmitButton>
              </FormActions>
            </Form>
          </Section>
        </div>
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "calling.types");
