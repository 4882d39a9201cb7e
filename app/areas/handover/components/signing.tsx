import { useForm } from "@conform-to/react";
import type { SubmissionResult } from "@conform-to/react";
import { formatJalali, type IsoDate } from "~/lib/jalali";
import { isolateWords } from "~/lib/numbers";
import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { useLocale, useT } from "~/ui/i18n";
import { Section } from "~/ui/section";
import { daysWord } from "../choices";
import type { HandoverKey } from "../messages";
import type { ShownPassing } from "../queries.server";

type Refused = { result: SubmissionResult<string[]> };

/** Who hands over and who receives, with both signatures. */
export function Signatures({ passing }: { passing: ShownPassing }) {
  const t = useT<HandoverKey>();
  const { locale } = useLocale();
  const { handOver } = passing;
  const signedOf = (name: string, day: IsoDate) => ({
    name: isolateWords(name),
    date: isolateWords(formatJalali(day, locale, "long")),
  });
  return (
    <Facts
      facts={[
        { label: t("handover.fact.leaver"), value: <bdi>{passing.leaverName}</bdi> },
        { label: t("handover.fact.last-day"), value: <DateText iso={passing.lastDay} /> },
        {
          label: t("handover.fact.signed"),
          value: handOver
            ? t(
                `handover.fact.signed-by.${handOver.signedAs}`,
                signedOf(handOver.signedByName, handOver.signedOn),
              )
            : t("handover.fact.not-yet"),
        },
        {
          label: t("handover.fact.successor"),
          value: passing.successorName ? <bdi>{passing.successorName}</bdi> : t("handover.fact.nobody"),
        },
        {
          label: t("handover.fact.received"),
          value:
            handOver?.receivedOn && handOver.receivedByName
              ? t("handover.fact.received-by", signedOf(handOver.receivedByName, handOver.receivedOn))
              : t("handover.fact.not-yet"),
        },
        {
          label: t("handover.fact.days"),
          value:
            handOver && handOver.days !== null ? t(daysWord(handOver.days), { count: handOver.days }) : null,
        },
      ]}
    />
  );
}

/** Two lines for the ink of both, on paper alone. */
export function PaperSignatures({ passing }: { passing: ShownPassing }) {
  const t = useT<HandoverKey>();
  return (
    <div className="mt-10 hidden grid-cols-2 gap-10 print:grid">
      {[
        [t("handover.fact.leaver"), passing.leaverName],
        [t("handover.fact.successor"), passing.successorName ?? ""],
      ].map(([label, name]) => (
        <div key={label} className="border-t border-ink pt-2 text-second">
          {label} <bdi>{name}</bdi>
          <span className="block text-ink-3">{t("handover.signature")}</span>
        </div>
      ))}
    </div>
  );
}

/** Signs what is passed on; a note goes along where the signer stands in the place itself. */
export function SignForm({
  answer,
  requestId,
  withNote,
}: {
  answer?: Refused;
  requestId: string;
  withNote: boolean;
}) {
  const t = useT<HandoverKey>();
  const [form, fields] = useForm<{ note: string }>({ lastResult: answer?.result });
  return (
    <Section title={t("handover.sign")}>
      <div className="max-w-160">
        <p className="mb-4 text-second text-ink-2">{t("handover.sign.lead")}</p>
        <Form
          form={form}
          labels={{ note: t("handover.sign.note") }}
          requestId={requestId}
          action="?do=sign"
          warn={withNote}
        >
          {withNote && (
            <TextArea
              field={fields.note}
              optional
              rows={3}
              maxLength={2000}
              help={t("handover.sign.note.help")}
            />
          )}
          <FormActions>
            <SubmitButton>{t("handover.sign")}</SubmitButton>
          </FormActions>
        </Form>
      </div>
    </Section>
  );
}

/** The successor's receipt. */
export function ReceiptForm({
  answer,
  requestId,
  revision,
}: {
  answer?: Refused;
  requestId: string;
  revision: number;
}) {
  const t = useT<HandoverKey>();
  const [form] = useForm({ lastResult: answer?.result });
  return (
    <Section title={t("handover.receive")}>
      <div className="max-w-160">
        <p className="mb-4 text-second text-ink-2">{t("handover.receive.lead")}</p>
        <Form form={form} requestId={requestId} revision={revision} action="?do=receive" warn={false}>
          <FormActions>
            <SubmitButton>{t("handover.receive")}</SubmitButton>
          </FormActions>
        </Form>
      </div>
    </Section>
  );
}
