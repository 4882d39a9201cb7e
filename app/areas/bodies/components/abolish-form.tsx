import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Checkbox } from "~/ui/form/checkbox";
import { RadioGroup } from "~/ui/form/choice-group";
import { ComboBox } from "~/ui/form/combo-box";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { Section } from "~/ui/section";
import { LINKS } from "../abolition/what-moves";
import type { BodyChoice } from "../directory.server";
import type { BodiesKey } from "../messages";

type Fields = Record<"heirId" | "endedOn" | "orderNumber" | "reason" | "links" | "withoutHeir", string>;

/** Who goes on with what a body or an office has, from which day and by which order. */
export function AbolishForm({
  heirs,
  owes,
  day,
  revision,
  requestId,
  answer,
  back,
}: {
  heirs: readonly BodyChoice[];
  /** Whether something would be left without anybody. */
  owes: boolean;
  /** The day that stands in the form at first, as it is typed. */
  day: string;
  revision: number;
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<BodiesKey | UiKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: { endedOn: day, links: "move" },
  });
  const labels = {
    heirId: t("bodies.end.heir"),
    endedOn: t("bodies.end.on"),
    orderNumber: t("bodies.end.order"),
    reason: t("bodies.end.reason"),
    links: t("bodies.end.links"),
    withoutHeir: t("bodies.end.heir.none"),
  };
  return (
    <Section title={t("bodies.end.form")}>
      <div className="max-w-160">
        <Form form={form} labels={labels} requestId={requestId} revision={revision} refusal={answer?.refusal}>
          <ComboBox
            field={fields.heirId}
            optional
            help={t("bodies.end.heir.help")}
            options={heirs.map((heir) => ({
              value: heir.id,
              label: locale === "fa" ? heir.nameFa : heir.nameEn,
            }))}
          />
          {owes && <Checkbox field={fields.withoutHeir} />}
          <DateField field={fields.endedOn} />
          <TextField field={fields.orderNumber} optional letterNumber width="medium" />
          <TextArea field={fields.reason} rows={2} />
          <RadioGroup
            field={fields.links}
            row
            help={t("bodies.end.links.help")}
            choices={LINKS.map((links) => ({ value: links, label: t(`bodies.end.links.${links}`) }))}
          />
          <FormActions>
            <SubmitButton icon="ban">{t("bodies.end.do")}</SubmitButton>
            <LinkButton kind="quiet" to={back}>
              {t("ui.cancel")}
            </LinkButton>
          </FormActions>
        </Form>
      </div>
    </Section>
  );
}
