import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Checkbox } from "~/ui/form/checkbox";
import { CheckboxGroup } from "~/ui/form/choice-group";
import { DecoyField } from "~/ui/form/decoy-field";
import { Form } from "~/ui/form/form";
import { MobileField } from "~/ui/form/mobile-field";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import type { Offered } from "../../../catalogues/queries.server";
import type { NetworkKey } from "../../messages";
import { WAYS } from "../../people/ways";

type Fields = {
  fullName: string;
  mobile: string;
  locality: string;
  capacities: string[];
  preferredWay: string;
  consent: string;
  website: string;
};

/** What somebody without an account writes of himself to join, thumb by thumb. */
export function JoinForm({
  capacities,
  requestId,
  answer,
}: {
  /** What the catalogues of the county offer to bring along. */
  capacities: readonly Offered[];
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<Fields>({ lastResult: answer?.result });
  return (
    <Form
      form={form}
      labels={{
        fullName: t("network.join.form.full-name"),
        mobile: t("network.join.form.mobile"),
        locality: t("network.join.form.locality"),
        capacities: t("network.join.form.capacities"),
        preferredWay: t("network.join.form.preferred"),
        consent: t("network.join.form.consent"),
      }}
      requestId={requestId}
      refusal={answer?.refusal}
      warn={false}
    >
      <TextField field={fields.fullName} autoComplete="name" />
      <MobileField field={fields.mobile} />
      <TextField field={fields.locality} optional />
      <CheckboxGroup
        field={fields.capacities}
        optional
        choices={capacities.map((one) => ({ value: one.code, label: one[locale] }))}
      />
      <Select
        field={fields.preferredWay}
        optional
        empty={t("network.join.form.no-preference")}
        options={WAYS.map((way) => ({ value: way, label: t(`network.way.${way}`) }))}
      />
      <Checkbox field={fields.consent} help={t("network.join.form.consent.help")} />
      <DecoyField field={fields.website} />
      <SubmitButton wide size="touch">
        {t("network.join.form.send")}
      </SubmitButton>
    </Form>
  );
}
