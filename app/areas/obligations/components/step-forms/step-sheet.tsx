import type { SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import { formatJalali, isIsoDate } from "~/lib/jalali";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import type { TheirText } from "~/ui/form/their-texts";
import type { FormFace, Labels, RefusalFace } from "~/ui/form/form-context";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Sheet } from "~/ui/sheet";
import { STATES, type Act } from "../../lifecycle";
import type { ObligationsKey } from "../../messages";

export type StepAnswer = { result: SubmissionResult<string[]>; refusal?: RefusalFace };

export type Common = {
  requestId: string;
  revision: number;
  closeHref: string;
  answer?: StepAnswer | undefined;
};

/** What stands now, in words, for whoever filled his form from an earlier state; no field of his takes it. */
function useTheirs(answer: StepAnswer | undefined): readonly TheirText[] {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const { state, dueOn, note } = answer?.refusal?.theirs ?? {};
  const known = STATES.find((one) => one === state);
  const told = {
    state: known && t(`obligations.state.${known}`),
    presentDue: dueOn && isIsoDate(dueOn) && formatJalali(dueOn, locale, "long"),
    lastWord: note,
  };
  const labels = {
    state: t("obligations.column.state"),
    presentDue: t("obligations.form.present-due"),
    lastWord: t("obligations.form.last-word"),
  };
  return (["state", "presentDue", "lastWord"] as const).flatMap((name) =>
    told[name] ? [{ name, label: labels[name], shown: told[name] }] : [],
  );
}

/** A step's form on its sheet: what every step sends, and its two buttons. */
export function StepSheet({
  act,
  form,
  labels,
  files = false,
  requestId,
  revision,
  closeHref,
  answer,
  children,
}: Common & { act: Act; form: FormFace; labels: Labels; files?: boolean; children: ReactNode }) {
  const t = useT<ObligationsKey>();
  return (
    <Sheet chosen>
      <Form
        form={form}
        requestId={requestId}
        revision={revision}
        refusal={answer?.refusal}
        theirs={useTheirs(answer)}
        files={files}
        labels={labels}
      >
        <input type="hidden" name="do" value={act} />
        {children}
        <FormActions>
          <SubmitButton>
            {t(act === "pass-on" ? "obligations.pass-on.submit" : `obligations.act.${act}`)}
          </SubmitButton>
          <LinkButton to={closeHref} kind="quiet">
            {t("obligations.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </Sheet>
  );
}
