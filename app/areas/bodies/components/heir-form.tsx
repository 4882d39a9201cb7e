import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { ComboBox } from "~/ui/form/combo-box";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { useLocale, useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import type { BodyChoice } from "../directory.server";
import type { BodiesKey } from "../messages";

/** Names who goes on with what waits. */
export function HeirForm({
  heirs,
  waiting,
  requestId,
  answer,
}: {
  heirs: readonly BodyChoice[];
  waiting: number;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<BodiesKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<{ heirId: string }>({ id: "heir", lastResult: answer?.result });
  return (
    <Section title={t("bodies.end.name-heir")}>
      <div className="flex max-w-160 flex-col gap-4">
        {waiting > 0 && (
          <Notice kind="saffron" title={t("bodies.end.waiting", { count: waiting })}>
            {t("bodies.end.waiting.text")}
          </Notice>
        )}
        <Form
          form={form}
          labels={{ heirId: t("bodies.end.heir") }}
          requestId={requestId}
          refusal={answer?.refusal}
        >
          <input type="hidden" name="do" value="heir" />
          <ComboBox
            field={fields.heirId}
            help={t("bodies.end.heir.help")}
            options={heirs.map((heir) => ({
              value: heir.id,
              label: locale === "fa" ? heir.nameFa : heir.nameEn,
            }))}
          />
          <FormActions>
            <SubmitButton icon="check">{t("bodies.end.name-heir")}</SubmitButton>
          </FormActions>
        </Form>
      </div>
    </Section>
  );
}

/** Takes the act back, while its days last. */
export function TakeBackForm({
  until,
  requestId,
  answer,
}: {
  until: string;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<BodiesKey>();
  const [form] = useForm({ id: "take-back", lastResult: answer?.result });
  return (
    <Section title={t("bodies.end.take-back")}>
      <div className="max-w-160">
        <Form form={form} requestId={requestId} refusal={answer?.refusal} warn={false}>
          <input type="hidden" name="do" value="take-back" />
          <p className="text-second text-ink-2">{t("bodies.end.take-back.help", { day: until })}</p>
          <FormActions>
            <SubmitButton kind="secondary" icon="undo-2">
              {t("bodies.end.take-back.do")}
            </SubmitButton>
          </FormActions>
        </Form>
      </div>
    </Section>
  );
}

/** An act whose job failed for good: the button that lets it go on. */
export function StoppedForm({ requestId, answer }: { requestId: string; answer: FormResult | undefined }) {
  const t = useT<BodiesKey>();
  const [form] = useForm({ id: "resume", lastResult: answer?.result });
  return (
    <div className="mb-6 max-w-160">
      <Notice kind="brick" title={t("bodies.end.stopped")}>
        {t("bodies.end.stopped.text")}
      </Notice>
      <Form form={form} requestId={requestId} refusal={answer?.refusal} warn={false}>
        <input type="hidden" name="do" value="resume" />
        <FormActions>
          <SubmitButton kind="secondary">{t("bodies.end.resume")}</SubmitButton>
        </FormActions>
      </Form>
    </div>
  );
}
