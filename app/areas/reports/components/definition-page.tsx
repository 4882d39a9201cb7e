import { Chip } from "~/ui/chip";
import { Code } from "~/ui/code";
import { DateText } from "~/ui/date-text";
import { Facts, type Fact } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Num } from "~/ui/num";
import { localDigits } from "~/ui/numbers";
import { Section } from "~/ui/section";
import { Sheet } from "~/ui/sheet";
import type { ReportsKey } from "../messages";
import type { DefinitionPage, VersionView, CatalogueDuty } from "../queries/definitions-page.server";
import type { IndicatorRow } from "../queries/duties.server";
import { TargetText } from "./target-text";
import { Said } from "./version-difference";

const LINK = "inline-flex min-h-6 items-center text-teal hover:underline max-sm:min-h-11";

const LABELS: Record<string, ReportsKey> = {
  name: "reports.definitions.name",
  unit: "reports.definitions.unit",
  formula: "reports.definitions.formula",
  owner: "reports.definitions.owner",
  text: "reports.definitions.text",
  clause: "reports.definitions.clause",
  direction: "reports.definitions.direction",
  target: "reports.definitions.target",
  minimumCount: "reports.definitions.minimum",
  peerRule: "reports.definitions.peer-rule",
};

/** A measure in words. */
function useMeasure() {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  return (field: string, value: string | number | null): string => {
    if (value === null) return t("reports.definitions.no-target");
    if (field === "direction") return t(`reports.definitions.direction.${value}` as ReportsKey);
    if (field === "peerRule") return t(`reports.board.peers.by-${value}` as ReportsKey);
    return localDigits(String(value), locale);
  };
}

/** The versions of a definition, the newest first, and what each changed. */
function Versions({ versions }: { versions: readonly VersionView<IndicatorRow | CatalogueDuty>[] }) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const measure = useMeasure();
  const label = (field: string) => t(LABELS[field] ?? "reports.definitions.name");
  return (
    <Section title={t("reports.definitions.versions")}>
      <ol className="flex flex-col gap-4">
        {versions.map((one) => (
          <li key={one.version} data-testid={`version-${one.version}`}>
            <Sheet>
              <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1">
                <strong>
                  {t("reports.definitions.version.of", { number: localDigits(String(one.version), locale) })}
                </strong>
                <Chip>{t(`reports.definitions.${one.state}`)}</Chip>
                <span className="text-second text-ink-3">
                  {t("reports.definitions.valid-from")} <DateText iso={one.validFrom} />
                </span>
              </div>
              {one.version === 1 ? (
                <p className="text-second text-ink-3">{t("reports.definitions.first")}</p>
              ) : one.words[locale].length + one.measures.length === 0 ? (
                <p className="text-second text-ink-3">{t("reports.definitions.same")}</p>
              ) : (
                <Facts
                  facts={[
                    ...one.words[locale].map(({ field, pieces }) => ({
                      label: label(field),
                      value: (
                        <>
                          {pieces.map((piece, index) => (
                            <Said key={index} piece={piece} />
                          ))}
                        </>
                      ),
                    })),
                    ...one.measures.map(({ field, before, after }) => ({
                      label: label(field),
                      value: (
                        <>
                          <Said piece={{ kind: "removed", text: measure(field, before) }} />{" "}
                          <Said piece={{ kind: "added", text: measure(field, after) }} />
                        </>
                      ),
                    })),
                  ]}
                />
              )}
            </Sheet>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** One duty or indicator: what holds today, what hangs on it, and its versions. */
export function DefinitionView({ page, here }: { page: DefinitionPage; here: string }) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const isFa = locale === "fa";
  const standing =
    page.kind === "indicator"
      ? (page.versions.find(({ state }) => state === "now") ?? page.versions[0])
      : (page.versions.find(({ state }) => state === "now") ?? page.versions[0]);
  if (!standing) return null;
  const dates: Fact[] = [
    { label: t("reports.definitions.version"), value: <Num value={standing.version} /> },
    { label: t("reports.definitions.valid-from"), value: <DateText iso={standing.validFrom} /> },
  ];
  const facts = (): Fact[] => {
    if (page.kind === "duty") {
      const duty = standing as CatalogueDuty;
      return [
        { label: t("reports.definitions.code"), value: <Code>{duty.code}</Code> },
        {
          label: t("reports.definitions.binds"),
          value: t(`reports.definitions.binds.${duty.roleGroup}` as ReportsKey),
        },
        { label: t("reports.definitions.clause"), value: <Code>{duty.clause}</Code> },
        ...dates,
      ];
    }
    const one = standing as IndicatorRow;
    const { duty } = page;
    return [
      { label: t("reports.definitions.formula"), value: isFa ? one.formulaFa : one.formulaEn },
      { label: t("reports.definitions.unit"), value: isFa ? one.unitFa : one.unitEn },
      {
        label: t("reports.definitions.direction"),
        value: t(`reports.definitions.direction.${one.direction}` as ReportsKey),
      },
      {
        label: t("reports.definitions.target"),
        value: one.target === null ? t("reports.definitions.no-target") : <TargetText of={one} />,
      },
      { label: t("reports.definitions.minimum"), value: <Num value={one.minimumCount} /> },
      { label: t("reports.definitions.peer-rule"), value: t(`reports.board.peers.by-${one.peerRule}`) },
      { label: t("reports.definitions.owner"), value: isFa ? one.ownerFa : one.ownerEn },
      {
        label: t("reports.definitions.duty"),
        value: duty && (
          <Link to={`${here}/${duty.code}`} className={LINK}>
            {isFa ? duty.textFa : duty.textEn}
          </Link>
        ),
      },
      { label: t("reports.definitions.clause"), value: duty && <Code>{duty.clause}</Code> },
      { label: t("reports.definitions.code"), value: <Code>{one.code}</Code> },
      ...dates,
    ];
  };
  return (
    <div className="flex max-w-200 flex-col gap-6">
      <Sheet>
        <Facts facts={facts()} />
      </Sheet>
      {page.kind === "duty" && (
        <Section title={t("reports.definitions.indicators-of")}>
          {page.indicators.length === 0 ? (
            <p className="text-second text-ink-3">{t("reports.definitions.no-indicator")}</p>
          ) : (
            <ul className="flex flex-col gap-1">
              {page.indicators.map((one) => (
                <li key={one.code}>
                  <Link to={`${here}/${one.code}`} className={LINK}>
                    {isFa ? one.nameFa : one.nameEn}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
      <Versions versions={page.versions} />
    </div>
  );
}
