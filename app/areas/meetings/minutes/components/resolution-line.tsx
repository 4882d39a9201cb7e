import { Chip } from "~/ui/chip";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { localDigits } from "~/ui/numbers";
import type { MinutesKey } from "../minutes-messages";
import type { ShownResolution } from "../review-page.server";
import { originKey } from "../source";
import { Origin } from "./origin";
import { Certainty } from "./certainty";
import { DeadlineChip } from "./deadline-text";
import { PartyChip } from "./party-chip";
import { ResolutionNotes } from "./resolution-notes";

/** A resolution as it stands: what, who, until when, and how sure. */
export function ResolutionLine({ resolution, editHref }: { resolution: ShownResolution; editHref: string }) {
  const t = useT<MinutesKey>();
  const { locale } = useLocale();
  const digits = (numbers: readonly number[]) => localDigits(numbers.join(" · "), locale);
  const { subItems, refersTo, continuationLines } = resolution;
  return (
    <>
      <div className="flex items-start justify-between gap-3">
        <Origin of={originKey(resolution.id, "text")} label={t("minutes.review.field.text")}>
          <p lang="fa" dir="auto" className="line-clamp-3 w-fit min-w-0 text-body">
            {resolution.text}
          </p>
        </Origin>
        <div className="flex shrink-0 flex-col items-end gap-1">
          <Certainty level={resolution.certainty} checked={resolution.checked} />
          <LinkButton
            to={editHref}
            kind="quiet"
            size="small"
            icon="pencil"
            aria-label={t("minutes.review.edit-of", { number: digits([resolution.number]) })}
          >
            {t("minutes.review.edit")}
          </LinkButton>
        </div>
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-1.5">
        {resolution.parties.map((party) => (
          <Origin
            key={party.id}
            of={originKey(resolution.id, `party-${party.id}`)}
            label={t("minutes.review.field.parties")}
          >
            <PartyChip party={party} checked={resolution.checked} />
          </Origin>
        ))}
        {resolution.parties.length === 0 && (
          <Chip tone="saffron" pattern="dashed">
            {t("minutes.review.nobody")}
          </Chip>
        )}
        {subItems.length > 0 && (
          <Chip icon="list-tree">{t("minutes.review.sub-items", { count: subItems.length })}</Chip>
        )}
        {refersTo.length > 0 && (
          <Origin of={originKey(resolution.id, "refersTo")} label={t("minutes.review.field.refers")}>
            <Chip icon="link-2">{t("minutes.review.refers", { numbers: digits(refersTo) })}</Chip>
          </Origin>
        )}
        {continuationLines.length > 0 && (
          <Chip icon="split" pattern="dashed">
            {t("minutes.review.continuation", { lines: digits(continuationLines) })}
          </Chip>
        )}
        <div className="sm:ms-auto">
          <Origin of={originKey(resolution.id, "deadline")} label={t("minutes.review.field.deadline")}>
            <DeadlineChip
              deadline={resolution.deadline}
              due={resolution.due}
              untilNext={resolution.untilNext}
            />
          </Origin>
        </div>
      </div>
      {!resolution.checked && <ResolutionNotes notes={resolution.notes} brief />}
    </>
  );
}
