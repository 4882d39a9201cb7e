import { Refusal } from "~/kernel/refusal";
import { exportedList, type ExportedColumn } from "~/kernel/sheets/exported-list";
import { isUuid } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import type { MeetingsKey } from "../messages";
import { STANDINGS } from "../minutes/import/types";
import { getVersion } from "./queries.server";
import { sessionWords } from "./session-words";
import { shownMinutes, type ShownMinutes } from "./shown";

type Resolution = ShownMinutes["resolutions"][number];

type Kind = Pick<Parameters<typeof exportedList>[0], "name" | "isPersonal" | "levels">;

/** An approved version of a meeting's minutes, to be printed and signed as it was frozen. */
const versionList = (kind: Kind) =>
  exportedList({
    ...kind,
    title: "minutes.own.paper.title" as MeetingsKey,
    page: "/minutes/version/$version",
    narrowedBy: ["version"],
    filterOf: (asked) => {
      const version = asked.get("version");
      return version !== null && isUuid(version) ? version : undefined;
    },
    told: () => [],
    columns: (): ExportedColumn<Resolution, MeetingsKey>[] => [
      { header: "minutes.paper.number", width: 8, cell: (row) => row.number },
      {
        header: "minutes.paper.text",
        width: 70,
        cell: (row) => [row.text, ...row.items.map(({ label, text }) => `${label}: ${text}`)].join("\n"),
      },
      { header: "minutes.paper.parties", width: 30, cell: (row) => row.parties },
      { header: "minutes.paper.due", width: 18, cell: (row) => row.deadline },
    ],
    read: async (db, { place }, asked, after) => ({
      rows:
        asked && after === null
          ? [...shownMinutes((await getVersion(db, place.id, asked)).content.review).resolutions]
          : [],
      next: null,
    }),
    dressed: async (db, { place }, asked, { t, day, locale }) => {
      if (!asked) throw new Refusal("missing", "refusal.missing");
      const one = await getVersion(db, place.id, asked);
      const { content } = one;
      const { header, agenda, attendees, discussion } = shownMinutes(content.review);
      const number = t("minutes.own.number.of", { year: String(one.year), number: one.number });
      const post = ({ titleFa, titleEn }: { titleFa: string; titleEn: string }) =>
        locale === "fa" ? titleFa : titleEn;
      const hours =
        header.heldOn && header.startsAt && header.endsAt
          ? t("minutes.paper.hours", { day: day(header.heldOn), from: header.startsAt, to: header.endsAt })
          : day(header.heldOn);
      const text = (heading: string, lines: readonly string[]) =>
        lines.length > 0 ? [{ heading, lines: [...lines] }] : [];
      return {
        title: header.title,
        registered: { number, day: todayIn(one.approvedAt) },
        lead: t("minutes.own.paper.lead", { number, version: one.version }),
        isCounted: false,
        facts: [
          [t("minutes.own.number"), number],
          [t("minutes.own.paper.session"), sessionWords(content)[locale]],
          [t("minutes.paper.held"), hours],
          [t("minutes.paper.place"), header.place],
          [t("minutes.paper.invitation"), header.invitationNumber],
          [
            t("meetings.session.quorum"),
            one.needed !== null && t("minutes.own.quorum", { present: one.present ?? 0, needed: one.needed }),
          ],
          [t("minutes.own.exception.said"), one.exception],
          [
            t("minutes.own.paper.approved"),
            t("minutes.own.paper.approved-by", {
              name: one.approvedByName,
              post: post(content.chair),
              day: day(todayIn(one.approvedAt)),
            }),
          ],
          [
            one.corrects === null ? "" : t("minutes.own.paper.corrects", { version: one.corrects }),
            one.reason,
          ],
          [t("minutes.own.hash"), one.contentHash],
        ],
        texts: [
          ...text(
            t("minutes.paper.agenda"),
            agenda.map((item, index) => `${index + 1}. ${item}`),
          ),
          ...STANDINGS.flatMap((standing) =>
            text(
              t(`minutes.own.paper.standing.${standing}`),
              attendees
                .filter((one) => one.standing === standing)
                .map(({ name, post, organisation }) =>
                  [name, post, organisation].filter(Boolean).join(" · "),
                ),
            ),
          ),
          ...text(t("minutes.own.paper.discussion"), discussion),
        ],
        signers: [
          [t("minutes.paper.chair"), [content.chair.name, post(content.chair)].filter(Boolean).join(" · ")],
          [
            t("minutes.paper.secretary"),
            content.secretary
              ? [content.secretary.name, post(content.secretary)].filter(Boolean).join(" · ")
              : "",
          ],
        ],
        isSignedByTaker: false,
        foot: t("minutes.own.paper.lead", { number, version: one.version }),
      };
    },
  });

/** A county names members of its network among those who took part: it takes that out for a reason. */
export const exportedVersion = versionList({ name: "minutes-version", isPersonal: true, levels: ["county"] });
/** Above the county those who took part are officials. */
export const exportedVersionAbove = versionList({
  name: "minutes-version-above",
  isPersonal: false,
  levels: ["province", "nation"],
});
