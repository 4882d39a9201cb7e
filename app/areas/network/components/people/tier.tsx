import { useT } from "~/ui/i18n";
import { Ring, type RingKind } from "~/ui/ring";
import type { NetworkKey } from "../../messages";
import type { Tier } from "../../choices";

const RINGS: Record<Tier, RingKind> = { core: "full", active: "point", wide: "dashed" };

/** A member's tier: its ring with its word. */
export function TierMark({ tier }: { tier: Tier }) {
  const t = useT<NetworkKey>();
  return <Ring kind={RINGS[tier]}>{t(`network.tier.${tier}`)}</Ring>;
}
