import { Chip, type ChipLook } from "~/ui/chip";
import { useT } from "~/ui/i18n";
import type { State } from "../lifecycle";
import type { ObligationsKey } from "../messages";

const LOOK: Record<State, ChipLook> = {
  issued: { icon: "send", tone: "neutral" },
  acknowledged: { icon: "inbox", tone: "neutral" },
  "in-progress": { icon: "loader", tone: "neutral" },
  blocked: { icon: "traffic-cone", tone: "saffron" },
  "reported-done": { icon: "eye", tone: "saffron" },
  verified: { icon: "check", tone: "neutral" },
  withdrawn: { icon: "undo-2", tone: "neutral" },
  "not-applicable": { icon: "circle-slash", tone: "neutral" },
};

/** The state of an obligation: icon, word, colour. */
export function StateChip({ state }: { state: State }) {
  const t = useT<ObligationsKey>();
  return <Chip {...LOOK[state]}>{t(`obligations.state.${state}`)}</Chip>;
}
