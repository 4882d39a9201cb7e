import { Chip } from "~/ui/chip";
import { useT } from "~/ui/i18n";
import type { Reason } from "../../duplicates/likeness";
import type { NetworkKey } from "../../messages";

/** What two records share, a chip for each. */
export function TwinReasons({ reasons }: { reasons: readonly Reason[] }) {
  const t = useT<NetworkKey>();
  return (
    <span className="flex flex-wrap gap-1.5 py-1">
      {reasons.map((reason) => (
        <Chip key={reason}>{t(`network.reason.${reason}`)}</Chip>
      ))}
    </span>
  );
}
