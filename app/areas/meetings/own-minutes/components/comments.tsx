import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Avatar } from "~/ui/avatar";
import { Form } from "~/ui/form/form";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { useLocale, useT } from "~/ui/i18n";
import { InstantText } from "~/ui/instant-text";
import { localDigits } from "~/ui/numbers";
import type { MeetingsKey } from "../../messages";
import { LONGEST_COMMENT } from "../choices";
import type { CommentRow } from "../queries.server";

/** What was said of the draft, each with how it was settled, or the form that settles it. */
export function Comments({
  comments,
  mayAnswer,
  requestId,
  answer,
}: {
  comments: readonly CommentRow[];
  mayAnswer: boolean;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  if (comments.length === 0)
    return <p className="text-second text-ink-3">{t("minutes.own.comments.none")}</p>;
  return (
    <ul className="flex flex-col gap-5">
      {comments.map((comment) => (
        <li key={comment.id} className="flex gap-3">
          <Avatar name={comment.saidByName} />
          <div className="min-w-0 flex-1">
            <p className="text-second">
              <strong className="font-semibold">{comment.saidByName}</strong>{" "}
              <span className="text-ink-3">
                <InstantText instant={comment.saidAt} />
                {comment.resolution !== null && (
                  <> · {localDigits(t("minutes.own.comment.on", { number: comment.resolution }), locale)}</>
                )}
              </span>
            </p>
            <p className="text-body whitespace-pre-wrap">
              <bdi>{comment.body}</bdi>
            </p>
            {comment.answer !== null && (
              <div className="mt-2 border-s-4 border-teal-line ps-3">
                <p className="text-meta text-ink-3">
                  {t("minutes.own.answered-by", { name: comment.answeredByName ?? "" })}
                  {comment.answeredAt && (
                    <>
                      {" · "}
                      <InstantText instant={comment.answeredAt} />
                    </>
                  )}
                </p>
                <p className="text-body whitespace-pre-wrap">
                  <bdi>{comment.answer}</bdi>
                </p>
              </div>
            )}
            {comment.answer === null && mayAnswer && (
              <AnswerForm
                commentId={comment.id}
                requestId={requestId}
                answer={answer?.result.initialValue?.commentId === comment.id ? answer : undefined}
              />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function AnswerForm({
  commentId,
  requestId,
  answer,
}: {
  commentId: string;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<MeetingsKey>();
  const [form, fields] = useForm<{ answer: string }>({
    id: `answer-${commentId}`,
    lastResult: answer?.result,
  });
  return (
    <div className="mt-2 max-w-160">
      <Form
        form={form}
        labels={{ answer: t("minutes.own.answer") }}
        requestId={requestId}
        refusal={answer?.refusal}
      >
        <input type="hidden" name="commentId" value={commentId} />
        <TextArea field={fields.answer} rows={2} maxLength={LONGEST_COMMENT} />
        <div>
          <SubmitButton name="do" value="answer" kind="secondary" icon="check">
            {t("minutes.own.answer.do")}
          </SubmitButton>
        </div>
      </Form>
    </div>
  );
}

/** Says something of the draft, of all of it or of one resolution. */
export function CommentForm({
  draftId,
  numbers,
  requestId,
  answer,
}: {
  draftId: string;
  /** Of the resolutions. */
  numbers: readonly number[];
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<{ body: string; resolution: string }>({
    id: "comment",
    lastResult: answer?.result,
  });
  return (
    <div className="mt-6 max-w-160">
      <Form
        form={form}
        labels={{ body: t("minutes.own.comment"), resolution: t("minutes.own.comment.resolution") }}
        requestId={requestId}
        refusal={answer?.refusal}
      >
        <input type="hidden" name="draftId" value={draftId} />
        <TextArea field={fields.body} rows={3} maxLength={LONGEST_COMMENT} />
        {numbers.length > 0 && (
          <Select
            field={fields.resolution}
            optional
            width="medium"
            empty={t("minutes.own.comment.whole")}
            options={numbers.map((number) => ({
              value: String(number),
              label: localDigits(t("minutes.own.comment.on", { number }), locale),
            }))}
          />
        )}
        <div>
          <SubmitButton name="do" value="comment" icon="message-square-text">
            {t("minutes.own.comment.do")}
          </SubmitButton>
        </div>
      </Form>
    </div>
  );
}
