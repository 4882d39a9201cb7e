import { useT } from "~/ui/i18n";
import type { ReportsKey } from "../messages";
import type { Narrative } from "../queries/report-page.server";

/** A narrative as it was sent, or why there is none. */
export function NarrativeText({ narrative }: { narrative: Narrative }) {
  const t = useT<ReportsKey>();
  if (narrative.text)
    return (
      <p className="text-body leading-[1.9] whitespace-pre-wrap">
        <bdi>{narrative.text}</bdi>
      </p>
    );
  return (
    <p className="text-second text-ink-3">
      {narrative.blankReason
        ? t("reports.narrative.reason", { reason: narrative.blankReason })
        : t("reports.narrative.nothing")}
    </p>
  );
}
