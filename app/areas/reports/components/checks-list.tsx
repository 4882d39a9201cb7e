import type { IconName } from "~/ui/icons";
import { Icon } from "~/ui/icon";
import { useT } from "~/ui/i18n";
import { Section } from "~/ui/section";
import type { ReportsKey } from "../messages";
import type { ReportView } from "../queries/report-page.server";

type Line = { key: string; icon: IconName; words: string; needsYou: boolean };

/** What was looked at without being asked: it asks for words and never changes a figure. */
export function ChecksList({ view }: { view: ReportView }) {
  const t = useT<ReportsKey>();
  const { left, children } = view;
  if (!left) return null;
  const jumps = view.duties.flatMap((duty) => duty.rows).filter((row) => row.jump).length;
  const explained = jumps - left.unexplained.length;
  const line = (key: string, isOpen: boolean, open: string, closed: string, icon: IconName): Line => ({
    key,
    icon: isOpen ? icon : "check",
    words: isOpen ? open : closed,
    needsYou: isOpen,
  });
  const lines = [
    line(
      "jumps",
      left.unexplained.length > 0,
      t("reports.checks.jumps", { count: left.unexplained.length }),
      explained > 0 ? t("reports.checks.explained", { count: explained }) : t("reports.checks.no-jumps"),
      "triangle-alert",
    ),
    line(
      "narratives",
      left.unwritten.length > 0,
      children.length > 0
        ? t("reports.checks.no-summary")
        : t("reports.checks.unwritten", { count: left.unwritten.length }),
      t(children.length > 0 ? "reports.checks.summary" : "reports.checks.written"),
      "circle-dashed",
    ),
    ...(children.length > 0
      ? [
          line(
            "children",
            left.openChildren > 0,
            t("reports.checks.children", { count: left.openChildren }),
            t("reports.checks.no-children"),
            "triangle-alert",
          ),
        ]
      : []),
  ];
  return (
    <Section title={t("reports.checks")} level={3}>
      <ul className="flex flex-col gap-2 text-second">
        {lines.map(({ key, icon, words, needsYou }) => (
          <li key={key} className={`flex items-start gap-2 ${needsYou ? "text-saffron-ink" : "text-ink-2"}`}>
            <Icon of={icon} size={15} className="mt-1" />
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
