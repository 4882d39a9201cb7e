import { useT } from "~/ui/i18n";
import { Tabs, type Tab } from "~/ui/tabs";
import type { NetworkKey } from "../messages";

/** As far as pairs are counted. */
const PAIRS_COUNTED = 100;

export type NetworkSide = "people" | "circles" | "waiting" | "coverage" | "joining" | "duplicates";

/**
 * The sides of the network. Who waits for a contact, asks to join or may be registered twice is for those who keep it.
 * @param keeps whether the reader keeps the network, or looks on.
 */
export function NetworkTabs({
  base,
  current,
  keeps,
  circles,
  duplicates,
}: {
  base: string;
  current: NetworkSide;
  keeps: boolean;
  circles?: number;
  /** Pairs that wait for a decision. */
  duplicates?: number;
}) {
  const t = useT<NetworkKey>();
  const tab = (side: NetworkSide, path: string, label: string, count?: number): Tab => ({
    to: `${base}${path}`,
    label,
    count: count || undefined,
    most: side === "duplicates" ? PAIRS_COUNTED : undefined,
    current: current === side,
  });
  return (
    <Tabs
      label={t("network.title")}
      tabs={[
        tab("people", "", t("network.people")),
        tab("circles", "/circles", t("network.circles"), circles),
        ...(keeps ? [tab("waiting", "/waiting", t("network.waiting.open"))] : []),
        tab("coverage", "/coverage", t("network.coverage")),
        ...(keeps
          ? [
              tab("joining", "/joining", t("network.join.waiting")),
              tab("duplicates", "/duplicates", t("network.duplicates"), duplicates),
            ]
          : []),
      ]}
    />
  );
}
