import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { CheckboxGroup, RadioGroup } from "~/ui/form/choice-group";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import type { TargetKind } from "../choices";
import type { VisitsKey } from "../messages";
import { rotaLabel, type RotaPeriod } from "../rota-period";
import type { VisitorChoice } from "../targets.server";

type Fields = Record<"period" | "targetKind" | "count" | "purpose" | "startsAt" | "endsAt", string> & {
  visitors: string[];
};

/** Has a rota proposed: for when, to which kind of places, how many visits, by whom. */
export function RotaForm({
  periods,
  kinds,
  visitors,
  requestId,
  answer,
  back,
}: {
  periods: readonly RotaPeriod[];
  /** The kinds of places that there are, with how many of each. */
  kinds: readonly { kind: TargetKind; count: number }[];
  visitors: readonly VisitorChoice[];
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<VisitsKey | UiKey>();
  const { locale } = useLocale();
  const [first] = kinds;
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: {
      period: periods[1] ?? "",
      targetKind: first?.kind ?? "",
      count: String(Math.min(first?.count ?? 1, 60)),
      visitors: [],
    },
  });
  return (
    <div className="max-w-160">
      <Form
        form={form}
        labels={{
          period: t("visits.rota.period"),
          targetKind: t("visits.rota.to"),
          count: t("visits.rota.count"),
          visitors: t("visits.rota.visitors"),
          purpose: t("visits.field.purpose"),
          startsAt: t("visits.field.starts-at"),
          endsAt: t("visits.field.ends-at"),
        }}
        requestId={requestId}
        refusal={answer?.refusal}
      >
        <Select
          field={fields.period}
          width="medium"
          options={periods.map((period) => ({ value: period, label: rotaLabel(period, locale) }))}
        />
        <RadioGroup
          field={fields.targetKind}
          choices={kinds.map(({ kind, count }) => ({
            value: kind,
            label: t(`visits.kind.${kind}`),
            hint: t("visits.rota.places", { count }),
          }))}
        />
        <TextField field={fields.count} digits width="short" help={t("visits.rota.count.help")} />
        <TextField field={fields.purpose} maxLength={200} />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <TextField field={fields.startsAt} optional digits />
          <TextField field={fields.endsAt} optional digits />
        </div>
        <CheckboxGroup
          field={fields.visitors}
          choices={visitors.map((one) => ({
            value: one.key,
            label: locale === "fa" ? one.nameFa : one.nameEn,
          }))}
        />
        <FormActions>
          <SubmitButton icon="repeat-2">{t("visits.rota.propose")}</SubmitButton>
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
