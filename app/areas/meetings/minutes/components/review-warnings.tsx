import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import { Folded } from "./folded";
import type { MinutesWarning } from "../import/types";
import type { MinutesKey } from "../minutes-messages";

/** What the reading of the document wants to say, folded away under its count. */
export function ReviewWarnings({ warnings }: { warnings: readonly MinutesWarning[] }) {
  const t = useT<MinutesKey>();
  const { locale } = useLocale();
  if (warnings.length === 0) return null;
  const digits = (value: number) => localDigits(String(value), locale);
  return (
    <Folded
      summary={
        <>
          {t("minutes.warnings")} <span className="text-ink-3">{digits(warnings.length)}</span>
        </>
      }
    >
      <ul className="mt-1 flex flex-col gap-1 pb-2">
        {warnings.map(({ code, number, line, written = "", party = "", expected = 0, found = 0 }, index) => (
          <li key={index} className="text-ink-2">
            {number !== undefined && (
              <span className="font-[550]">{t("minutes.warning.at", { number: digits(number) })}: </span>
            )}
            {t(`minutes.warning.${code}`, { written, party, expected, found })}
            {line !== undefined && (
              <span className="text-ink-3"> ({t("minutes.warning.line", { line: digits(line) })})</span>
            )}
          </li>
        ))}
      </ul>
    </Folded>
  );
}
