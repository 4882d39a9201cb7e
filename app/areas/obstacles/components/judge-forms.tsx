import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { useT } from "~/ui/i18n";
import { Sheet } from "~/ui/sheet";
import type { ObstaclesKey } from "../messages";

/** The county's two words on an answer: it is gone, or the answer does not hold and why. */
export function JudgeForms({
  revision,
  requestId,
  answer,
}: {
  revision: number;
  requestId: string;
  answer: (FormResult & { intent?: string }) | undefined;
}) {
  const t = useT<ObstaclesKey>();
  const [verify, verifyFields] = useForm<{ note: string }>({
    id: "verify",
    lastResult: answer?.intent === "verify" ? answer.result : undefined,
  });
  const [contest, contestFields] = useForm<{ reason: string }>({
    id: "contest",
    lastResult: answer?.intent === "contest" ? answer.result : undefined,
  });
  return (
    <Sheet as="section">
      <h2 className="text-section">{t("obstacles.judge")}</h2>
      <p className="mt-1 mb-4 text-second text-ink-2">{t("obstacles.judge.help")}</p>
      <div className="grid gap-6 sm:grid-cols-2">
        <Form
          form={verify}
          labels={{ note: t("obstacles.verify.note") }}
          requestId={requestId}
          revision={revision}
        >
          <input type="hidden" name="intent" value="verify" />
          <TextArea field={verifyFields.note} optional rows={3} />
          <span>
            <SubmitButton name="press" value="verify">
              {t("obstacles.verify")}
            </SubmitButton>
          </span>
        </Form>
        <Form
          form={contest}
          labels={{ reason: t("obstacles.contest.reason") }}
          requestId={requestId}
          revision={revision}
        >
          <input type="hidden" name="intent" value="contest" />
          <TextArea field={contestFields.reason} help={t("obstacles.contest.help")} rows={3} />
          <span>
            <SubmitButton kind="danger-outline" name="press" value="contest">
              {t("obstacles.contest")}
            </SubmitButton>
          </span>
        </Form>
      </div>
    </Sheet>
  );
}
