import type { FormResult } from "~/kernel/http.server";
import { PressForm } from "~/ui/form/press-form";
import { SubmitButton } from "~/ui/form/submit-button";
import { useT } from "~/ui/i18n";
import type { MeetingsKey } from "../../messages";

/** Ends a series with one press. */
export function EndSeriesForm({
  revision,
  requestId,
  answer,
}: {
  revision: number;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<MeetingsKey>();
  return (
    <PressForm id="end-series" answer={answer} requestId={requestId} revision={revision}>
      <p className="text-second text-ink-2">{t("calling.series.end.text")}</p>
      <div>
        <SubmitButton name="intent" value="end" kind="danger-outline" icon="circle-slash">
          {t("calling.series.end")}
        </SubmitButton>
      </div>
    </PressForm>
  );
}
