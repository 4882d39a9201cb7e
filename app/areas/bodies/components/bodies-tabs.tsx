import { useT } from "~/ui/i18n";
import { Tabs } from "~/ui/tabs";
import type { BodiesKey } from "../messages";

/** The sides of the directory. The nation has no offices of its own. */
export function BodiesTabs({
  base,
  current,
  isNation,
}: {
  base: string;
  current: "here" | "dictionary" | "groups" | "reading";
  isNation: boolean;
}) {
  const t = useT<BodiesKey>();
  const here = { to: base, label: t("bodies.tab.here"), current: current === "here" };
  return (
    <Tabs
      label={t("bodies.title")}
      tabs={[
        ...(isNation ? [] : [here]),
        {
          to: `${base}/dictionary`,
          label: t("bodies.tab.dictionary"),
          current: current === "dictionary",
        },
        { to: `${base}/groups`, label: t("bodies.tab.groups"), current: current === "groups" },
        { to: `${base}/reading`, label: t("bodies.tab.reading"), current: current === "reading" },
      ]}
    />
  );
}
