import { Check, CircleSlash, Eye, Inbox, Loader, Send, TrafficCone, Undo2 } from "lucide-react";
import { Chip, type ChipLook } from "~/ui/chip";
import { useT } from "~/ui/i18n";
import type { State } from "../lifecycle";
import type { ObligationsKey } from "../messages";

const LOOK: Record<State, ChipLook> = {
  issued: { icon: Send, tone: "neutral" },
  acknowledged: { icon: Inbox, tone: "neutral" },
  "in-progress": { icon: Loader, tone: "neutral" },
  blocked: { icon: TrafficCone, tone: "saffron" },
  "reported-done": { icon: Eye, tone: "saffron" },
  verified: { icon: Check, tone: "neutral" },
  withdrawn: { icon: Undo2, tone: "neutral" },
  "not-applicable": { icon: CircleSlash, tone: "neutral" },
};

/** The state of an obligation: icon, word, colour. */
export function StateChip({ state }: { state: State }) {
  const t = useT<ObligationsKey>();
  return <Chip {...LOOK[state]}>{t(`obligations.state.${state}`)}</Chip>;
}
