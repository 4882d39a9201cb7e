import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import type { CouncilAbove } from "../above.server";
import type { CouncilsKey } from "../messages";

/** What founds a council of a level above, who presides, and what it is for. */
export function StatuteFacts({ council }: { council: CouncilAbove }) {
  const t = useT<CouncilsKey>();
  const { locale } = useLocale();
  const fa = locale === "fa";
  const { quorumKind, quorumCount } = council;
  const rule = t(`councils.quorum.${quorumKind}`);
  return (
    <Facts
      facts={[
        {
          label: t("councils.basis"),
          value: council.basis && <p className="whitespace-pre-line">{council.basis}</p>,
        },
        { label: t("councils.founded-on"), value: council.foundedOn && <DateText iso={council.foundedOn} /> },
        {
          label: t("councils.dissolved-on"),
          value: council.dissolvedOn && <DateText iso={council.dissolvedOn} />,
        },
        { label: t("councils.chair-post"), value: fa ? council.chairFa : council.chairEn },
        { label: t("councils.secretary-post"), value: fa ? council.secretaryFa : council.secretaryEn },
        {
          label: t("councils.quorum"),
          value:
            quorumKind === "count" && quorumCount !== null
              ? t("councils.quorum.count.of", { count: quorumCount })
              : rule,
        },
        {
          label: t("councils.duties"),
          value: council.duties && <p className="whitespace-pre-line">{council.duties}</p>,
        },
      ].map(({ label, value }) => ({ label, value: value || null }))}
    />
  );
}
