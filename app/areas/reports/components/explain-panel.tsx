import { formatJalali, timeIn, todayIn } from "~/lib/jalali";
import { periodLabel } from "~/lib/period";
import { Facts } from "~/ui/facts";
import { Icon } from "~/ui/icon";
import { IconButton } from "~/ui/icon-button";
import { useLocale, useNow, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { listed } from "~/ui/listed";
import { Num } from "~/ui/num";
import { localDigits } from "~/ui/numbers";
import { Sheet } from "~/ui/sheet";
import type { Locale } from "~/lib/jalali";
import type { ReportsKey } from "../messages";
import type { BoardView } from "../queries/board-page.server";
import { figureWords } from "./figure-text";
import { TargetText } from "./target-text";

/** The moment that a board's figures stand for, in words. */
export function asOfWords(asOf: Date | null, now: Date, locale: Locale): string {
  const moment = asOf ?? now;
  return listed([formatJalali(todayIn(moment), locale), localDigits(timeIn(moment), locale)], locale);
}

function Sum({ label, value }: { label: string; value: number }) {
  return (
    <div className="flex justify-between gap-4 py-1.5 text-second">
      <span>{label}</span>
      <strong className="figures">
        <Num value={value} />
      </strong>
    </div>
  );
}

/** Where the headline comes from: both parts of it, the definition, the quarter, what is left out, as of when. */
export function ExplainPanel({
  board,
  closeHref,
  openHref,
  definitionHref,
}: {
  board: BoardView;
  closeHref: string;
  /** The indicator's page in the catalogue. */
  definitionHref: string;
  openHref: string | null;
}) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const now = useNow();
  const { indicator, total, counts } = board;
  const duty = /^a(\d+)\./.exec(indicator.code)?.[1];
  const { headline, both } = total;
  const value = headline ? figureWords(headline.figure, locale) : t("reports.board.no-figure");
  const suffix = headline?.standing === "provisional" ? (".provisional" as const) : ("" as const);
  return (
    <Sheet as="section" chosen>
      <div className="mb-2 flex items-start justify-between gap-2">
        <h2 className="text-section text-teal-deep">{t("reports.board.explain.title", { value })}</h2>
        <IconButton label={t("reports.receipt.close")} icon="x" to={closeHref} />
      </div>
      {headline && (
        <div className="mb-4 divide-y divide-ink border-b border-line-2 pb-1">
          {headline.figure.denominator === null ? (
            <Sum label={t(`reports.board.explain.sum${suffix}`)} value={headline.figure.numerator} />
          ) : (
            <>
              <Sum label={t(`reports.board.explain.numerator${suffix}`)} value={headline.figure.numerator} />
              <Sum
                label={t(`reports.board.explain.denominator${suffix}`)}
                value={headline.figure.denominator}
              />
            </>
          )}
        </div>
      )}
      <Facts
        facts={[
          {
            label: t("reports.board.explain.formula"),
            value: locale === "fa" ? indicator.formulaFa : indicator.formulaEn,
          },
          {
            label: t("reports.definitions.target"),
            value: indicator.target === null ? null : <TargetText of={indicator} />,
          },
          {
            label: t("reports.definitions.minimum"),
            value: indicator.minimumCount > 0 ? <Num value={indicator.minimumCount} /> : null,
          },
          {
            label: t("reports.definitions.owner"),
            value: locale === "fa" ? indicator.ownerFa : indicator.ownerEn,
          },
          { label: t("reports.board.explain.period"), value: periodLabel(board.period, locale) },
          {
            label: t("reports.board.explain.from"),
            value:
              counts.provisional > 0 && headline?.standing === "approved" && both
                ? t("reports.board.explain.from.value", {
                    approved: counts.approved,
                    provisional: counts.provisional,
                    both: figureWords(both, locale),
                  })
                : t("reports.board.explain.from.approved", { approved: counts.approved }),
          },
          {
            label: t("reports.board.explain.left-out"),
            value: t("reports.board.explain.left-out.value", counts),
          },
          { label: t("reports.board.explain.as-of"), value: asOfWords(board.asOf, now, locale) },
          {
            label: t("reports.board.indicator"),
            value: (
              <Link to={definitionHref} className="text-teal hover:underline">
                {t("reports.board.explain.catalogue", {
                  code: duty ? t("reports.duty", { number: localDigits(duty, locale) }) : indicator.code,
                  version: indicator.version,
                })}
              </Link>
            ),
          },
        ]}
      />
      {openHref && (
        <div className="mt-4">
          <LinkButton to={openHref} kind="primary">
            {t("reports.board.explain.open")}
          </LinkButton>
        </div>
      )}
      <p className="mt-3 flex items-start gap-2 text-meta text-ink-3">
        <Icon of="lock" size={15} className="mt-0.5" />
        <span>
          {t("reports.board.explain.privacy")}
          {board.isOfPeople && ` ${t("reports.board.explain.memberships")}`}
        </span>
      </p>
    </Sheet>
  );
}
