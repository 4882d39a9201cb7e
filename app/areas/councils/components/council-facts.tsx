import { GROUPS_OF_FIVE } from "~/areas/bodies/choices";
import { ordinal } from "~/lib/ordinals";
import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { quorumOf } from "../composition";
import type { CouncilsKey, FiveKey } from "../messages";
import type { Council } from "../queries.server";

/** What founds a council, who presides, how it is composed; `members` who vote today. */
export function CouncilFacts({
  council,
  members,
  next,
}: {
  council: Council;
  members: number;
  /** The number of its next session; null of a dissolved one. */
  next: number | null;
}) {
  const t = useT<CouncilsKey | FiveKey>();
  const { locale } = useLocale();
  const titled = (post: { titleFa: string; titleEn: string } | null) =>
    post && (locale === "fa" ? post.titleFa : post.titleEn);
  const rule = t(`councils.quorum.${council.quorumKind}`);
  const fives = GROUPS_OF_FIVE.flatMap((five) => {
    const least = council.leastOfFive[five];
    return least ? [{ five, least }] : [];
  });
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
        { label: t("councils.dissolved.reason"), value: council.dissolveReason },
        { label: t("councils.chair-post"), value: titled(council.chairPost) },
        { label: t("councils.secretary-post"), value: titled(council.secretaryPost) },
        {
          label: t("councils.composition"),
          value: fives.length > 0 && (
            <ul>
              {fives.map(({ five, least }) => (
                <li key={five}>
                  {t(`bodies.five.${five}`)}: {t("councils.members.count", { count: least })}
                </li>
              ))}
            </ul>
          ),
        },
        {
          label: t("councils.least-members"),
          value: council.leastMembers && t("councils.members.count", { count: council.leastMembers }),
        },
        {
          label: t("councils.most-members"),
          value: council.mostMembers && t("councils.members.count", { count: council.mostMembers }),
        },
        {
          label: t("councils.quorum"),
          value:
            council.quorumKind === "none"
              ? rule
              : t("councils.quorum.now", { rule, needed: quorumOf(council, members), members }),
        },
        {
          label: t("councils.next-session"),
          value: next !== null && t("councils.next-session.is", { turn: ordinal(next, locale) }),
        },
        { label: t("councils.invites-pr"), value: council.invitesPr && t("councils.invites-pr.help") },
        {
          label: t("councils.duties"),
          value: council.duties && <p className="whitespace-pre-line">{council.duties}</p>,
        },
      ].map(({ label, value }) => ({ label, value: value || null }))}
    />
  );
}
