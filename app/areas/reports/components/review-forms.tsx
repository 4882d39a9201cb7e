import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { LinkButton } from "~/ui/link-button";
import { Form } from "~/ui/form/form";
import { RefusedPress } from "~/ui/form/kept-words";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import type { ReportLevel } from "../lifecycle";
import type { UiKey } from "~/ui/messages";
import type { ReportsKey } from "../messages";
import type { ReportHead } from "../queries/report-page.server";
import { answerTo, type Answered } from "./answered";

type Base = { head: ReportHead; requestId: string; answered: Answered };

function Hidden({ head, intent, form }: { head: ReportHead; intent: string; form: string }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="divisionId" value={head.divisionId} />
      <input type="hidden" name="reportId" value={head.id} />
    </>
  );
}

/** The name of the form of a comment on a figure, or on the whole report. */
export const commentForm = (code = "all") => `comment-${code}`;

function CommentFields({
  head,
  indicator,
  requestId,
  answered,
  closeHref,
}: Base & { indicator?: { code: string; name: string }; closeHref?: string }) {
  const t = useT<ReportsKey | UiKey>();
  const id = commentForm(indicator?.code);
  const mine = answerTo(answered, id);
  const [form, fields] = useForm<{ text: string }>({ id, lastResult: mine?.result });
  return (
    <Form
      form={form}
      requestId={requestId}
      refusal={mine?.refusal}
      labels={{
        text: indicator
          ? t("reports.comment.label", { name: indicator.name })
          : t("reports.comment.label.general"),
      }}
    >
      <Hidden head={head} intent="comment" form={id} />
      {indicator && <input type="hidden" name="indicatorCode" value={indicator.code} />}
      <TextArea field={fields.text} rows={2} maxLength={2000} autoFocus={indicator !== undefined} />
      <div className="flex flex-wrap gap-2">
        <Button size="small">{t("reports.comment.save")}</Button>
        {closeHref && (
          <LinkButton to={closeHref} size="small" kind="quiet" keepScroll>
            {t("ui.cancel")}
          </LinkButton>
        )}
      </div>
    </Form>
  );
}

/** A comment on the whole report, which opens where it stands. */
export function CommentForm(props: Base) {
  const t = useT<ReportsKey>();
  return (
    <details open={answerTo(props.answered, commentForm()) !== undefined} className="print:hidden">
      <summary className="min-h-6 text-second text-teal underline decoration-dashed underline-offset-4">
        {t("reports.comment.add")}
      </summary>
      <div className="mt-2">
        <CommentFields {...props} />
      </div>
    </details>
  );
}

/** A comment on one figure, asked for in its row. */
export function FigureCommentForm(
  props: Base & { indicator: { code: string; name: string }; closeHref: string },
) {
  return (
    <div className="print:hidden">
      <CommentFields {...props} />
    </div>
  );
}

/** One press: begin the review, approve, accept. */
function PressForm({
  head,
  intent,
  requestId,
  answered,
}: Base & { intent: "take-up" | "approve" | "accept" }) {
  const t = useT<ReportsKey>();
  const mine = answerTo(answered, intent);
  const [form] = useForm({ id: intent, lastResult: mine?.result });
  return (
    <Form form={form} requestId={requestId} revision={head.revision} refusal={mine?.refusal} warn={false}>
      <Hidden head={head} intent={intent} form={intent} />
      {intent === "take-up" ? (
        <Button wide>{t("reports.review.take-up")}</Button>
      ) : (
        <SubmitButton icon="check" wide>
          {t(`reports.review.${intent}`)}
        </SubmitButton>
      )}
    </Form>
  );
}

function ReturnForm({ head, requestId, answered }: Base) {
  const t = useT<ReportsKey>();
  const mine = answerTo(answered, "return");
  const [form, fields] = useForm<{ reason: string }>({ id: "return", lastResult: mine?.result });
  return (
    <Form
      form={form}
      requestId={requestId}
      revision={head.revision}
      refusal={mine?.refusal}
      labels={{ reason: t("reports.review.return.reason") }}
    >
      <Hidden head={head} intent="return" form="return" />
      <TextArea field={fields.reason} rows={3} maxLength={2000} help={t("reports.review.return.help")} />
      <div>
        <Button icon="corner-up-left" mirrorIcon>
          {t("reports.review.return")}
        </Button>
      </div>
    </Form>
  );
}

export type Allowed = {
  takeUp: boolean;
  decide: boolean;
  /** Records of the sample that he has still to see before he may approve. */
  unseen: number;
  sendBack: boolean;
  isOwn: boolean;
};

/** The next steps of a reviewer; what is not allowed is absent. */
export function ReviewForms({
  head,
  level,
  allowed,
  requestId,
  answered,
}: Base & { level: ReportLevel; allowed: Allowed }) {
  const t = useT<ReportsKey>();
  const base = { head, requestId, answered };
  const decide = level === "county" ? "approve" : "accept";
  const canDecide = allowed.decide && allowed.unseen === 0;
  if (allowed.isOwn) return <Notice kind="ink">{t("reports.review.own")}</Notice>;
  return (
    <div className="flex flex-col gap-5 print:hidden">
      {!canDecide && <RefusedPress answer={answerTo(answered, decide)} />}
      {!allowed.takeUp && <RefusedPress answer={answerTo(answered, "take-up")} />}
      {canDecide && <PressForm {...base} intent={decide} />}
      {allowed.decide && !canDecide && (
        <Button wide lockedReason={t("reports.sample.left", { count: allowed.unseen })}>
          {t("reports.review.approve")}
        </Button>
      )}
      {allowed.takeUp && <PressForm {...base} intent="take-up" />}
      {allowed.sendBack && (
        <Section title={t("reports.review.return")} level={3}>
          <ReturnForm {...base} />
        </Section>
      )}
    </div>
  );
}
