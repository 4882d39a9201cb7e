import { classNames } from "~/ui/class-names";
import { useT } from "~/ui/i18n";
import type { MinutesKey } from "../minutes-messages";

const BARS = { clear: 3, likely: 2, guess: 1 } as const;

/** How sure a reading is, in bars and in words. */
export function Certainty({ level, checked = false }: { level: keyof typeof BARS; checked?: boolean }) {
  const t = useT<MinutesKey>();
  const filled = BARS[level];
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-2 text-meta whitespace-nowrap",
        level === "guess" ? "font-[550] text-saffron-ink" : "text-ink-3",
      )}
    >
      <span aria-hidden className="inline-flex gap-0.5">
        {[1, 2, 3].map((bar) => (
          <span
            key={bar}
            className={classNames(
              "h-3 w-1 rounded-mark",
              bar > filled ? "bg-line-2" : level === "guess" ? "bg-saffron" : "bg-teal",
            )}
          />
        ))}
      </span>
      {t(checked ? "minutes.review.certainty.checked" : `minutes.review.certainty.${level}`)}
    </span>
  );
}
