import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { useErrorText, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { ProgressBar } from "~/ui/progress-bar";
import type { NetworkKey } from "../../messages";
import type { ImportDetails } from "../../queries.server/imports";
import { ImportFigures, type Figures } from "./figures";

type Stopped = Figures & Pick<ImportDetails, "revision" | "failure" | "hasFile">;

/** A list that stopped: why, how far it is, and the button that lets it go on. */
export function ImportStopped({
  list,
  isStuck,
  requestId,
  answer,
  here,
}: {
  list: Stopped;
  isStuck: boolean;
  requestId: string;
  answer: FormResult | undefined;
  here: string;
}) {
  const t = useT<NetworkKey>();
  const errorText = useErrorText();
  const [form] = useForm({ lastResult: answer?.result });
  const words = t("network.import.progress", { done: list.rowsDone, total: list.rowsTotal });
  const why = () => {
    if (!list.hasFile) return t("network.import.file-gone");
    if (isStuck) return t("network.import.failure.stuck");
    if (list.failure === null || list.failure === "error") return t("network.import.failure.error");
    return errorText(list.failure);
  };
  return (
    <div className="flex max-w-160 flex-col gap-5">
      <Notice kind="brick" title={t("network.import.stopped")}>
        <p>{why()}</p>
      </Notice>
      <div>
        <p className="mb-2 text-item">{words}</p>
        <ProgressBar ratio={list.rowsDone / Math.max(1, list.rowsTotal)} label={words} />
      </div>
      <ImportFigures list={list} />
      {list.hasFile && <p className="text-second text-ink-2">{t("network.import.resume.lead")}</p>}
      <Form form={form} requestId={requestId} revision={list.revision} refusal={answer?.refusal} warn={false}>
        <input type="hidden" name="do" value="resume" />
        <FormActions>
          {list.hasFile && <SubmitButton>{t("network.import.resume")}</SubmitButton>}
          <LinkButton to={here}>{t("network.import.refresh")}</LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
