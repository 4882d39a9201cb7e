import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { localDigits } from "~/ui/numbers";
import type { MeetingsKey } from "../../messages";
import type { AgendaItem } from "../agenda.server";

type Fields = Record<"title" | "section" | "minutes" | "presenter" | "note", string>;

/** Adds an item to an agenda or a backlog, or changes one when `item` is given. */
export function ItemForm({
  item,
  sections,
  requestId,
  answer,
  back,
}: {
  item?: AgendaItem;
  sections: readonly string[];
  requestId: string;
  answer: FormResult | undefined;
  back?: string;
}) {
  const t = useT<MeetingsKey | UiKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: item && {
      title: item.title,
      section: item.section,
      minutes: item.minutes === null ? "" : localDigits(String(item.minutes), locale),
      presenter: item.presenter ?? "",
      note: item.note ?? "",
    },
  });
  const labels: Record<keyof Fields, string> = {
    title: t("calling.agenda.item"),
    section: t("calling.agenda.section"),
    minutes: t("calling.agenda.item-minutes"),
    presenter: t("calling.agenda.presenter"),
    note: t("calling.agenda.note"),
  };
  return (
    <div className="max-w-180">
      <Form
        form={form}
        labels={labels}
        requestId={requestId}
        revision={item?.revision}
        refusal={answer?.refusal}
      >
        <TextField field={fields.title} />
        <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,2fr)_minmax(0,1fr)]">
          <TextField field={fields.section} optional suggestions={sections} />
          <TextField field={fields.presenter} optional />
          <TextField field={fields.minutes} optional digits />
        </div>
        <TextArea field={fields.note} optional rows={2} />
        <FormActions>
          <SubmitButton kind={item ? "primary" : "secondary"} icon={item ? undefined : "plus"}>
            {t(item ? "calling.agenda.save-item" : "calling.agenda.add")}
          </SubmitButton>
          {back && (
            <LinkButton kind="quiet" to={back}>
              {t("ui.cancel")}
            </LinkButton>
          )}
        </FormActions>
      </Form>
    </div>
  );
}
