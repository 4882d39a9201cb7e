import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { RadioGroup } from "~/ui/form/choice-group";
import { Form } from "~/ui/form/form";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { theirTextsOf, wordOf } from "~/ui/form/their-texts";
import { useT } from "~/ui/i18n";
import { ANSWERS } from "../lifecycle";
import type { DemandKey } from "../messages";
import { REFUSAL_REASONS } from "../choices";

type Props = {
  demandId: string;
  revision: number;
  requestId: string;
  answer: FormResult | undefined;
  /** The county enters an answer that came on paper: asks for the letter's number. */
  onPaper?: boolean;
  action?: string;
};

/** An office's answer: done, partly, or refused with a reason, in words that the citizen reads. */
export function AnswerForm({ demandId, revision, requestId, answer, onPaper = false, action }: Props) {
  const t = useT<DemandKey>();
  const [form, fields] = useForm<Record<"answerKind" | "answerText" | "reason" | "letterNumber", string>>({
    id: `answer-${demandId}`,
    lastResult: answer?.result,
  });
  const labels = {
    answerKind: t("demands.answer.kind"),
    answerText: t("demands.answer.text"),
    reason: t("demands.answer.reason"),
    letterNumber: t("demands.answer.letter"),
  };
  return (
    <Form
      form={form}
      labels={labels}
      requestId={requestId}
      revision={revision}
      refusal={answer?.refusal}
      theirs={theirTextsOf(answer?.refusal?.theirs, labels, {
        words: {
          answerKind: (saved) => wordOf(ANSWERS, saved, (kind) => t(`demands.answer.${kind}`)),
          reason: (saved) => wordOf(REFUSAL_REASONS, saved, (reason) => t(`demands.reason.${reason}`)),
        },
      })}
      action={action}
    >
      <input type="hidden" name="intent" value="answer" />
      <RadioGroup
        field={fields.answerKind}
        row
        choices={ANSWERS.map((kind) => ({ value: kind, label: t(`demands.answer.${kind}`) }))}
      />
      <Select
        field={fields.reason}
        optional
        options={REFUSAL_REASONS.map((reason) => ({ value: reason, label: t(`demands.reason.${reason}`) }))}
      />
      <TextArea field={fields.answerText} help={t("demands.answer.text.help")} rows={4} />
      {onPaper && <TextField field={fields.letterNumber} width="medium" letterNumber />}
      <span>
        <SubmitButton>{t(onPaper ? "demands.answer" : "demands.office.send")}</SubmitButton>
      </span>
    </Form>
  );
}
