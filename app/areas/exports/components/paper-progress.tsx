import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { ProgressBar } from "~/ui/progress-bar";
import { useLookAgain } from "~/ui/use-look-again";
import type { ExportsKey } from "../messages";

/** How far the office page is; this page looks again by itself, or at a press where there is no script. */
export function PaperProgress({ done, total, here }: { done: number | null; total: number; here: string }) {
  const t = useT<ExportsKey>();
  useLookAgain();
  const words = done === null ? t("exports.paper.waiting") : t("exports.paper.writing", { done, total });
  return (
    <div className="flex flex-col gap-3">
      <p className="text-item" role="status">
        {words}
      </p>
      <ProgressBar ratio={(done ?? 0) / Math.max(1, total)} label={words} />
      <p className="text-second text-ink-3">{t("exports.paper.lead")}</p>
      <div>
        <LinkButton to={here} size="small">
          {t("exports.paper.refresh")}
        </LinkButton>
      </div>
    </div>
  );
}
