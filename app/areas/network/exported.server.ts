import type { Db } from "~/kernel/db.server";
import { exportedList, type ExportedColumn, type Standpoint } from "~/kernel/sheets/exported-list";
import { formatMobile } from "~/lib/identifiers";
import { comma } from "~/ui/listed";
import { TIERS } from "./choices";
import { CONDITION_PARTS, conditionIn, viewOf } from "./lists/condition";
import { conditionWords } from "./lists/condition-words";
import { stateOn, type Cadence } from "./lifecycle";
import type { NetworkKey } from "./messages";
import { cadenceOf } from "./queries.server/cadence";
import { listCircles, type CircleRow } from "./queries.server/circles";
import { listOpenActions, type OpenAction } from "./queries.server/open-actions";
import { listBand, listPeopleByName, listPeopleBySilence, type PersonRow } from "./queries.server/people";
import { SILENCE_BANDS } from "./contacts/silence-bands";

/** A person with the cadence by which he is told to be silent. */
type ToldPerson = PersonRow & { cadence: Cadence };

const personColumns = ({ today }: Standpoint): ExportedColumn<ToldPerson, NetworkKey>[] => [
  { header: "network.person.full-name", width: 28, cell: (row) => row.fullName },
  {
    header: "network.person.mobile",
    width: 16,
    // A number that somebody dials: in every language as it is typed.
    cell: (row) => row.mobile && formatMobile(row.mobile, "en"),
  },
  { header: "network.col.tier", width: 12, cell: (row, { t }) => t(`network.tier.${row.tier}`) },
  {
    header: "network.filter.state",
    width: 14,
    cell: (row, { t }) => t(`network.state.${stateOn(row, row.cadence, today)}`),
  },
  { header: "network.col.locality", width: 20, cell: (row) => row.locality },
  {
    header: "network.col.circle",
    width: 30,
    cell: (row, { locale }) => row.circles.join(comma(locale)),
  },
  { header: "network.contact.last", width: 14, cell: (row, { day }) => day(row.lastOn) },
  {
    header: "network.col.outcome",
    width: 18,
    cell: (row, { t }) => row.lastOutcome && t(`network.outcome.${row.lastOutcome}`),
  },
  { header: "network.contact.next-on", width: 14, cell: (row, { day }) => day(row.nextOn) },
  {
    header: "network.person.no-contact",
    width: 24,
    cell: (row, { t }) => row.noContact && t("network.person.no-contact.yes"),
  },
];

/** Reads people with the cadence of their county. */
async function withCadence(
  db: Db,
  place: Standpoint["place"],
  list: (cadence: Cadence) => Promise<{ rows: PersonRow[]; next: string | null }>,
) {
  const cadence = await cadenceOf(db, place);
  const { rows, next } = await list(cadence);
  return { rows: rows.map((row) => ({ ...row, cadence })), next };
}

const personal = { isPersonal: true, levels: ["county"] } as const;

export const exportedPeople = exportedList({
  ...personal,
  name: "people",
  title: "network.people" as NetworkKey,
  page: "/network",
  narrowedBy: CONDITION_PARTS,
  filterOf: conditionIn,
  told: (condition, { t, locale }) => [
    ...(viewOf(condition) === "silence" ? [t("network.filter.members-only")] : []),
    ...conditionWords(condition, t, locale).map(({ text }) => text),
  ],
  columns: personColumns,
  read: (db, { place, today }, condition, cursor, size) =>
    withCadence(db, place, (cadence) => {
      const filter = { divisionId: place.id, asked: { condition, cadence, today }, cursor };
      return viewOf(condition) === "name"
        ? listPeopleByName(db, filter, size)
        : listPeopleBySilence(db, filter, cadence, size);
    }),
});

export const exportedWaiting = exportedList({
  ...personal,
  name: "waiting",
  title: "network.waiting" as NetworkKey,
  page: "/network/waiting",
  narrowedBy: ["tier", "band"],
  filterOf: (asked) => ({
    tier: TIERS.find((one) => one === asked.get("tier")),
    band: SILENCE_BANDS.find((one) => one === asked.get("band")),
  }),
  told: ({ tier, band }, { t }) => [
    tier && t(`network.tier.${tier}`),
    band && t(`network.waiting.band.${band}`),
  ],
  columns: personColumns,
  read: (db, at, filter, cursor, size) =>
    withCadence(db, at.place, (cadence) =>
      listBand(db, { ...filter, divisionId: at.place.id, cursor }, cadence, at.today, size),
    ),
});

export const exportedActions = exportedList({
  ...personal,
  name: "actions",
  title: "network.actions" as NetworkKey,
  page: "/network/actions",
  narrowedBy: [],
  filterOf: () => null,
  told: () => [],
  columns: (): ExportedColumn<OpenAction, NetworkKey>[] => [
    { header: "network.person.full-name", width: 28, cell: (row) => row.fullName },
    { header: "network.col.locality", width: 20, cell: (row) => row.locality },
    { header: "network.contact.happened-on", width: 14, cell: (row, { day }) => day(row.happenedOn) },
    { header: "network.contact.said", width: 60, cell: (row) => row.note },
  ],
  read: (db, { place }, _filter, after, size) => listOpenActions(db, place.id, after, size),
});

export const exportedCircles = exportedList({
  isPersonal: false,
  levels: ["county", "province", "nation"],
  name: "circles",
  title: "network.circles" as NetworkKey,
  page: "/network/circles",
  narrowedBy: [],
  filterOf: () => null,
  told: () => [],
  columns: ({ place }): ExportedColumn<CircleRow, NetworkKey>[] => [
    { header: "network.circle.name", width: 32, cell: (row) => row.name },
    { header: "network.circle.topic", width: 28, cell: (row) => row.topic },
    { header: "network.circle.place", width: 24, cell: (row) => row.place },
    { header: "network.circle.formed-on", width: 14, cell: (row, { day }) => day(row.formedOn) },
    place.level === "county"
      ? { header: "network.circle.members", width: 10, cell: (row) => row.members }
      : {
          header: "network.circle.county",
          width: 18,
          cell: (row, { named }) => named({ nameFa: row.divisionNameFa, nameEn: row.divisionNameEn }),
        },
  ],
  read: (db, { place }, _filter, after, size) => listCircles(db, place, after, size),
});
