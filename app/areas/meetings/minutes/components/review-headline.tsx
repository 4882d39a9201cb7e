import { Chip } from "~/ui/chip";
import { useT } from "~/ui/i18n";
import type { MinutesKey } from "../minutes-messages";
import type { ReviewPage } from "../review-page.server";
import { attentionOf } from "../review-view";

/** The count check and what was found, over the review. */
export function ReviewHeadline({ page }: { page: ReviewPage }) {
  const t = useT<MinutesKey>();
  const { resolutions, declaredCount } = page;
  const found = resolutions.length;
  if (found === 0 && declaredCount === null)
    return <p className="mb-4 text-section text-ink">{t("minutes.review.none")}</p>;
  const parties = new Set(resolutions.flatMap(({ parties: named }) => named.map((party) => party.name)));
  const items = resolutions.reduce((sum, resolution) => sum + resolution.subItems.length, 0);
  const refs = resolutions.filter((resolution) => resolution.refersTo.length > 0).length;
  const look = attentionOf(resolutions).length + (page.headLooks ? 1 : 0);
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-2 text-second text-ink-2">
      <p className="text-section text-ink">
        {declaredCount === null
          ? t("minutes.review.count-only", { count: found })
          : t("minutes.review.count", { found, declared: declaredCount })}
      </p>
      {declaredCount === null ? (
        <Chip pattern="dashed">{t("minutes.review.undeclared")}</Chip>
      ) : declaredCount === found ? (
        <Chip tone="teal" icon="check">
          {t("minutes.review.agrees")}
        </Chip>
      ) : (
        <Chip tone="brick" icon="triangle-alert">
          {t("minutes.review.differs", { declared: declaredCount, found })}
        </Chip>
      )}
      <span>{t("minutes.review.unified", { count: parties.size })}</span>
      <span>{t("minutes.review.items-refs", { items, refs })}</span>
      {page.warnings.some((warning) => warning.code === "no-deadlines") && (
        <span>{t("minutes.review.no-deadlines")}</span>
      )}
      <span className="ms-auto">
        {look > 0 ? (
          <Chip tone="saffron" icon="circle-alert">
            {t("minutes.review.look", { count: look })}
          </Chip>
        ) : (
          found > 0 && <Chip icon="check">{t("minutes.review.nothing-to-look")}</Chip>
        )}
      </span>
    </div>
  );
}
