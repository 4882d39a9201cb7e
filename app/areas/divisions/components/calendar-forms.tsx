import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { WEEKDAY_NAMES } from "~/lib/jalali";
import { CheckboxGroup } from "~/ui/form/choice-group";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { DivisionsKey } from "../messages";

type Common = { requestId: string; answer: FormResult | undefined };

/** Declares days on which offices of the place are closed. */
export function ClosureForm({ requestId, answer }: Common) {
  const t = useT<DivisionsKey>();
  const [form, fields] = useForm<Record<"from" | "to" | "nameFa" | "nameEn", string>>({
    id: "closure",
    lastResult: answer?.result,
  });
  return (
    <Form
      form={form}
      requestId={requestId}
      refusal={answer?.refusal}
      labels={{
        from: t("divisions.calendar.declare.from"),
        to: t("divisions.calendar.declare.to"),
        nameFa: t("divisions.calendar.declare.name"),
        nameEn: t("divisions.calendar.declare.name-en"),
      }}
    >
      <input type="hidden" name="intent" value="declare" />
      <DateField field={fields.from} />
      <DateField field={fields.to} optional help={t("divisions.calendar.declare.to.help")} />
      <TextField
        field={fields.nameFa}
        width="medium"
        maxLength={80}
        help={t("divisions.calendar.declare.name.help")}
      />
      <TextField field={fields.nameEn} optional width="medium" maxLength={80} />
      <FormActions>
        <SubmitButton>{t("divisions.calendar.declare.do")}</SubmitButton>
      </FormActions>
    </Form>
  );
}

/** Says on which weekdays offices of the place are closed from a day on. */
export function WeekendForm({
  requestId,
  answer,
  weekdays,
  above,
}: Common & {
  /** Closed here today. */
  weekdays: readonly number[];
  /** Closed by the levels above, whatever is said here. */
  above: readonly number[];
}) {
  const t = useT<DivisionsKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<{ weekdays: string[]; from: string }>({
    id: "weekend",
    lastResult: answer?.result,
    defaultValue: { weekdays: weekdays.map(String) },
  });
  return (
    <Form
      form={form}
      requestId={requestId}
      refusal={answer?.refusal}
      labels={{
        weekdays: t("divisions.calendar.change.weekdays"),
        from: t("divisions.calendar.change.from"),
      }}
    >
      <input type="hidden" name="intent" value="weekend" />
      <CheckboxGroup
        field={fields.weekdays}
        row
        help={t("divisions.calendar.change.weekdays.help")}
        choices={WEEKDAY_NAMES[locale].flatMap((label, index) =>
          above.includes(index) ? [] : [{ value: String(index), label }],
        )}
      />
      <DateField field={fields.from} />
      <FormActions>
        <SubmitButton kind="secondary">{t("divisions.calendar.change.do")}</SubmitButton>
      </FormActions>
    </Form>
  );
}

/** Settles the day of an estimated holiday. */
export function SettleForm({
  requestId,
  answer,
  id,
  day,
  closeHref,
}: Common & { id: string; day: string; closeHref: string }) {
  const t = useT<DivisionsKey>();
  const [form, fields] = useForm<{ day: string }>({
    id: "settle",
    lastResult: answer?.result,
    defaultValue: { day },
  });
  return (
    <Form
      form={form}
      requestId={requestId}
      refusal={answer?.refusal}
      labels={{ day: t("divisions.calendar.settle.day") }}
    >
      <input type="hidden" name="intent" value="settle" />
      <input type="hidden" name="holiday" value={id} />
      <DateField field={fields.day} />
      <FormActions>
        <SubmitButton>{t("divisions.calendar.settle")}</SubmitButton>
        <LinkButton to={closeHref} kind="quiet">
          {t("divisions.calendar.cancel")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
