import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import type { WorkingCalendar } from "~/lib/working-calendar";
import { ComboBox } from "~/ui/form/combo-box";
import { DateField } from "~/ui/form/date-field";
import { FieldError } from "~/ui/form/field";
import { Form } from "~/ui/form/form";
import { GrowingRows } from "~/ui/form/growing-rows";
import { FormActions } from "~/ui/form/form-actions";
import type { Option } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { MOST_ADDRESSED, type RecordKind } from "../choices";
import type { ObligationsKey } from "../messages";
import { DeadlinePicker } from "./deadline-picker";

/** Rows of addressees that stand ready. */
const ROWS = 4;

type Values = Record<
  | "title"
  | "text"
  | "theirNumber"
  | "theirOn"
  | "kind"
  | "dueOn"
  | "count"
  | "unit"
  | "cadence"
  | "receiver"
  | "reason",
  string
> & { to: string[] };

/** A decision typed directly: whose number and date came first, what was decided, who owes it by when. */
export function DecisionForm({
  title,
  text = "",
  from,
  addressees,
  calendar,
  requestId,
  answer,
  back,
}: {
  /** Proposed title, of the record it comes from. */
  title: string;
  /** Proposed words, where the record has some. */
  text?: string;
  from: { kind: RecordKind; id: string } | null;
  addressees: readonly Option[];
  calendar: WorkingCalendar;
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<ObligationsKey>();
  const [form, fields] = useForm<Values>({
    id: "decision",
    lastResult: answer?.result,
    defaultValue: { title, text, unit: "working", to: Array.from({ length: ROWS }, () => "") },
  });
  return (
    <Form
      form={form}
      requestId={requestId}
      refusal={answer?.refusal}
      labels={{
        title: t("obligations.decision.title"),
        theirNumber: t("obligations.decision.their-number"),
        theirOn: t("obligations.decision.their-on"),
        text: t("obligations.decision.text"),
        to: t("obligations.decision.to"),
        "to[]": t("obligations.decision.to.field"),
        kind: t("obligations.deadline"),
        dueOn: t("obligations.decision.due"),
        count: t("obligations.decision.count"),
        unit: t("obligations.decision.unit"),
        cadence: t("obligations.decision.cadence"),
        receiver: t("obligations.decision.receiver"),
        reason: t("obligations.decision.reason"),
      }}
    >
      {from && (
        <>
          <input type="hidden" name="fromKind" value={from.kind} />
          <input type="hidden" name="fromId" value={from.id} />
        </>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField field={fields.theirNumber} optional letterNumber maxLength={100} />
        <DateField field={fields.theirOn} optional />
      </div>
      <TextField field={fields.title} maxLength={200} help={t("obligations.decision.title.help")} />
      <TextArea field={fields.text} rows={5} maxLength={20_000} />
      <fieldset
        id={fields.to.id}
        aria-describedby={fields.to.errors ? fields.to.errorId : undefined}
        className="flex flex-col gap-2"
      >
        <legend className="mb-1.5 text-second font-[550]">{t("obligations.decision.to")}</legend>
        <FieldError field={fields.to} />
        <GrowingRows field={fields.to} most={MOST_ADDRESSED} add={t("obligations.decision.to.more")}>
          {(field, index) => <ComboBox field={field} optional={index > 0} options={addressees} />}
        </GrowingRows>
      </fieldset>
      <DeadlinePicker fields={fields} calendar={calendar} />
      <FormActions>
        <SubmitButton icon="send" mirrorIcon>
          {t("obligations.decision.issue")}
        </SubmitButton>
        <LinkButton to={back} kind="quiet">
          {t("obligations.decision.cancel")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
