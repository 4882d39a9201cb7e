import { Refusal } from "~/kernel/refusal";
import { exportedList, type ExportedColumn, type Say } from "~/kernel/sheets/exported-list";
import { isUuid } from "~/lib/identifiers";
import type { MeetingsKey } from "../messages";
import { getMinutes } from "../queries.server/minutes";

type Minutes = Awaited<ReturnType<typeof getMinutes>>;
type Resolution = Minutes["resolutions"][number];
type Words = Say<MeetingsKey>;

const textOf = ({ text, items, refersTo }: Resolution, { t }: Words): string =>
  [
    text,
    ...items.filter((item) => !text.includes(item.text)).map((item) => `${item.label}) ${item.text}`),
    ...(refersTo.length > 0 ? [t("minutes.paper.refers", { numbers: refersTo.join(" · ") })] : []),
  ].join("\n");

function dueOf({ deadlineKind, cadence, dueOn, noDeadlineReason }: Resolution, say: Words): string {
  if (deadlineKind === "continuous" && cadence) {
    // The ledger's word for how often.
    const each = say.t(`obligations.cadence.${cadence}` as MeetingsKey);
    return say.t("minutes.deadline.each", { cadence: each });
  }
  if (dueOn) return say.day(dueOn);
  return [say.t("minutes.deadline.none"), noDeadlineReason].filter(Boolean).join("\n");
}

function heldOf({ heldOn, startsAt, endsAt }: Minutes, { t, day }: Words): string | null {
  if (!heldOn) return null;
  return startsAt && endsAt
    ? t("minutes.paper.hours", { day: day(heldOn), from: startsAt, to: endsAt })
    : [day(heldOn), startsAt ?? endsAt].filter(Boolean).join(" · ");
}

/** Issued minutes with their resolutions, to be printed and signed. */
export const exportedMinutesText = exportedList({
  isPersonal: false,
  levels: ["county", "province", "nation"],
  name: "minutes-text",
  title: "minutes.paper.title" as MeetingsKey,
  page: "/minutes/$minutes",
  narrowedBy: ["minutes"],
  filterOf: (asked) => {
    const minutes = asked.get("minutes");
    return minutes !== null && isUuid(minutes) ? minutes : undefined;
  },
  told: () => [],
  columns: (): ExportedColumn<Resolution, MeetingsKey>[] => [
    { header: "minutes.paper.number", width: 10, cell: (row) => row.number },
    { header: "minutes.paper.text", width: 70, cell: (row, say) => textOf(row, say) },
    {
      header: "minutes.paper.parties",
      width: 32,
      cell: (row) => row.parties.map(({ written }) => written).join("\n"),
    },
    { header: "minutes.paper.due", width: 16, cell: (row, say) => dueOf(row, say) },
  ],
  read: async (db, { place }, minutes, after) => ({
    rows: minutes && after === null ? (await getMinutes(db, place.id, minutes)).resolutions : [],
    next: null,
  }),
  dressed: async (db, { place }, asked, say) => {
    if (!asked) throw new Refusal("missing", "refusal.missing");
    const minutes = await getMinutes(db, place.id, asked);
    const { t } = say;
    return {
      title: minutes.title,
      isCounted: false,
      facts: [
        [t("minutes.paper.held"), heldOf(minutes, say)],
        [t("minutes.paper.place"), minutes.place],
        [t("minutes.paper.invitation"), minutes.invitationNumber],
      ],
      texts: minutes.agenda.length > 0 ? [{ heading: t("minutes.paper.agenda"), lines: minutes.agenda }] : [],
      signers: [t("minutes.paper.chair"), t("minutes.paper.secretary")],
    };
  },
});
