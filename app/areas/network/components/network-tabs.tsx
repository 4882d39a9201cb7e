import { useT } from "~/ui/i18n";
import { Tabs } from "~/ui/tabs";
import type { NetworkKey } from "../messages";

/** The two sides of the network: people and circles. */
export function NetworkTabs({
  base,
  current,
  circles,
}: {
  base: string;
  current: "people" | "circles";
  circles?: number;
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
      ]}
    />
  );
}
