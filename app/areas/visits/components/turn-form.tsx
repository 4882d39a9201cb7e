import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { ComboBox } from "~/ui/form/combo-box";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { theirTextsOf } from "~/ui/form/their-texts";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { typedDays } from "../form-texts";
import type { VisitsKey } from "../messages";
import type { TurnRow } from "../rota-queries.server";
import type { TargetChoice, VisitorChoice } from "../targets.server";

/** Another day, place or official for a turn of a draft. */
export function TurnForm({
  turn,
  targets,
  visitors,
  requestId,
  answer,
  back,
}: {
  turn: TurnRow;
  targets: readonly TargetChoice[];
  visitors: readonly VisitorChoice[];
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<VisitsKey | UiKey>();
  const { locale } = useLocale();
  const named = (one: { nameFa: string; nameEn: string }) => (locale === "fa" ? one.nameFa : one.nameEn);
  const [form, fields] = useForm<Record<"onDay" | "target" | "visitor", string>>({
    id: "turn",
    lastResult: answer?.result,
    defaultValue: typedDays({ onDay: turn.onDay, target: turn.target, visitor: turn.visitor }, locale),
  });
  const labels = {
    onDay: t("visits.field.planned-on"),
    target: t("visits.field.target"),
    visitor: t("visits.field.visitor"),
  };
  const { refusal } = answer ?? {};
  const wordIn = (list: readonly (TargetChoice | VisitorChoice)[]) => (key: string) => {
    const found = list.find((one) => one.key === key);
    return found && named(found);
  };
  return (
    <Form
      form={form}
      labels={labels}
      requestId={requestId}
      revision={turn.revision}
      refusal={refusal}
      theirs={theirTextsOf(refusal?.theirs && typedDays(refusal.theirs, locale), labels, {
        words: { target: wordIn(targets), visitor: wordIn(visitors) },
      })}
    >
      <DateField field={fields.onDay} />
      <ComboBox
        field={fields.target}
        options={targets.map((one) => ({
          value: one.key,
          label: named(one),
          group: t(`visits.kind.${one.kind}`),
        }))}
      />
      <ComboBox
        field={fields.visitor}
        options={visitors.map((one) => ({
          value: one.key,
          label: named(one),
          group: t(`visits.visitors.${one.kind}`),
        }))}
      />
      <FormActions>
        <SubmitButton>{t("visits.save")}</SubmitButton>
        <LinkButton kind="quiet" to={back}>
          {t("ui.cancel")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
