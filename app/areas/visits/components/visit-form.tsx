import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { typedJalali, type IsoDate } from "~/lib/jalali";
import { ComboBox } from "~/ui/form/combo-box";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { theirTextsOf } from "~/ui/form/their-texts";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { localDigits } from "~/ui/numbers";
import { typedDays } from "../form-texts";
import type { VisitsKey } from "../messages";
import type { TargetChoice, VisitorChoice } from "../targets.server";

export type VisitFields = Record<
  "visitor" | "target" | "spot" | "purpose" | "plannedOn" | "startsAt" | "endsAt" | "companions",
  string
>;

/**
 * Plans a visit, or plans one anew where `saved` holds what its form has.
 * @param day the day with which a new one begins.
 */
export function VisitForm({
  saved,
  revision,
  day,
  chosen = {},
  targets,
  visitors,
  requestId,
  answer,
  back,
}: {
  saved?: Readonly<Record<string, string>>;
  revision?: number;
  day?: IsoDate;
  /** What an address has chosen already. */
  chosen?: { target?: string | undefined; visitor?: string | undefined };
  targets: readonly TargetChoice[];
  visitors: readonly VisitorChoice[];
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<VisitsKey | UiKey>();
  const { locale } = useLocale();
  const named = (one: { nameFa: string; nameEn: string }) => (locale === "fa" ? one.nameFa : one.nameEn);
  const asTyped = (texts: Readonly<Record<string, string>>) => {
    const days = typedDays(texts, locale);
    return {
      ...days,
      startsAt: localDigits(days.startsAt ?? "", locale),
      endsAt: localDigits(days.endsAt ?? "", locale),
    };
  };
  const [form, fields] = useForm<VisitFields>({
    lastResult: answer?.result,
    defaultValue: saved ? asTyped(saved) : { ...chosen, plannedOn: day ? typedJalali(day, locale) : "" },
  });
  const labels: Record<keyof VisitFields, string> = {
    visitor: t("visits.field.visitor"),
    target: t("visits.field.target"),
    spot: t("visits.field.spot"),
    purpose: t("visits.field.purpose"),
    plannedOn: t("visits.field.planned-on"),
    startsAt: t("visits.field.starts-at"),
    endsAt: t("visits.field.ends-at"),
    companions: t("visits.field.companions"),
  };
  const wordIn = (list: readonly (TargetChoice | VisitorChoice)[]) => (key: string) => {
    const found = list.find((one) => one.key === key);
    return found && named(found);
  };
  const { refusal } = answer ?? {};
  const theirs = theirTextsOf(refusal?.theirs && asTyped(refusal.theirs), labels, {
    words: { visitor: wordIn(visitors), target: wordIn(targets) },
  });
  return (
    <div className="max-w-160">
      <Form
        form={form}
        labels={labels}
        requestId={requestId}
        revision={revision}
        refusal={refusal}
        theirs={theirs}
      >
        <ComboBox
          field={fields.target}
          help={t("visits.field.target.help")}
          options={targets.map((one) => ({
            value: one.key,
            label: named(one),
            group: t(`visits.kind.${one.kind}`),
          }))}
        />
        <TextField field={fields.spot} optional maxLength={160} help={t("visits.field.spot.help")} />
        <ComboBox
          field={fields.visitor}
          options={visitors.map((one) => ({
            value: one.key,
            label: named(one),
            group: t(`visits.visitors.${one.kind}`),
          }))}
        />
        <TextField field={fields.purpose} maxLength={200} />
        <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
          <DateField field={fields.plannedOn} />
          <TextField field={fields.startsAt} optional digits />
          <TextField field={fields.endsAt} optional digits />
        </div>
        <TextArea
          field={fields.companions}
          optional
          rows={3}
          maxLength={1000}
          help={t("visits.field.companions.help")}
        />
        <FormActions>
          <SubmitButton>{t(saved ? "visits.save" : "visits.plan")}</SubmitButton>
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
