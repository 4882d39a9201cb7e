import { formatMobile } from "~/lib/identifiers";
import { Chip } from "~/ui/chip";
import { Code } from "~/ui/code";
import { DateText } from "~/ui/date-text";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { listed } from "~/ui/listed";
import type { NetworkKey } from "../../messages";
import type { PersonWay } from "../../queries.server/ways";
import type { Way } from "../../people/ways";

/** How somebody may be reached, what he agreed to and what he asks not to have. */
export function Ways({
  ways,
  preferred,
  edit,
}: {
  ways: readonly PersonWay[];
  preferred: Way | null;
  /** Address of the form, for whoever may fill it. */
  edit: string | undefined;
}) {
  const t = useT<NetworkKey>();
  return (
    <section className="mt-5 border-t border-line pt-4">
      <h2 className="mb-3 text-item">{t("network.ways")}</h2>
      {preferred && (
        <p className="mb-2 text-second">
          {t("network.ways.prefers", { way: t(`network.way.${preferred}`) })}
        </p>
      )}
      {ways.length === 0 ? (
        <p className="text-second text-ink-3">{t("network.ways.none")}</p>
      ) : (
        <ul className="flex flex-col gap-2 text-second">
          {ways.map((one) => (
            <li key={one.way} className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span>
                {one.way === "phone" && one.handle
                  ? t("network.ways.further-number")
                  : t(`network.way.${one.way}`)}
              </span>
              {one.handle && <Code>{one.way === "phone" ? formatMobile(one.handle, "en") : one.handle}</Code>}
              {one.standing !== "open" && (
                <Chip icon={one.isBarred ? "ban" : "check"} tone={one.isBarred ? "brick" : "teal"}>
                  {t(`network.standing.${one.standing}`)}
                </Chip>
              )}
              {one.since && (
                <span className="text-meta text-ink-3">
                  <DateText iso={one.since} style="day-month" />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {edit && (
        <p className="mt-3">
          <LinkButton to={edit} size="small">
            {t("network.ways.edit")}
          </LinkButton>
        </p>
      )}
    </section>
  );
}

/** What somebody who rings him has to know of it; nothing where nothing is known. */
export function WaySummary({ ways, preferred }: { ways: readonly PersonWay[]; preferred: Way | null }) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const barred = ways.filter(({ isBarred }) => isBarred);
  if (barred.length === 0 && !preferred) return null;
  return (
    <p className="mt-2 flex flex-wrap gap-2">
      {barred.length > 0 && (
        <Chip icon="ban" tone="brick">
          {t("network.ways.barred", {
            ways: listed(
              barred.map(({ way }) => t(`network.way.${way}`)),
              locale,
            ),
          })}
        </Chip>
      )}
      {preferred && <Chip>{t("network.ways.prefers", { way: t(`network.way.${preferred}`) })}</Chip>}
    </p>
  );
}
