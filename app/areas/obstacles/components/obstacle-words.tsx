import { Facts } from "~/ui/facts";
import { officeNameIn } from "~/lib/office-name";
import { useLocale, useT } from "~/ui/i18n";
import type { ObstaclesKey } from "../messages";
import type { ObstacleKind } from "../choices";

const prose = (text: string | null) => (text ? <bdi className="whitespace-pre-wrap">{text}</bdi> : null);

/** What an obstacle says, in the county's words: the same on both ends. */
export function ObstacleWords({
  words,
}: {
  words: {
    kind: ObstacleKind;
    officeName: string | null;
    officeEn: string | null;
    triedLocally: string;
    effect: string;
    proposal: string | null;
    contestReason?: string | null;
  };
}) {
  const t = useT<ObstaclesKey>();
  const { locale } = useLocale();
  return (
    <Facts
      facts={[
        { label: t("obstacles.field.kind"), value: t(`obstacles.kind.${words.kind}`) },
        { label: t("obstacles.field.office"), value: officeNameIn(words, locale) },
        { label: t("obstacles.field.tried"), value: prose(words.triedLocally) },
        { label: t("obstacles.field.effect"), value: prose(words.effect) },
        { label: t("obstacles.field.proposal"), value: prose(words.proposal) },
        { label: t("obstacles.contest-reason"), value: prose(words.contestReason ?? null) },
      ]}
    />
  );
}
