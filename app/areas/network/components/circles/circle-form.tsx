import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { theirTextsOf, wordOf } from "~/ui/form/their-texts";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import type { Offered } from "../../../catalogues/queries.server";
import { FIELDS } from "../../choices";
import type { NetworkKey } from "../../messages";
import type { CircleRow } from "../../queries.server/circles";

type Fields = { name: string; topic: string; place: string; field: string; formedOn: string };

/** Forms a circle, or changes the words of one when `circle` is given. */
export function CircleForm({
  circle,
  offered,
  today,
  requestId,
  answer,
  back,
}: {
  circle?: CircleRow;
  /** What the catalogues of the place offer; other words are taken as well. */
  offered: Record<"topic" | "locality", readonly Offered[]>;
  /** Today as the date field writes it. */
  today: string;
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<NetworkKey | UiKey>();
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: circle
      ? { name: circle.name, topic: circle.topic, place: circle.place ?? "", field: circle.field ?? "" }
      : { formedOn: today },
  });
  const labels = {
    name: t("network.circle.name"),
    topic: t("network.circle.topic"),
    place: t("network.circle.place"),
    field: t("network.field"),
    formedOn: t("network.circle.formed-on"),
  };
  const { refusal } = answer ?? {};
  const theirs = theirTextsOf(refusal?.theirs, labels, {
    words: { field: (saved) => wordOf(FIELDS, saved, (field) => t(`network.field.${field}`)) },
  });
  return (
    <div className="max-w-160">
      <Form
        form={form}
        labels={labels}
        requestId={requestId}
        revision={circle?.revision}
        refusal={refusal}
        theirs={theirs}
      >
        <TextField field={fields.name} autoFocus={!circle} />
        <TextField field={fields.topic} suggestions={offered.topic.map(({ fa }) => fa)} />
        <TextField field={fields.place} optional suggestions={offered.locality.map(({ fa }) => fa)} />
        <Select
          field={fields.field}
          optional
          width="medium"
          help={t("network.field.help")}
          empty={t("network.field.none")}
          options={FIELDS.map((one) => ({ value: one, label: t(`network.field.${one}`) }))}
        />
        {!circle && <DateField field={fields.formedOn} />}
        <FormActions>
          <SubmitButton>{t(circle ? "network.person.save-changes" : "network.circle.save")}</SubmitButton>
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
