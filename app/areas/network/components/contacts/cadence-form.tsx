import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { localDigits } from "~/ui/numbers";
import { TIERS, type Tier } from "../../choices";
import type { Cadence } from "../../lifecycle";
import type { NetworkKey } from "../../messages";

type Fields = Record<`${Tier}Days`, string>;

/** A place's own cadence per tier; an empty field follows the level above. */
export function CadenceForm({
  own,
  above,
  revision,
  requestId,
  answer,
  back,
}: {
  own: Record<Tier, number | null>;
  above: Cadence;
  revision: number;
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<NetworkKey | UiKey>();
  const { locale } = useLocale();
  const typed = (days: number | null) => (days === null ? "" : localDigits(String(days), locale));
  const refusal = answer?.refusal;
  const theirs =
    refusal?.theirs &&
    Object.fromEntries(
      Object.entries(refusal.theirs).map(([name, days]) => [name, localDigits(days, locale)]),
    );
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: { coreDays: typed(own.core), activeDays: typed(own.active), wideDays: typed(own.wide) },
  });
  const labels = {
    coreDays: t("network.cadence.core"),
    activeDays: t("network.cadence.active"),
    wideDays: t("network.cadence.wide"),
  };
  return (
    <div className="max-w-160">
      <Form
        form={form}
        labels={labels}
        requestId={requestId}
        revision={revision}
        refusal={refusal && { ...refusal, ...(theirs && { theirs }) }}
      >
        {TIERS.map((tier) => (
          <TextField
            key={tier}
            field={fields[`${tier}Days`]}
            optional
            digits
            width="short"
            help={t("network.cadence.else", { days: above[tier] })}
          />
        ))}
        <FormActions>
          <SubmitButton>{t("network.cadence.save")}</SubmitButton>
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
