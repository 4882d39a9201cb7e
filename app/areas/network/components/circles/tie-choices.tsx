import type { Entry } from "../../../catalogues/queries.server";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { classNames } from "~/ui/class-names";
import type { NetworkKey } from "../../messages";
import { askedEnd, writtenChoice, type EndKind, type TieChoice } from "../../ties/tie-choice";
import { useTieWords } from "./ties";

const ENDS = ["person", "circle", "office"] as const;

/** The kinds of relationships that may be recorded here, by what stands at the other end; the chosen one is marked. */
export function TieChoices({
  choices,
  entries,
  chosen,
  from,
  here,
}: {
  choices: readonly TieChoice[];
  entries: readonly Entry[];
  chosen: TieChoice | null;
  from: EndKind;
  /** Address of the page. */
  here: string;
}) {
  const t = useT<NetworkKey>();
  const words = useTieWords(entries);
  return (
    <nav aria-label={t("network.tie.choose")} className="mb-6 flex max-w-160 flex-col gap-3">
      {ENDS.map((end) => {
        const own = choices.filter((choice) => askedEnd(choice, from) === end);
        if (own.length === 0) return null;
        return (
          <div key={end}>
            <h2 className="mb-1.5 text-second text-ink-3">{t(`network.tie.choose.${end}`)}</h2>
            <p className="flex flex-wrap gap-2">
              {own.map((choice) => {
                const written = writtenChoice(choice);
                const isChosen = chosen !== null && writtenChoice(chosen) === written;
                return (
                  <Link
                    key={written}
                    to={`${here}?tie=${written}`}
                    keepScroll
                    aria-current={isChosen ? "true" : undefined}
                    className={classNames(
                      "inline-flex min-h-9 items-center rounded-pill border px-3.5 text-second max-sm:min-h-11",
                      isChosen
                        ? "border-teal bg-teal-tint font-semibold text-teal-deep"
                        : "border-line-2 bg-sheet hover:border-edge",
                    )}
                  >
                    {words({ kind: choice.kind, type: choice.code, back: choice.back })}
                  </Link>
                );
              })}
            </p>
          </div>
        );
      })}
    </nav>
  );
}
