import { listDivisions } from "~/areas/divisions/queries.server";
import { exportedList, type ExportedColumn } from "~/kernel/sheets/exported-list";
import { formatMobile } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { comma } from "~/ui/listed";
import { JOIN_REQUEST_STATES } from "./choices";
import type { NetworkKey } from "./messages";
import { listCorrections, type CorrectionRow } from "./queries.server/corrections";
import { listGrants, type GrantRow } from "./queries.server/glass";
import { listJoinRequests, type JoinRequestRow } from "./queries.server/joining";
import { listPairs, type PairRow } from "./queries.server/pairs";

const personal = { isPersonal: true, levels: ["county"] } as const;

/** Requests to join in one state. */
export const exportedJoining = exportedList({
  ...personal,
  name: "joining",
  title: "network.join.waiting" as NetworkKey,
  page: "/network/joining",
  narrowedBy: ["state"],
  filterOf: (asked) => JOIN_REQUEST_STATES.find((one) => one === asked.get("state")) ?? "waiting",
  told: (state, { t }) => [t(`network.join.state.${state}`)],
  columns: (): ExportedColumn<JoinRequestRow, NetworkKey>[] => [
    {
      header: "network.join.col.name",
      width: 28,
      cell: (row, { t }) => row.personName ?? row.fullName ?? t("network.join.forgotten"),
    },
    { header: "network.join.col.locality", width: 20, cell: (row) => row.locality },
    { header: "network.join.col.form", width: 28, cell: (row) => row.formName },
    { header: "network.join.col.received", width: 14, cell: (row, { day }) => day(todayIn(row.receivedAt)) },
    {
      header: "network.join.request.decided",
      width: 14,
      cell: (row, { day }) => row.decidedAt && day(todayIn(row.decidedAt)),
    },
    {
      header: "network.join.col.decision",
      width: 24,
      cell: (row, { t }) =>
        row.declineReason
          ? t(`network.join.declined.${row.declineReason}`)
          : t(`network.join.state.${row.state}`),
    },
  ],
  read: (db, { place }, state, after, size) => listJoinRequests(db, place.id, state, after, size),
});

/** Pairs of members who may be one person, the likeliest first. */
export const exportedDuplicates = exportedList({
  ...personal,
  name: "duplicates",
  title: "network.duplicates" as NetworkKey,
  page: "/network/duplicates",
  narrowedBy: [],
  filterOf: () => null,
  told: () => [],
  columns: (): ExportedColumn<PairRow, NetworkKey>[] => [
    { header: "network.duplicates.first", width: 28, cell: (row) => row.first.fullName },
    {
      header: "network.person.mobile",
      width: 16,
      cell: (row) => row.first.mobile && formatMobile(row.first.mobile, "en"),
    },
    { header: "network.col.locality", width: 20, cell: (row) => row.first.locality },
    { header: "network.duplicates.second", width: 28, cell: (row) => row.second.fullName },
    {
      header: "network.person.mobile",
      width: 16,
      cell: (row) => row.second.mobile && formatMobile(row.second.mobile, "en"),
    },
    { header: "network.col.locality", width: 20, cell: (row) => row.second.locality },
    {
      header: "network.duplicates.alike",
      width: 40,
      cell: (row, { t, locale }) =>
        row.reasons.map((reason) => t(`network.reason.${reason}`)).join(comma(locale)),
    },
  ],
  read: (db, { place }, _filter, after, size) => listPairs(db, place.id, after, size),
});

/** Most corrections in a file: they wait for days, not for years. */
const MOST_CORRECTIONS = 5000;

/** What members say is right about them, beside what stands in their record. */
export const exportedCorrections = exportedList({
  ...personal,
  name: "corrections",
  title: "network.corrections" as NetworkKey,
  page: "/network/corrections",
  narrowedBy: [],
  filterOf: () => null,
  told: () => [],
  columns: (): ExportedColumn<CorrectionRow, NetworkKey>[] => [
    { header: "network.person.full-name", width: 28, cell: (row) => row.fullName },
    {
      header: "network.corrections.said",
      width: 60,
      cell: (row, { locale }) =>
        [row.saidName, row.saidMobile && formatMobile(row.saidMobile, "en"), row.saidLocality]
          .filter(Boolean)
          .join(comma(locale)),
    },
    { header: "network.join.col.received", width: 14, cell: (row, { day }) => day(todayIn(row.sentAt)) },
  ],
  read: async (db, { place }) => ({
    rows: await listCorrections(db, place.id, MOST_CORRECTIONS),
    next: null,
  }),
});

type Look = GrantRow & { nameFa: string; nameEn: string };

/** The province's looks into people's files, from both ends: who, why, and how much was seen; never whom. */
export const exportedLooks = exportedList({
  isPersonal: false,
  levels: ["county", "province"],
  name: "looks",
  title: "network.glass" as NetworkKey,
  page: "/glass",
  narrowedBy: [],
  filterOf: () => null,
  told: () => [],
  columns: (): ExportedColumn<Look, NetworkKey>[] => [
    { header: "network.glass.col.when", width: 14, cell: (row, { day }) => day(todayIn(row.shownAt)) },
    { header: "network.glass.col.county", width: 20, cell: (row, { named }) => named(row) },
    { header: "network.glass.col.who", width: 28, cell: (row) => row.openedByName },
    { header: "network.glass.col.reason", width: 60, cell: (row) => row.reason },
    {
      header: "network.glass.field.minutes",
      width: 14,
      cell: (row, { t }) => t("network.glass.minutes", { count: row.minutes }),
    },
    {
      header: "network.glass.col.seen",
      width: 24,
      cell: (row, { t }) => t("network.glass.seen", { files: row.files, names: row.names }),
    },
  ],
  read: async (db, { place }, _filter, after, size) => {
    const ends = place.level === "county" ? { county: place.id } : { province: place.id };
    const { rows, next } = await listGrants(db, ends, after, size);
    const names = await listDivisions(
      db,
      rows.map(({ divisionId }) => divisionId),
    );
    const nameOf = new Map(names.map(({ id, nameFa, nameEn }) => [id, { nameFa, nameEn }]));
    return {
      rows: rows.map((row) => ({ ...row, ...(nameOf.get(row.divisionId) ?? { nameFa: "", nameEn: "" }) })),
      next,
    };
  },
});
