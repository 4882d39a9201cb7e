import { useT } from "~/ui/i18n";
import { Steps } from "~/ui/steps";
import type { NetworkKey } from "../../messages";

const STEPS = ["file", "columns", "checked", "running", "done"] as const;

/** How far a list has come on its way into the network. */
export function ImportSteps({ now }: { now: (typeof STEPS)[number] }) {
  const t = useT<NetworkKey>();
  const at = STEPS.indexOf(now);
  return (
    <Steps
      label={t("network.import.steps")}
      steps={STEPS.map((step, index) => ({
        key: step,
        label: t(`network.import.step.${step}`),
        state: index < at || now === "done" ? "done" : index === at ? "now" : "ahead",
      }))}
    />
  );
}
