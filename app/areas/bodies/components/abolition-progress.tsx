import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Num } from "~/ui/num";
import { ProgressBar } from "~/ui/progress-bar";
import { Section } from "~/ui/section";
import { Stat, StatRow } from "~/ui/stat";
import { useLookAgain } from "~/ui/use-look-again";
import type { AbolitionFigures } from "../abolition/queries.server";
import type { BodiesKey } from "../messages";

/** How far the moving is; the page looks again by itself, or at a press where there is no script. */
export function AbolitionRunning({ done, total, here }: { done: number; total: number; here: string }) {
  const t = useT<BodiesKey>();
  useLookAgain();
  const words = t("bodies.end.progress", { done, total });
  return (
    <div className="mb-6 flex max-w-160 flex-col gap-3">
      <p className="text-item" role="status">
        {words}
      </p>
      <ProgressBar ratio={done / Math.max(1, total)} label={words} />
      <p className="text-second text-ink-3">{t("bodies.end.progress.lead")}</p>
      <div>
        <LinkButton to={here} size="small">
          {t("bodies.end.refresh")}
        </LinkButton>
      </div>
    </div>
  );
}

/** What has gone over, as the reader's place sees it. */
export function AbolitionFigureRow({ figures, title }: { figures: AbolitionFigures; title: string }) {
  const t = useT<BodiesKey>();
  return (
    <Section title={title}>
      <StatRow>
        <Stat figure={<Num value={figures.offices} />} label={t("bodies.end.moved.offices")} />
        <Stat figure={<Num value={figures.obligations} />} label={t("bodies.end.moved.obligations")} />
        <Stat figure={<Num value={figures.demands} />} label={t("bodies.end.moved.demands")} />
        <Stat figure={<Num value={figures.moved} />} label={t("bodies.end.moved.all")} />
        <Stat
          figure={<Num value={figures.waiting} />}
          label={t("bodies.end.moved.waiting")}
          {...(figures.waiting > 0 ? { tone: "saffron" as const } : {})}
        />
      </StatRow>
    </Section>
  );
}
