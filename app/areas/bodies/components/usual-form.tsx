import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { CheckboxGroup } from "~/ui/form/choice-group";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import type { BodyKind } from "../choices";
import type { BodyChoice } from "../directory.server";
import type { BodiesKey } from "../messages";

/** The bodies that a place of this level usually has and this one has not, all ticked. */
export function UsualForm({
  missing,
  requestId,
  answer,
  back,
}: {
  missing: readonly (BodyChoice & { kind: BodyKind })[];
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<BodiesKey | UiKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<{ bodyIds: string[] }>({
    lastResult: answer?.result,
    defaultValue: { bodyIds: missing.map(({ id }) => id) },
  });
  return (
    <div className="max-w-160">
      <Form
        form={form}
        labels={{ bodyIds: t("bodies.usual.which") }}
        requestId={requestId}
        refusal={answer?.refusal}
        warn={false}
      >
        <CheckboxGroup
          field={fields.bodyIds}
          help={t("bodies.usual.which.help")}
          choices={missing.map(({ id, nameFa, nameEn, kind }) => ({
            value: id,
            label: locale === "fa" ? nameFa : nameEn,
            hint: t(`bodies.kind.${kind}`),
          }))}
        />
        <FormActions>
          <SubmitButton icon="plus">{t("bodies.usual.open")}</SubmitButton>
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
