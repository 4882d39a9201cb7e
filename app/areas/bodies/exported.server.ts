import { exportedList, type ExportedColumn } from "~/kernel/sheets/exported-list";
import { definitionWords } from "./definition-words";
import { BODY_KINDS, GROUPS_OF_FIVE } from "./choices";
import { listDictionary, listDirectory, type DictionaryRow, type DirectoryRow } from "./directory.server";
import { listDefinedGroups, type GroupDefinition } from "./groups.server";
import type { BodiesKey } from "./messages";

const narrowedBy = ["kind", "five", "closed"];

const filterOf = (asked: URLSearchParams) => ({
  kind: BODY_KINDS.find((kind) => kind === asked.get("kind")),
  groupOfFive: GROUPS_OF_FIVE.find((five) => five === asked.get("five")),
  closed: asked.get("closed") === "1",
});
type Filter = ReturnType<typeof filterOf>;

const told =
  (ended: BodiesKey) =>
  ({ kind, groupOfFive, closed }: Filter, { t }: { t: (key: BodiesKey) => string }) => [
    kind && t(`bodies.kind.${kind}`),
    groupOfFive && t(`bodies.five.${groupOfFive}`),
    closed ? t(ended) : t("bodies.filter.standing"),
  ];

/** The offices of a place: officials by order and how the office is reached, nothing of private persons. */
export const exportedOffices = exportedList({
  isPersonal: false,
  levels: ["county", "province"],
  name: "offices",
  title: "bodies.tab.here" as BodiesKey,
  page: "/bodies",
  narrowedBy,
  filterOf,
  told: told("bodies.filter.closed"),
  columns: (): ExportedColumn<DirectoryRow, BodiesKey>[] => [
    { header: "bodies.col.name", width: 44, cell: (row, { named }) => named(row) },
    { header: "bodies.col.kind", width: 18, cell: (row, { t }) => t(`bodies.kind.${row.kind}`) },
    {
      header: "bodies.col.five",
      width: 26,
      cell: (row, { t }) => row.groupOfFive && t(`bodies.five.${row.groupOfFive}`),
    },
    { header: "bodies.col.pr", width: 24, cell: (row) => row.prName },
    { header: "bodies.col.phone", width: 18, cell: (row) => row.phone },
    { header: "bodies.col.owes", width: 12, cell: (row) => row.owes },
    { header: "bodies.filter.closed", width: 14, cell: (row, { day }) => day(row.closedOn) },
  ],
  read: (db, { place, today }, filter, after, size) =>
    listDirectory(db, place.id, { ...filter, after }, today, size),
});

/** Every body that a place knows. */
export const exportedBodies = exportedList({
  isPersonal: false,
  levels: ["county", "province", "nation"],
  name: "bodies",
  title: "bodies.tab.dictionary" as BodiesKey,
  page: "/bodies/dictionary",
  narrowedBy,
  filterOf,
  told: told("bodies.filter.abolished"),
  columns: (): ExportedColumn<DictionaryRow, BodiesKey>[] => [
    { header: "bodies.col.name", width: 44, cell: (row, { named }) => named(row) },
    { header: "bodies.col.kind", width: 18, cell: (row, { t }) => t(`bodies.kind.${row.kind}`) },
    {
      header: "bodies.col.five",
      width: 26,
      cell: (row, { t }) => row.groupOfFive && t(`bodies.five.${row.groupOfFive}`),
    },
    {
      header: "bodies.col.parent",
      width: 36,
      cell: (row, { named }) => row.parentFa && named({ nameFa: row.parentFa, nameEn: row.parentEn ?? "" }),
    },
    {
      header: "bodies.group.of",
      width: 16,
      cell: (row, { t }) => t(row.divisionId === 0 ? "bodies.scope.nation" : "bodies.scope.local"),
    },
    { header: "bodies.filter.abolished", width: 14, cell: (row, { day }) => day(row.abolishedOn) },
  ],
  read: (db, { place }, filter, after, size) => listDictionary(db, place.id, { ...filter, after }, size),
});

/** Groups with who belongs to them, in words. */
export const exportedGroups = exportedList({
  isPersonal: false,
  levels: ["county", "province", "nation"],
  name: "body-groups",
  title: "bodies.tab.groups" as BodiesKey,
  page: "/bodies/groups",
  narrowedBy: [],
  filterOf: () => null,
  told: () => [],
  columns: (): ExportedColumn<GroupDefinition, BodiesKey>[] => [
    { header: "bodies.group.name", width: 44, cell: (row, { named }) => named(row) },
    {
      header: "bodies.group.definition",
      width: 50,
      cell: (row, { t }) => definitionWords(row, t),
    },
    {
      header: "bodies.group.of",
      width: 16,
      cell: (row, { t }) => t(row.divisionId === 0 ? "bodies.scope.nation" : "bodies.scope.local"),
    },
  ],
  // At most 200 groups: `listDefinedGroups` reads no more.
  read: async (db, { place }) => ({ rows: await listDefinedGroups(db, place), next: null }),
});
