import type { IconName } from "~/ui/icons";
import { Icon } from "~/ui/icon";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Section } from "~/ui/section";
import type { ReportsKey } from "../messages";
import type { ReportView } from "../queries/report-page.server";

type Way = { key: string; label: string; to: string };

/** Questions that are named here; the index marks the others too. */
const MOST_WAYS = 4;

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
  const subjects = view.duties.flatMap((duty) => [duty, ...duty.rows]);
  const questions = subjects.filter(({ asked }) => asked.doubts.length > 0).length;
  const inWords = (one: { textFa: string; textEn: string }) => (locale === "fa" ? one.textFa : one.textEn);
  const nameOf = (one: { nameFa: string; nameEn: string }) => (locale === "fa" ? one.nameFa : one.nameEn);
  const toFigures: Way[] = !dutyHref
    ? []
    : view.duties
        .flatMap((duty) =>
          [{ ...duty, label: inWords(duty) }, ...duty.rows.map((row) => ({ ...row, label: nameOf(row) }))]
            .filter(({ asked }) => asked.isOpen)
            .map(({ asked, label }) => ({ key: asked.subject, label, to: dutyHref(duty.code) })),
        )
        .slice(0, MOST_WAYS);
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
      left.unanswered.length > 0,
      t("reports.checks.open", { count: left.unanswered.length }),
      questions > 0 ? t("reports.checks.answered", { count: questions }) : t("reports.checks.none"),
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
                  className="mt-1 line-clamp-2 text-teal underline underline-offset-4"
                >
                  {way.label}
                </Link>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {view.population === null && (
        <p className="mt-2 text-second text-ink-3">{t("reports.checks.population")}</p>
      )}
    </Section>
  );
}
