import type { IconName } from "~/ui/icons";
import { Icon } from "~/ui/icon";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Section } from "~/ui/section";
import type { ReportsKey } from "../messages";
import type { ReportView } from "../queries/report-page.server";

type Way = { key: string; label: string; to: string };

type Line = { key: string; icon: IconName; words: string; needsYou: boolean; ways: Way[] };

/**
 * What was looked at without being asked: it asks for words and never changes a figure.
 * @param dutyHref where a duty's figures and narrative stand; left out where all are on the page.
 */
export function ChecksList({ view, dutyHref }: { view: ReportView; dutyHref?: (code: string) => string }) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const { left, children } = view;
  if (!left) return null;
  const jumps = view.duties.flatMap((duty) => duty.rows).filter((row) => row.jump).length;
  const explained = jumps - left.unexplained.length;
  const inWords = (one: { textFa: string; textEn: string }) => (locale === "fa" ? one.textFa : one.textEn);
  const toFigures: Way[] = !dutyHref
    ? []
    : view.duties.flatMap((duty) =>
        duty.rows
          .filter(({ code }) => left.unexplained.includes(code))
          .map(({ code, nameFa, nameEn }) => ({
            key: code,
            label: locale === "fa" ? nameFa : nameEn,
            to: dutyHref(duty.code),
          })),
      );
  const next = view.duties.find(({ code }) => code === left.unwritten[0]);
  const toNext: Way[] =
    dutyHref && next
      ? [
          {
            key: next.code,
            label: t("reports.checks.next", { duty: inWords(next) }),
            to: dutyHref(next.code),
          },
        ]
      : [];
  const line = (
    key: string,
    isOpen: boolean,
    open: string,
    closed: string,
    icon: IconName,
    ways: Way[] = [],
  ): Line => ({
    key,
    icon: isOpen ? icon : "check",
    words: isOpen ? open : closed,
    needsYou: isOpen,
    ways,
  });
  const lines = [
    line(
      "jumps",
      left.unexplained.length > 0,
      t("reports.checks.jumps", { count: left.unexplained.length }),
      explained > 0 ? t("reports.checks.explained", { count: explained }) : t("reports.checks.no-jumps"),
      "triangle-alert",
      toFigures,
    ),
    line(
      "narratives",
      left.unwritten.length > 0,
      children.length > 0
        ? t("reports.checks.no-summary")
        : t("reports.checks.unwritten", { count: left.unwritten.length }),
      t(children.length > 0 ? "reports.checks.summary" : "reports.checks.written"),
      "circle-dashed",
      toNext,
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
        {lines.map(({ key, icon, words, needsYou, ways }) => (
          <li key={key} className={`flex items-start gap-2 ${needsYou ? "text-saffron-ink" : "text-ink-2"}`}>
            <Icon of={icon} size={15} className="mt-1" />
            <span className="min-w-0">
              {words}
              {ways.map((way) => (
                <Link
                  key={way.key}
                  to={way.to}
                  className="mt-1 line-clamp-2 text-teal underline-offset-4 hover:underline"
                >
                  {way.label}
                </Link>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
