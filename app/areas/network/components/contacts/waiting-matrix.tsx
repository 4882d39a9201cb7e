import { classNames } from "~/ui/class-names";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Num } from "~/ui/num";
import { TIERS, type Tier } from "../../choices";
import type { NetworkKey } from "../../messages";
import type { WaitingMatrix } from "../../queries.server/waiting";
import { SILENCE_BANDS, type SilenceBand } from "../../contacts/silence-bands";
import { TierMark } from "../people/tier";

/** Members by tier and silence; every cell with somebody in it opens its list. */
export function WaitingMatrixTable({
  matrix,
  to,
  tier: shownTier,
  band: shownBand,
}: {
  matrix: WaitingMatrix;
  to: (tier: Tier, band: SilenceBand) => string;
  tier?: Tier;
  band?: SilenceBand;
}) {
  const t = useT<NetworkKey>();
  return (
    <table className="mb-5 w-full max-w-160 border-collapse overflow-hidden rounded-card border border-line-2 bg-sheet text-cell">
      <caption className="sr-only">{t("network.waiting")}</caption>
      <thead>
        <tr className="border-b border-line-2 text-meta text-ink-3">
          <th scope="col" className="px-3 py-2 text-start font-medium">
            {t("network.waiting.tier")}
          </th>
          {SILENCE_BANDS.map((band) => (
            <th key={band} scope="col" className="px-2 py-2 text-center align-bottom font-medium">
              {t(`network.waiting.band.${band}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {TIERS.map((tier) => (
          <tr key={tier} className="border-b border-line last:border-b-0">
            <th scope="row" className="px-3 py-1 text-start font-normal">
              <TierMark tier={tier} />
            </th>
            {SILENCE_BANDS.map((band) => {
              const count = matrix[tier][band];
              const isShown = tier === shownTier && band === shownBand;
              return (
                <td key={band} className="p-1 text-center">
                  {count === 0 ? (
                    <span className="text-ink-3">
                      <Num value={0} />
                    </span>
                  ) : (
                    <Link
                      to={to(tier, band)}
                      keepScroll
                      aria-current={isShown ? "true" : undefined}
                      aria-label={t("network.waiting.cell", {
                        tier: t(`network.tier.${tier}`),
                        band: t(`network.waiting.band.${band}`),
                        count,
                      })}
                      className={classNames(
                        "flex min-h-11 items-center justify-center rounded-field border font-semibold hover:border-edge",
                        isShown ? "border-teal-line bg-teal-tint text-teal-deep" : "border-transparent",
                        !isShown && band !== "within" && "bg-saffron-tint text-saffron-ink",
                      )}
                    >
                      <Num value={count} />
                    </Link>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
