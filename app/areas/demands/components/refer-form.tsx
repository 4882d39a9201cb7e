import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { formatJalali, isIsoDate } from "~/lib/jalali";
import { ComboBox } from "~/ui/form/combo-box";
import { Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { theirTextsOf } from "~/ui/form/their-texts";
import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import type { DemandKey } from "../messages";
import { REFERRAL_DAYS } from "../choices";

/** A transfer keeps the limit and needs its reason. */
const KINDS = ["first", "again", "transfer"] as const;

/** Lays a demand before an office of the county with a limit in working days. */
export function ReferForm({
  revision,
  requestId,
  answer,
  offices,
  kind,
}: {
  revision: number;
  requestId: string;
  answer: FormResult | undefined;
  offices: readonly { id: string; nameFa: string; nameEn: string }[];
  kind: (typeof KINDS)[number];
}) {
  const t = useT<DemandKey>();
  const { locale } = useLocale();
  // What was written for another office is not a reason of transfer, which the citizen reads.
  const written = KINDS.find((one) => one === answer?.result.initialValue?.kind) ?? kind;
  const own = (written === "transfer") === (kind === "transfer") ? answer : undefined;
  const [form, fields] = useForm<Record<"officeId" | "days" | "note", string>>({
    id: `refer-${kind}`,
    lastResult: own?.result,
    defaultValue: { days: localDigits(String(REFERRAL_DAYS), locale) },
  });
  const isTransfer = kind === "transfer";
  const labels = {
    officeId: t("demands.refer.office"),
    ...(isTransfer ? {} : { days: t("demands.refer.days") }),
    note: t(isTransfer ? "demands.transfer.reason" : "demands.refer.note"),
  };
  const theirs = theirTextsOf(
    own?.refusal?.theirs,
    { ...labels, days: t("demands.column.limit") },
    {
      words: {
        officeId: (saved) => {
          const office = offices.find(({ id }) => id === saved);
          return office && (locale === "fa" ? office.nameFa : office.nameEn);
        },
      },
    },
  ).map(({ value = "", ...text }) =>
    isIsoDate(value) ? { ...text, shown: formatJalali(value, locale, "long") } : { ...text, value },
  );
  return (
    <Form
      form={form}
      labels={labels}
      requestId={requestId}
      revision={revision}
      refusal={own?.refusal}
      theirs={theirs}
    >
      <input type="hidden" name="intent" value="refer" />
      <input type="hidden" name="kind" value={kind} />
      <ComboBox
        field={fields.officeId}
        options={offices.map(({ id, nameFa, nameEn }) => ({
          value: id,
          label: locale === "fa" ? nameFa : nameEn,
        }))}
      />
      {isTransfer ? (
        <input type="hidden" name="days" value={REFERRAL_DAYS} />
      ) : (
        <TextField field={fields.days} width="short" digits help={t("demands.refer.days.help")} />
      )}
      <TextArea
        field={fields.note}
        optional={!isTransfer}
        rows={2}
        help={t(isTransfer ? "demands.transfer.help" : "demands.refer.note.help")}
      />
      <span>
        <SubmitButton kind={isTransfer ? "secondary" : "primary"}>
          {t(isTransfer ? "demands.transfer" : kind === "again" ? "demands.refer.again" : "demands.refer")}
        </SubmitButton>
      </span>
    </Form>
  );
}
