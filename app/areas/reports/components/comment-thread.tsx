import { useForm } from "@conform-to/react";
import { Avatar } from "~/ui/avatar";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form/form";
import { TextArea } from "~/ui/form/text-area";
import { useT } from "~/ui/i18n";
import { InstantText } from "~/ui/instant-text";
import type { ReportsKey } from "../messages";
import type { Comment } from "../queries/report-page.server";
import { answerTo, type Answered } from "./answered";

const replyId = (comment: Comment) => `reply-${comment.id}`;

function ReplyForm({
  comment,
  reportId,
  requestId,
  answered,
}: {
  comment: Comment;
  reportId: string;
  requestId: string;
  answered: Answered;
}) {
  const t = useT<ReportsKey>();
  const id = replyId(comment);
  const mine = answerTo(answered, id);
  const [form, fields] = useForm<{ text: string }>({
    id,
    lastResult: mine?.result,
    defaultValue: { text: comment.replyText ?? "" },
  });
  return (
    <Form
      form={form}
      requestId={requestId}
      revision={comment.replyRevision}
      refusal={mine?.refusal}
      labels={{ text: t("reports.comment.reply.label") }}
    >
      <input type="hidden" name="intent" value="reply" />
      <input type="hidden" name="form" value={id} />
      <input type="hidden" name="reportId" value={reportId} />
      <input type="hidden" name="commentId" value={comment.id} />
      <TextArea field={fields.text} rows={2} maxLength={2000} />
      <div>
        <Button size="small">{t("reports.comment.reply.save")}</Button>
      </div>
    </Form>
  );
}

/** What the level above said of a figure, and what its place answered. */
export function CommentThread({
  comments,
  change,
  reply,
}: {
  comments: readonly Comment[];
  /** The visible change of the figure, beside the answer. */
  change?: string;
  reply?: { reportId: string; requestId: string; answered: Answered };
}) {
  const t = useT<ReportsKey>();
  return (
    <ul className="flex flex-col gap-4">
      {comments.map((comment) => (
        <li key={comment.id} className="flex gap-3">
          <Avatar name={comment.byName} />
          <div className="min-w-0 flex-1">
            <p className="text-second">
              <strong className="font-semibold">{comment.byName}</strong>{" "}
              <span className="text-ink-3">
                <InstantText instant={comment.at} />
              </span>
            </p>
            <p className="text-body whitespace-pre-wrap">
              <bdi>{comment.text}</bdi>
            </p>
            {comment.replyText && (
              <div className="mt-2 border-s-2 border-teal-line ps-3">
                <p className="text-second">
                  <strong className="font-semibold">
                    {reply ? t("reports.comment.reply.yours") : t("reports.comment.reply")}
                  </strong>{" "}
                  <span className="text-ink-3">
                    {comment.replyByName} {comment.repliedAt && <InstantText instant={comment.repliedAt} />}
                  </span>
                </p>
                <p className="text-body whitespace-pre-wrap">
                  <bdi>{comment.replyText}</bdi> {change && <span className="text-ink-3">{change}</span>}
                </p>
              </div>
            )}
            {reply && (
              <details
                className="mt-2 print:hidden"
                open={!comment.replyText || answerTo(reply.answered, replyId(comment)) !== undefined}
              >
                <summary className="min-h-6 text-meta text-teal underline decoration-dashed underline-offset-4">
                  {t("reports.comment.reply.label")}
                </summary>
                <div className="mt-2">
                  <ReplyForm comment={comment} {...reply} />
                </div>
              </details>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
