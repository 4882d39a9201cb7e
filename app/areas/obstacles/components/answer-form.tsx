import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { RadioGroup } from "~/ui/form/choice-group";
import { Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { theirTextsOf, wordOf } from "~/ui/form/their-texts";
import { useT } from "~/ui/i18n";
import { Sheet } from "~/ui/sheet";
import type { ObstaclesKey } from "../messages";
import { ANSWERS } from "../choices";

/** The province's answer: one of four outcomes and its words. */
export function AnswerForm({
  revision,
  requestId,
  answer,
}: {
  revision: number;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<ObstaclesKey>();
  const [form, fields] = useForm<{ answerKind: string; answerText: string }>({
    id: "answer",
    lastResult: answer?.result,
  });
  const labels = { answerKind: t("obstacles.answer.kind"), answerText: t("obstacles.answer.text") };
  const { refusal } = answer ?? {};
  const theirs = theirTextsOf(refusal?.theirs, labels, {
    words: { answerKind: (saved) => wordOf(ANSWERS, saved, (kind) => t(`obstacles.answer.${kind}`)) },
  });
  return (
    <Sheet as="section">
      <Form
        form={form}
        labels={labels}
        requestId={requestId}
        revision={revision}
        refusal={refusal}
        theirs={theirs}
      >
        <input type="hidden" name="intent" value="answer" />
        <RadioGroup
          field={fields.answerKind}
          row
          choices={ANSWERS.map((one) => ({ value: one, label: t(`obstacles.answer.${one}`) }))}
        />
        <TextArea field={fields.answerText} help={t("obstacles.answer.text.help")} rows={5} />
        <span>
          <SubmitButton>{t("obstacles.answer.do")}</SubmitButton>
        </span>
      </Form>
    </Sheet>
  );
}
