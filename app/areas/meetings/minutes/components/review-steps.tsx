import { useT } from "~/ui/i18n";
import { Steps } from "~/ui/steps";
import type { MinutesKey } from "../minutes-messages";

const ORDER = ["paste", "review", "issue"] as const;

/** How far pasted minutes have come. */
export function ReviewSteps({ now }: { now: (typeof ORDER)[number] }) {
  const t = useT<MinutesKey>();
  const at = ORDER.indexOf(now);
  return (
    <Steps
      steps={ORDER.map((key, index) => ({
        key,
        label: t(`minutes.step.${key}`),
        state: index < at ? "done" : index === at ? "now" : "ahead",
      }))}
    />
  );
}
