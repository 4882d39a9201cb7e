import type { Entry } from "../../../catalogues/queries.server";
import { useLocale, useT } from "~/ui/i18n";
import type { NetworkKey } from "../../messages";
import type { OwnTie } from "../../queries.server/own-page";
import { useTieDays, useTieWords } from "../circles/ties";

/** One's own relationships: what they are and of which time, with the name of a circle or a body and of no person. */
export function OwnTies({ ties, entries }: { ties: readonly OwnTie[]; entries: readonly Entry[] }) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const words = useTieWords(entries);
  const days = useTieDays();
  if (ties.length === 0) return <p className="text-second text-ink-3">{t("network.me.ties.none")}</p>;
  return (
    <>
      <ul className="flex flex-col gap-1.5 text-second">
        {ties.map((tie) => {
          const when = days(tie);
          return (
            <li key={tie.id} className="flex flex-wrap gap-x-2">
              <span>
                {t("network.me.ties.line", {
                  kind: words(tie),
                  who: (locale === "fa" ? tie.nameFa : tie.nameEn) ?? t("network.me.ties.person"),
                })}
              </span>
              {when && <span className="text-ink-3">{when}</span>}
              {tie.note && (
                <span className="basis-full whitespace-pre-line text-ink-2 wrap-anywhere">
                  {t("network.me.note.of", { note: tie.note })}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {ties.some(({ nameFa }) => nameFa === null) && (
        <p className="mt-3 text-second text-ink-3">{t("network.me.ties.privacy")}</p>
      )}
    </>
  );
}
