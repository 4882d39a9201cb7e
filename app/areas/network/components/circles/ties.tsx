import { wordsOfEntry } from "../../../catalogues/choices";
import type { Entry } from "../../../catalogues/queries.server";
import { formatJalali, type IsoDate } from "~/lib/jalali";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import type { NetworkKey } from "../../messages";
import type { TieRow } from "../../queries.server/ties";

/** How a relationship reads from the end that shows it; its code where its entry is nowhere to be found. */
export function useTieWords(entries: readonly Entry[]) {
  const { locale } = useLocale();
  return ({ kind, type, back }: Pick<TieRow, "kind" | "type" | "back">): string => {
    const entry = entries.find((one) => one.kind === kind && one.code === type);
    return entry ? wordsOfEntry(entry, locale, back) : type;
  };
}

/** Of which time a relationship is, in words; null where no day is known. */
export function useTieDays() {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const day = (iso: IsoDate) => formatJalali(iso, locale, "long");
  return ({ fromOn, toOn }: Pick<TieRow, "fromOn" | "toOn">): string | null => {
    if (fromOn && toOn) return t("network.tie.between", { from: day(fromOn), to: day(toOn) });
    if (fromOn) return t("network.tie.since", { date: day(fromOn) });
    return toOn && t("network.tie.until", { date: day(toOn) });
  };
}

/** Relationships of a person, a circle or an office: those that stand, and under them those that are over. */
export function Ties({
  ties,
  entries,
  base,
  today,
  mayKeep,
}: {
  ties: readonly TieRow[];
  entries: readonly Entry[];
  /** Address of the network in this place. */
  base: string;
  today: IsoDate;
  mayKeep: boolean;
}) {
  const t = useT<NetworkKey>();
  const standing = ties.filter(({ toOn }) => toOn === null || toOn > today);
  const over = ties.filter((tie) => !standing.includes(tie));
  const list = (rows: readonly TieRow[]) => (
    <ul className="flex flex-col gap-2.5 text-second">
      {rows.map((tie) => (
        <Tie key={tie.id} tie={tie} entries={entries} base={base} mayKeep={mayKeep} />
      ))}
    </ul>
  );
  return (
    <>
      {standing.length > 0 ? (
        list(standing)
      ) : (
        <p className="text-second text-ink-3">{t("network.ties.none")}</p>
      )}
      {over.length > 0 && (
        <details className="mt-3">
          <summary className="min-h-9 cursor-pointer text-second text-ink-2 max-sm:min-h-11">
            {t("network.ties.over")}
          </summary>
          {list(over)}
        </details>
      )}
    </>
  );
}

function Tie({
  tie,
  entries,
  base,
  mayKeep,
}: {
  tie: TieRow;
  entries: readonly Entry[];
  base: string;
  mayKeep: boolean;
}) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const words = useTieWords(entries);
  const name = locale === "fa" ? tie.endFa : tie.endEn;
  const when = useTieDays()(tie);
  const to = { person: `${base}/people/${tie.endId}`, circle: `${base}/circles/${tie.endId}`, office: null }[
    tie.end
  ];
  return (
    <li>
      <span className="text-ink-2">{words(tie)}</span>{" "}
      {to ? (
        <Link to={to} className="inline-flex min-h-6 items-center text-teal hover:underline">
          <bdi>{name}</bdi>
        </Link>
      ) : (
        <bdi className="font-[550]">{name}</bdi>
      )}
      {(when || mayKeep) && (
        <span className="flex flex-wrap items-center gap-x-3 text-meta text-ink-3">
          {when && <span>{when}</span>}
          {mayKeep && (
            <Link
              to={`${base}/ties/${tie.id}`}
              aria-label={t("network.tie.edit-with", { name })}
              className="inline-flex min-h-6 items-center text-teal hover:underline max-sm:min-h-11 print:hidden"
            >
              {t("network.tie.edit")}
            </Link>
          )}
        </span>
      )}
      {tie.note && <span className="block text-meta whitespace-pre-wrap text-ink-3">{tie.note}</span>}
    </li>
  );
}
