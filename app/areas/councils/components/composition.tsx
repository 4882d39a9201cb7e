import { Chip } from "~/ui/chip";
import { useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import type { CompositionGap } from "../composition";
import { gapWords } from "../gap-words";
import type { CouncilsKey, FiveKey } from "../messages";

/** Whether a council is composed as it has to be, in a word; what it lacks on hover. */
export function CompositionChip({ gaps }: { gaps: readonly CompositionGap[] }) {
  const t = useT<CouncilsKey | FiveKey>();
  return gaps.length === 0 ? (
    <Chip tone="teal" icon="check">
      {t("councils.gaps.none")}
    </Chip>
  ) : (
    <Chip tone="saffron" icon="triangle-alert" title={gaps.map((gap) => gapWords(gap, t)).join(" · ")}>
      {t("councils.gaps.count", { count: gaps.length })}
    </Chip>
  );
}

/** What a council lacks, line by line; nothing when nothing is missing. */
export function CompositionNotice({ gaps }: { gaps: readonly CompositionGap[] }) {
  const t = useT<CouncilsKey | FiveKey>();
  if (gaps.length === 0) return null;
  return (
    <Notice kind="saffron" title={t("councils.gaps")}>
      <ul className="list-disc ps-5">
        {gaps.map((gap) => {
          const words = gapWords(gap, t);
          return <li key={words}>{words}</li>;
        })}
      </ul>
    </Notice>
  );
}
