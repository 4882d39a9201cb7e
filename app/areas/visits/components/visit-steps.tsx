import type { FormResult } from "~/kernel/http.server";
import type { IsoDate } from "~/lib/jalali";
import { PressForm } from "~/ui/form/press-form";
import { SubmitButton } from "~/ui/form/submit-button";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { VisitStep } from "../lifecycle";
import type { VisitsKey } from "../messages";
import type { VisitPage } from "../queries.server";

/** What may be done with a visit now: presses of its own page, and the pages on which something is said. */
export function VisitSteps({
  visit,
  steps,
  here,
  today,
  requestId,
  answer,
}: {
  visit: VisitPage;
  steps: readonly VisitStep[];
  here: string;
  today: IsoDate;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<VisitsKey>();
  const hasCome = visit.plannedOn <= today;
  const may = (step: VisitStep) => steps.includes(step);
  if (steps.length === 0) return null;
  const note = may("announce")
    ? t("visits.announce.note")
    : may("finish")
      ? t("visits.report.finish.note")
      : visit.state === "announced"
        ? t("visits.announced-note")
        : null;
  return (
    <div className="mb-6 rounded-card border border-line-2 bg-sheet p-4 print:hidden">
      <PressForm id="steps" answer={answer} requestId={requestId} revision={visit.revision}>
        {note && <p className="text-second text-ink-2">{note}</p>}
        <div className="flex flex-wrap items-start gap-2 max-sm:*:grow">
          {may("announce") && visit.plannedOn >= today && (
            <SubmitButton name="intent" value="announce" icon="send" mirrorIcon>
              {t("visits.announce")}
            </SubmitButton>
          )}
          {may("settle-made") && hasCome && (
            <SubmitButton
              name="intent"
              value="made"
              icon="check"
              kind={may("announce") && visit.plannedOn >= today ? "secondary" : "primary"}
            >
              {t("visits.made")}
            </SubmitButton>
          )}
          {may("finish") && (
            <SubmitButton name="intent" value="finish" icon="lock">
              {t("visits.report.finish")}
            </SubmitButton>
          )}
          {may("settle-no-show") && hasCome && (
            <LinkButton to={`${here}/miss`} icon="user-x">
              {t("visits.miss")}
            </LinkButton>
          )}
          {may("excuse") && (
            <LinkButton to={`${here}/miss`} icon="pencil">
              {t("visits.excuse")}
            </LinkButton>
          )}
          {may("edit") && (
            <LinkButton to={`${here}/edit`} icon="pencil">
              {t("visits.edit")}
            </LinkButton>
          )}
          {may("move") && visit.state === "announced" && (
            <LinkButton to={`${here}/move`} icon="calendar-days">
              {t("visits.move")}
            </LinkButton>
          )}
          {may("cancel") && (
            <LinkButton to={`${here}/cancel`} kind="quiet" icon="ban">
              {t("visits.cancel")}
            </LinkButton>
          )}
        </div>
      </PressForm>
    </div>
  );
}
