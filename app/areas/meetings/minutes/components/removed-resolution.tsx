import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { CONTROL_LOOK } from "~/ui/form/field";
import { useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import type { MinutesKey } from "../minutes-messages";

/** What somebody typed into a resolution that a colleague removed meanwhile: kept, and offered as one to add. */
export function RemovedResolution({
  result,
  requestId,
}: {
  result: SubmissionResult<string[]>;
  requestId: string;
}) {
  const t = useT<MinutesKey>();
  const typed = (name: string) => {
    const value = result.initialValue?.[name];
    return typeof value === "string" ? value : "";
  };
  return (
    <div className="p-4">
      <Notice kind="saffron" live title={t("minutes.review.removed")}>
        <Form method="post" className="mt-2 flex flex-col items-start gap-3">
          <input type="hidden" name="requestId" value={requestId} />
          <input type="hidden" name="number" value={typed("number")} />
          <textarea
            name="text"
            aria-label={t("minutes.review.field.text")}
            defaultValue={typed("text")}
            rows={5}
            className={`${CONTROL_LOOK} py-2 leading-[1.9]`}
          />
          <Button name="do" value="add">
            {t("minutes.review.removed.add")}
          </Button>
        </Form>
      </Notice>
    </div>
  );
}
