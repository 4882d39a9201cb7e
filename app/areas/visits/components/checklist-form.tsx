import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { theirTextsOf } from "~/ui/form/their-texts";
import { useLocale, useT } from "~/ui/i18n";
import { SegmentedControl } from "~/ui/segmented-control";
import { ANSWERS } from "../choices";
import type { VisitsKey } from "../messages";
import type { AnsweredQuestion } from "../queries.server";

type Fields = {
  summary: string;
  answers: { code: string; answer: string; note: string }[];
};

/** The checklist of a visit, answered by taps, and the summary on top of it. */
export function ChecklistForm({
  questions,
  summary,
  revision,
  requestId,
  answer,
}: {
  questions: readonly AnsweredQuestion[];
  summary: string | null;
  revision: number;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<VisitsKey>();
  const { locale } = useLocale();
  const words = (question: AnsweredQuestion) => (locale === "fa" ? question.fa : question.en);
  const [form, fields] = useForm<Fields>({
    id: "checklist",
    lastResult: answer?.result,
    defaultValue: {
      summary: summary ?? "",
      answers: questions.map((question) => ({
        code: question.code,
        answer: question.answer ?? "",
        note: question.note ?? "",
      })),
    },
  });
  const rows = fields.answers.getFieldList();
  const labels = {
    summary: t("visits.summary"),
    answers: t("visits.checklist"),
    "answers[].answer": t("visits.checklist"),
    "answers[].note": t("visits.answer.note"),
  };
  const { refusal } = answer ?? {};
  const inWords = (text: string) =>
    text
      .split(" · ")
      .map((piece) => {
        const [, code = "", said = "", rest = ""] = /^([^=]+)=([a-z-]+)(.*)$/su.exec(piece) ?? [];
        const question = questions.find((one) => one.code === code);
        const known = ANSWERS.find((one) => one === said);
        return question && known ? `${words(question)}: ${t(`visits.answer.${known}`)}${rest}` : piece;
      })
      .join("\n");
  const theirs = theirTextsOf(refusal?.theirs, labels, { readOnly: ["answers"] }).map((text) =>
    text.name === "answers" ? { ...text, shown: inWords(text.shown ?? "") } : text,
  );
  return (
    <Form
      form={form}
      labels={labels}
      requestId={requestId}
      revision={revision}
      refusal={refusal}
      theirs={theirs}
    >
      {questions.length === 0 && <p className="text-second text-ink-3">{t("visits.checklist.empty")}</p>}
      <ol className="flex flex-col">
        {rows.map((row, index) => {
          const question = questions[index];
          if (!question) return null;
          const { code, answer: said, note } = row.getFieldset();
          return (
            <li key={question.code} className="flex flex-col gap-2 border-b border-line py-3">
              <input type="hidden" name={code.name} value={question.code} />
              <p className="text-body">{words(question)}</p>
              <SegmentedControl
                field={said}
                legend={words(question)}
                segments={ANSWERS.map((value) => ({ value, label: t(`visits.answer.${value}`) }))}
              />
              <details open={Boolean(question.note)} className="text-second">
                <summary className="inline-flex min-h-9 cursor-pointer items-center text-ink-3 max-sm:min-h-11">
                  {t("visits.answer.note")}
                </summary>
                <TextField
                  field={note}
                  label={`${t("visits.answer.note")}: ${words(question)}`}
                  optional
                  maxLength={300}
                />
              </details>
            </li>
          );
        })}
      </ol>
      <TextArea field={fields.summary} optional rows={5} maxLength={4000} />
      <FormActions sticky>
        <SubmitButton name="intent" value="save" icon="check">
          {t("visits.checklist.save")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
