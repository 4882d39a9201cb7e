import { Chip, type ChipLook } from "~/ui/chip";
import { useT } from "~/ui/i18n";
import type { PersonState } from "../../choices";
import type { NetworkKey } from "../../messages";

const LOOK: Record<PersonState, ChipLook> = {
  identified: { icon: "circle-dashed", tone: "neutral" },
  invited: { icon: "mail", tone: "neutral" },
  active: { icon: "check", tone: "teal" },
  cold: { icon: "clock", tone: "saffron" },
  dormant: { icon: "hourglass", tone: "saffron" },
  archived: { icon: "inbox", tone: "neutral" },
  cancelled: { icon: "ban", tone: "brick" },
};

/** Where a person stands on the joining path; `quiet` says nothing of a member, as most rows of a list are. */
export function StateChip({ state, quiet = false }: { state: PersonState; quiet?: boolean }) {
  const t = useT<NetworkKey>();
  if (quiet && state === "active") return null;
  return <Chip {...LOOK[state]}>{t(`network.state.${state}`)}</Chip>;
}

/** Somebody asked for no contact for now. */
export function NoContactChip() {
  const t = useT<NetworkKey>();
  return <Chip icon="phone-off">{t("network.person.no-contact.yes")}</Chip>;
}
