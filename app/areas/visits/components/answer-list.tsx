import { Chip, type ChipLook } from "~/ui/chip";
import { useLocale, useT } from "~/ui/i18n";
import type { Answer } from "../choices";
import type { VisitsKey } from "../messages";
import type { AnsweredQuestion } from "../queries.server";

const LOOK: Record<Answer, ChipLook> = {
  yes: { icon: "check", tone: "teal" },
  partly: { icon: "circle-dot-dashed", tone: "saffron" },
  no: { icon: "x", tone: "brick" },
  "not-seen": { icon: "eye-off", tone: "neutral" },
};

/** The checklist as it was answered. */
export function AnswerList({ answers }: { answers: readonly AnsweredQuestion[] }) {
  const t = useT<VisitsKey>();
  const { locale } = useLocale();
  return (
    <ul className="flex flex-col">
      {answers.map(({ code, fa, en, answer, note }) => (
        <li
          key={code}
          className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-b border-line py-2"
        >
          <div className="min-w-0 flex-1 basis-60">
            <p>{locale === "fa" ? fa : en}</p>
            {note && (
              <p className="text-second text-ink-2">
                <bdi>{note}</bdi>
              </p>
            )}
          </div>
          {answer ? (
            <Chip {...LOOK[answer]}>{t(`visits.answer.${answer}`)}</Chip>
          ) : (
            <Chip pattern="dashed">{t("visits.answer.none")}</Chip>
          )}
        </li>
      ))}
    </ul>
  );
}
