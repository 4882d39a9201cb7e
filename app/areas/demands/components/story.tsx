import { InstantText } from "~/ui/instant-text";
import { useT } from "~/ui/i18n";
import { Timeline } from "~/ui/timeline";
import type { DemandKey } from "../messages";
import type { DemandLine } from "../queries.server";

const KNOWN = [
  "received",
  "referred",
  "transferred",
  "answered",
  "answered-done",
  "answered-partly",
  "answered-refused",
  "solved",
  "partly",
  "no",
  "judged-solved",
  "judged-partly",
  "judged-no",
  "withdrawn",
  "moved",
  "moved-back",
] as const;

/** What happened to a demand, the newest first. `named` also tells who did it. */
export function Story({ lines, named = false }: { lines: readonly DemandLine[]; named?: boolean }) {
  const t = useT<DemandKey>();
  const events = [...lines].reverse().map((line) => {
    const kind = KNOWN.find((one) => one === line.kind);
    const isOffice = kind === "referred" || kind === "transferred" || kind?.startsWith("answered");
    return {
      key: line.id,
      when: <InstantText instant={line.at} />,
      what: (
        <>
          {kind ? t(`demands.line.${kind}`) : line.kind}
          {(named || isOffice) && line.byName && <span className="text-ink-3"> · {line.byName}</span>}
        </>
      ),
      note: line.note,
    };
  });
  return <Timeline events={events} label={t("demands.timeline")} />;
}
