import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { CopyLine } from "~/ui/copy-line";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import type { MeetingsKey } from "../../messages";

/** The private address of one's calendar: made, shown once, and closed. */
export function FeedForm({
  requestId,
  answer,
}: {
  requestId: string;
  answer: FormResult | { feed: string | null } | undefined;
}) {
  const t = useT<MeetingsKey>();
  const told = answer && "feed" in answer ? answer : undefined;
  const [form] = useForm({ lastResult: answer && "result" in answer ? answer.result : undefined });
  return (
    <div className="max-w-160">
      <p className="mb-3 text-second text-ink-2">{t("meetings.feed.lead")}</p>
      {told?.feed && (
        <div className="mb-3 flex flex-col gap-2">
          <CopyLine text={told.feed} label={t("meetings.feed.made")} />
          <p className="text-meta text-ink-3">{t("meetings.feed.once")}</p>
        </div>
      )}
      {told?.feed === null && <Notice kind="info" live title={t("meetings.feed.ended")} />}
      <Form form={form} requestId={requestId} warn={false}>
        <FormActions>
          <SubmitButton name="intent" value="make">
            {t("meetings.feed.make")}
          </SubmitButton>
          <SubmitButton kind="quiet" name="intent" value="end">
            {t("meetings.feed.end")}
          </SubmitButton>
        </FormActions>
      </Form>
    </div>
  );
}
