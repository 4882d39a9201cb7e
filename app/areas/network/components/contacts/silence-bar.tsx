import { useT } from "~/ui/i18n";
import { ProgressBar, TICK } from "~/ui/progress-bar";
import { silenceOf, type Cadence } from "../../lifecycle";
import type { NetworkKey } from "../../messages";
import type { PersonRow } from "../../queries.server/people";
import type { IsoDate } from "~/lib/jalali";

/** Silence against the tier's own cadence: a black tick where the cadence ends, saffron only past it. */
export function SilenceBar({
  person,
  cadence,
  today,
}: {
  person: Pick<PersonRow, "fullName" | "quietSince" | "heardOn" | "tier">;
  cadence: Cadence;
  today: IsoDate;
}) {
  const t = useT<NetworkKey>();
  if (person.heardOn === null) return <span className="text-ink-2">{t("network.unheard")}</span>;
  const silence = silenceOf(person.quietSince, person.tier, cadence, today);
  return (
    <span className="meter-line">
      <ProgressBar
        small
        ratio={(silence.days / silence.cadence) * TICK}
        ticked
        tone={silence.isCold ? "saffron" : "quiet"}
        label={t("network.silence.of", {
          name: person.fullName,
          days: silence.days,
          cadence: silence.cadence,
        })}
      />
      <span className={silence.isCold ? "font-semibold text-saffron-ink" : undefined}>
        {t("network.days", { count: silence.days })}
      </span>
    </span>
  );
}
