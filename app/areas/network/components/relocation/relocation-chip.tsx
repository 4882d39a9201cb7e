import { Chip, type ChipLook } from "~/ui/chip";
import { useT } from "~/ui/i18n";
import type { NetworkKey } from "../../messages";
import type { RelocationState } from "../../relocation/lifecycle";

const LOOK: Record<RelocationState, ChipLook> = {
  offered: { icon: "clock", tone: "neutral" },
  consented: { icon: "clock", tone: "saffron" },
  accepted: { icon: "check", tone: "teal" },
  declined: { icon: "x", tone: "neutral" },
  refused: { icon: "x", tone: "neutral" },
  withdrawn: { icon: "rotate-ccw", tone: "neutral" },
  expired: { icon: "clock", tone: "neutral" },
};

/** Where an offer stands, as one end says it: the county to which he would go waits for itself. */
export function RelocationChip({ state, side }: { state: RelocationState; side: "in" | "out" }) {
  const t = useT<NetworkKey>();
  const isOurs = state === "consented" && side === "in";
  return <Chip {...LOOK[state]}>{t(`network.relocation.state.${isOurs ? "yours" : state}`)}</Chip>;
}
