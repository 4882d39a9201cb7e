import type { IconName } from "~/ui/icons";
import { Chip, type ChipPattern, type Tone } from "~/ui/chip";
import { useT } from "~/ui/i18n";
import type { Standing, State } from "../lifecycle";
import type { ReportsKey } from "../messages";

const LOOK: Record<State, { tone: Tone; icon: IconName; mirror?: boolean }> = {
  open: { tone: "neutral", icon: "notebook-pen" },
  draft: { tone: "neutral", icon: "notebook-pen" },
  submitted: { tone: "teal", icon: "send", mirror: true },
  "under-review": { tone: "teal", icon: "eye" },
  returned: { tone: "saffron", icon: "corner-up-left", mirror: true },
  approved: { tone: "neutral", icon: "check" },
  accepted: { tone: "neutral", icon: "check-check" },
};

/** The state of a report, by icon and word. */
export function ReportState({ state }: { state: State | null }) {
  const t = useT<ReportsKey>();
  if (!state) return <Chip pattern="dashed">{t("reports.state.none")}</Chip>;
  const { tone, icon, mirror } = LOOK[state];
  return (
    <Chip tone={tone} icon={icon} mirrorIcon={mirror}>
      {t(`reports.state.${state}`)}
    </Chip>
  );
}

const PATTERN: Record<Standing, ChipPattern> = {
  approved: "plain",
  provisional: "provisional",
  missing: "missing",
  vacant: "vacant",
  excused: "dashed",
};

/** Where a place stands in a rollup, by the pattern that bars and map use for it. */
export function StandingChip({ standing }: { standing: Standing }) {
  const t = useT<ReportsKey>();
  return (
    <Chip
      pattern={PATTERN[standing]}
      tone={standing === "missing" ? "brick" : "neutral"}
      icon={standing === "approved" ? "check" : undefined}
    >
      {t(`reports.standing.${standing}`)}
    </Chip>
  );
}

const SILENT: readonly Standing[] = ["missing", "vacant", "excused"];

/** Of a place: its silence by its kind, and the state of its report where there is one. */
export function PlaceState({
  place,
}: {
  place: { standing: Standing; state: State | null; later?: State | null };
}) {
  const t = useT<ReportsKey>();
  const isSilent = SILENT.includes(place.standing);
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      {isSilent && <StandingChip standing={place.standing} />}
      {(place.state !== null || !isSilent) && <ReportState state={place.state} />}
      {place.later && (
        <Chip tone="saffron" icon={LOOK[place.later].icon} mirrorIcon={LOOK[place.later].mirror}>
          {t("reports.version.later", { state: t(`reports.state.${place.later}`) })}
        </Chip>
      )}
    </span>
  );
}
