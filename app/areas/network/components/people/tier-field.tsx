import type { FieldFace } from "~/ui/form/form-context";
import { RadioGroup } from "~/ui/form/choice-group";
import { useT } from "~/ui/i18n";
import { TIERS, type Tier } from "../../choices";
import type { NetworkKey } from "../../messages";

/** Asks for a member's tier, and says how often each is called. */
export function TierField({ field, cadence }: { field: FieldFace; cadence: Record<Tier, number> }) {
  const t = useT<NetworkKey>();
  return (
    <RadioGroup
      field={field}
      row
      choices={TIERS.map((tier) => ({
        value: tier,
        label: t(`network.tier.${tier}`),
        hint: t("network.person.every", { count: cadence[tier] }),
      }))}
    />
  );
}
