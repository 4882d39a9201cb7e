import { useT } from "~/ui/i18n";
import { Tabs } from "~/ui/tabs";
import type { NetworkKey } from "../messages";

/** The sides of the network: people, circles and, for those who may merge them, people who may be registered twice. */
export function NetworkTabs({
  base,
  current,
  circles,
  duplicates,
}: {
  base: string;
  current: "people" | "circles" | "duplicates";
  circles?: number;
  /** Pairs that wait for a decision; null where nobody here may decide. */
  duplicates: number | null;
}) {
  const t = useT<NetworkKey>();
  return (
    <Tabs
      label={t("network.title")}
      tabs={[
        { to: base, label: t("network.people"), current: current === "people" },
        {
          to: `${base}/circles`,
          label: t("network.circles"),
          count: circles,
          current: current === "circles",
        },
        ...(duplicates === null
          ? []
          : [
              {
                to: `${base}/duplicates`,
                label: t("network.duplicates"),
                count: duplicates || undefined,
                current: current === "duplicates",
              },
            ]),
      ]}
    />
  );
}
