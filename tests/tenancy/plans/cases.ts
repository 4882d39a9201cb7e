import { createHash } from "node:crypto";
import { actorOf, GOLESTAN, GORGAN, NATION } from "../../factories/actors";
import { listHeld, listOwingOffices } from "~/areas/bodies/abolition/preview.server";
import { listHeads } from "~/areas/bodies/heads.server";
import * as bodies from "~/areas/bodies/queries.server";
import { listCalendar } from "~/areas/meetings/calendar/calendar.server";
import { listCouncilsAbove } from "~/areas/councils/above.server";
import * as councils from "~/areas/councils/queries.server";
import { listEntries } from "~/areas/catalogues/queries.server";
import * as visits from "~/areas/visits/queries.server";
import { listNextVisits, listVisitsInDays } from "~/areas/visits/calendar.server";
import * as visitCoverage from "~/areas/visits/coverage.server";
import * as visitRotas from "~/areas/visits/rota-queries.server";
import * as visitTargets from "~/areas/visits/targets.server";
import * as groups from "~/areas/bodies/groups.server";
import * as directory from "~/areas/bodies/directory.server";
import * as demands from "~/areas/demands/queries.server";
import { STATES as DEMAND_STATES } from "~/areas/demands/lifecycle";
import * as divisions from "~/areas/divisions/queries.server";
import { listExports } from "~/areas/exports/queries.server";
import * as identity from "~/areas/identity/queries.server";
import { doorActor } from "~/areas/identity/sessions.server";
import { listAttendees } from "~/areas/meetings/own-minutes/composed.server";
import { listAddressees } from "~/areas/meetings/minutes/parties.server";
import * as agenda from "~/areas/meetings/calling/agenda.server";
import { listCouncilSessions } from "~/areas/meetings/calling/council-sessions.server";
import * as planned from "~/areas/meetings/calling/planned.server";
import { listSignUps } from "~/areas/meetings/sign-up/queries.server";
import * as invitations from "~/areas/meetings/invitations/queries.server";
import * as sessions from "~/areas/meetings/session/queries.server";
import { listRooms } from "~/areas/meetings/calling/rooms.server";
import { listSeries, listSeriesMeetings } from "~/areas/meetings/calling/series.server";
import { listMeetingTypes, listOfferedTypes } from "~/areas/meetings/calling/types.server";
import * as meetings from "~/areas/meetings/queries.server/meetings";
import * as ownMinutes from "~/areas/meetings/own-minutes/queries.server";
import * as minutes from "~/areas/meetings/queries.server/minutes";
import * as queue from "~/areas/meetings/queries.server/queue";
import { pictureOf } from "~/areas/network/queries.server/circle-picture";
import * as circles from "~/areas/network/queries.server/circles";
import { listContacts } from "~/areas/network/queries.server/contacts";
import { listCallers } from "~/areas/network/queries.server/assignments";
import * as glass from "~/areas/network/queries.server/glass";
import * as corrections from "~/areas/network/queries.server/corrections";
import * as joining from "~/areas/network/queries.server/joining";
import { listImports, listRefusedRows } from "~/areas/network/queries.server/imports";
import { listStaying, listUndone } from "~/areas/network/queries.server/import-undo";
import { listCell } from "~/areas/network/queries.server/coverage";
import type { PeopleCondition } from "~/areas/network/lists/condition";
import { localitiesOf } from "~/areas/network/queries.server/condition";
import { listPersonFiles } from "~/areas/network/queries.server/person-files";
import * as relocations from "~/areas/network/queries.server/relocations";
import * as lists from "~/areas/network/queries.server/lists";
import { listCandidates } from "~/areas/network/queries.server/many";
import { listOpenActions, listOpenActionsOfCircle } from "~/areas/network/queries.server/open-actions";
import * as people from "~/areas/network/queries.server/people";
import { listTiesOfCircle, listTiesOfOffice, listTiesOfPerson } from "~/areas/network/queries.server/ties";
import { listTimeline } from "~/areas/network/queries.server/timeline";
import { listMerges, listPairs } from "~/areas/network/queries.server/pairs";
import { listLikelyRows } from "~/areas/network/queries.server/likely-rows";
import { listTextsToLookAt } from "~/areas/network/queries.server/texts";
import { listWays } from "~/areas/network/queries.server/ways";
import { findCircles, findPeople } from "~/areas/network/queries.server/search";
import { USUAL_CADENCE } from "~/areas/network/lifecycle";
import { listOwing } from "~/areas/notifications/commands/tell-of-minutes.server";
import { listOwingOffices as listOfficesOwing } from "~/areas/notifications/commands/tell-officers-of-ledger.server";
import * as centre from "~/areas/notifications/centre.server";
import * as notifications from "~/areas/notifications/queries.server";
import { listInTray } from "~/areas/obligations/in-tray/in-tray.server";
import { TRAY_PARTS } from "~/areas/obligations/in-tray/tray-view";
import * as officers from "~/areas/officers/queries.server";
import { listDue } from "~/areas/obligations/chasing/due.server";
import { FILTERS } from "~/areas/obligations/filters";
import * as obligations from "~/areas/obligations/queries.server";
import { listTurns } from "~/areas/obligations/steps/turns.server";
import * as obstacles from "~/areas/obstacles/queries.server";
import * as handover from "~/areas/handover/queries.server";
import * as posts from "~/areas/posts/queries.server";
import { listVacancies } from "~/areas/posts/vacancies.server";
import { cellOf, listRecordIds, listRecords } from "~/areas/reports/indicators/figures.server";
import { listKeptRecords } from "~/areas/reports/indicators/kept-records.server";
import { INDICATORS } from "~/areas/reports/indicators/list.server";
import * as board from "~/areas/reports/queries/board.server";
import { listSummedCounties } from "~/areas/reports/queries/children.server";
import * as duties from "~/areas/reports/queries/duties.server";
import { listHistory } from "~/areas/reports/queries/history.server";
import { listPlacesWithCells } from "~/areas/reports/queries/places.server";
import { listStandings } from "~/areas/reports/queries/standings.server";
import { listVersions } from "~/areas/reports/queries/versions.server";
import type { RecordKind } from "~/areas/reports/record-kind";
import type { Actor, Place, PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { isoDate } from "~/lib/jalali";
import { encodeCursor } from "~/lib/paging";
import { lastPeriods, type Period } from "~/lib/period";
import { uuidv7 } from "~/lib/identifiers";
import { ROWS } from "./country-of-rows";

/** The most rows of a table that a page may touch. */
const PAGE = 400;
/** A page of each of a province's counties. */
const PAGE_OF_EACH = 900;
/** What reads all that a place has of something, because it counts it or searches in it. */
const WHOLE_PLACE = 2 * ROWS;

export type Case = {
  list: (db: Db, ...rest: never[]) => Promise<unknown>;
  /** What is listed, in words. */
  what: string;
  actor: Actor;
  run: (db: Db) => Promise<unknown>;
  /** The most rows that one node of the plan may touch. */
  most: number;
  door?: boolean;
};

type Rest<L> = L extends (db: Db, ...rest: infer R) => Promise<unknown> ? R : never;

const EACH = { most: PAGE_OF_EACH };
const WHOLE = { most: WHOLE_PLACE };
const TODAY = isoDate("2026-12-24");
const NOW = new Date("2026-12-24T08:00:00Z");
const CADENCE = USUAL_CADENCE;
const AUTUMN: Period = "1405-Q3";

const idOf = (kind: string, n: number) =>
  createHash("md5")
    .update(`${kind} ${n}`)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

const assistant = actorOf(GORGAN, "assistant", idOf("account", 7));
const expert = actorOf(GOLESTAN, "provincial-expert");
const officer = actorOf(NATION, "national-officer");
const [county, province, nation] = [assistant.place, expert.place, officer.place];
const OFFICE = { divisionId: GORGAN, officeId: idOf("office", 7) };
const office: Actor = {
  kind: "office",
  key: uuidv7(),
  name: "اداره",
  office: { ...OFFICE, ancestors: county.ancestors },
  ability: assistant.ability,
};

const page = (...cursor: (string | number)[]) => encodeCursor(cursor);
const SOME = idOf("some", 1);
const ON_A_DAY = page("2025-10-01", SOME);
const AT_AN_INSTANT = page("2021-02-01T08:00:00.000Z", SOME);

function of<L extends (db: Db, ...rest: never[]) => Promise<unknown>>(
  list: L,
  what: string,
  actor: Actor,
  rest: Rest<L>,
  { most = PAGE, door }: { most?: number; door?: boolean } = {},
): Case {
  const run = (db: Db) => (list as (db: Db, ...all: Rest<L>) => Promise<unknown>)(db, ...rest);
  return { list, what, actor, run, most, door };
}

const ofBodies = [
  of(listHeads, "heads of an office", assistant, [GORGAN, OFFICE.officeId]),
  of(bodies.listOffices, "offices of a county", assistant, [GORGAN, TODAY]),
  of(bodies.listGovernorates, "governorates", expert, [province, TODAY], { most: 3000 }),
  of(bodies.listOfficesBelow, "governorates and municipalities", expert, [province, TODAY], { most: 7000 }),
  of(bodies.listCountiesWithoutGovernorate, "counties without one", expert, [province, TODAY]),
  of(bodies.listGroupMembers, "members of a group", assistant, [
    county,
    { code: "all-executive-bodies", kind: "offices" },
    TODAY,
  ]),
  of(bodies.listGroupMembers, "members of a group by rule", assistant, [
    county,
    { code: "some", kind: "rule" },
    TODAY,
  ]),
  of(listCalendar, "calendar of meetings", assistant, [
    GORGAN,
    { from: TODAY, before: "2027-02-01", withDrafts: true },
  ]),
  of(councils.listCouncils, "councils", assistant, [GORGAN, { dissolved: false }, TODAY, 50], { most: 3000 }),
  of(listCouncilsAbove, "councils above", assistant, [county], { most: 3000 }),
  of(councils.listMembers, "members of a council", assistant, [GORGAN, idOf("council", 7)]),
  of(councils.listCouncilChoices, "councils that a form offers", assistant, [GORGAN], { most: 3000 }),
  of(councils.listCouncilInvitees, "whom a session invites", assistant, [GORGAN, idOf("council", 7), TODAY]),
  of(visits.listVisits, "visits", assistant, [GORGAN, { view: "coming" }, 50]),
  of(visits.listVisits, "visits of an office", assistant, [
    GORGAN,
    { view: "all", office: idOf("office", 3) },
    50,
  ]),
  of(visits.listVisitsHere, "visits announced to a place", assistant, [GORGAN, { view: "all" }, 50]),
  of(visits.listVisitsOfOffice, "visits of and to an office", assistant, [GORGAN, idOf("office", 3), 20]),
  of(listAttendees, "who took part in a meeting", assistant, [GORGAN, idOf("meeting", 7)]),
  of(listVisitsInDays, "visits in a calendar", assistant, [
    GORGAN,
    { from: TODAY, before: "2027-02-01", withPlanned: true },
  ]),
  of(listNextVisits, "the next visits of a desk", assistant, [GORGAN, TODAY, 3]),
  of(visits.listFindings, "findings of a visit", assistant, [{ divisionId: GORGAN, id: idOf("visit", 7) }]),
  of(visits.listOrdered, "what was ordered because of a visit", assistant, [
    { divisionId: GORGAN, id: idOf("visit", 7) },
    TODAY,
  ]),
  of(
    visitCoverage.listCoverage,
    "coverage of visits",
    assistant,
    [county, "locality", { from: "2026-09-23", to: "2026-12-21" }, { from: "2025-12-24", to: TODAY }],
    { most: 3000 },
  ),
  of(
    visitCoverage.listKept,
    "visits kept and missed",
    assistant,
    [GORGAN, { from: "2025-12-24", to: TODAY }],
    { most: 3000 },
  ),
  of(visitRotas.listRotas, "rotas", assistant, [GORGAN, null, 50], { most: 3000 }),
  of(visitRotas.listTurns, "turns of a rota", assistant, [GORGAN, idOf("visit_rota", 1)]),
  of(visitTargets.listTargets, "where one may go", assistant, [county, TODAY], { most: 3000 }),
  of(visitTargets.listVisitors, "who visits", assistant, [county, TODAY]),
  of(councils.listSeats, "seats of all councils", assistant, [GORGAN, null, 50]),
  of(groups.listDefinedGroups, "groups with their definitions", assistant, [county]),
  of(groups.listGroupUses, "uses of a group", assistant, [GORGAN, "some"]),
  of(bodies.listGroups, "groups", assistant, []),
  of(bodies.listKnownParties, "known parties", expert, [], EACH),
  of(bodies.listOfficeLinks, "links of an office", assistant, [GORGAN, OFFICE.officeId]),
  of(directory.listDirectory, "the directory of a county", assistant, [GORGAN, {}, TODAY], EACH),
  of(
    directory.listDirectory,
    "a later page of it, by type",
    assistant,
    [GORGAN, { kind: "executive", groupOfFive: "support-health", after: page("اداره ۱", SOME) }, TODAY],
    EACH,
  ),
  of(directory.searchOffices, "open offices by a word", assistant, [GORGAN, "آموزش", 20, TODAY], WHOLE),
  of(directory.listMissingUsual, "usual bodies that are not here", assistant, [county], WHOLE),
  of(directory.searchDirectory, "offices by a word", assistant, [GORGAN, "آموزش"], WHOLE),
  of(directory.listDictionary, "the dictionary", assistant, [GORGAN, {}]),
  of(directory.searchDictionary, "bodies by a word", assistant, [GORGAN, "آموزش"], WHOLE),
  of(directory.listBodyChoices, "bodies to choose from", assistant, []),
  of(directory.listBodiesBelow, "bodies below one", assistant, [idOf("organisation", 7)]),
  of(directory.listNames, "names of a body", assistant, [idOf("organisation", 7)]),
  of(directory.listBodyEvents, "history of a body", assistant, [county, idOf("organisation", 7)]),
  of(listHeld, "what an office would hand over", assistant, [GORGAN, OFFICE.officeId, 50], WHOLE),
  of(
    listOwingOffices,
    "a body's offices that owe something",
    officer,
    [nation, idOf("organisation", 7), 50],
    {
      most: WHOLE_PLACE,
    },
  ),
  of(listAddressees, "addressees of minutes", expert, [province, TODAY], { most: 7000 }),
];

const ofDemands = [
  of(demands.listDemands, "demands", assistant, [county, {}, TODAY]),
  of(demands.listDemands, "a later page of demands", assistant, [county, { after: ON_A_DAY }, TODAY]),
  of(demands.listDemands, "complaints", assistant, [county, { kind: "complaint" }, TODAY]),
  of(demands.listDemands, "late demands", assistant, [county, { late: "1" }, TODAY]),
  of(demands.listDemands, "demands of a province", expert, [province, {}, TODAY], EACH),
  of(
    demands.listDemands,
    "late ones of a province",
    expert,
    [province, { late: "1", after: ON_A_DAY }, TODAY],
    EACH,
  ),
  ...DEMAND_STATES.map((state) =>
    of(demands.listDemands, `demands: ${state}`, assistant, [county, { state }, TODAY], EACH),
  ),
  of(demands.listNearLimit, "demands near their limit", assistant, [GORGAN, TODAY, 8]),
  of(demands.listToRefer, "demands to refer", assistant, [GORGAN, 8]),
  of(demands.listForOffice, "demands of an office", office, [OFFICE]),
  of(demands.listForOffice, "one demand of an office", office, [OFFICE, SOME]),
  of(demands.listCompetentOffices, "offices for a demand", assistant, [GORGAN]),
];

const ofDivisions = [
  of(divisions.listChildren, "counties of a province", expert, [GOLESTAN]),
  of(divisions.listEveryCounty, "every county", officer, [], { most: 1000 }),
  of(divisions.listDivisions, "divisions by id", officer, [[GORGAN, GOLESTAN]]),
  of(identity.listSessions, "sessions of an account", doorActor, [assistant.key], { door: true }),
];

const ofExports = [
  of(listExports, "exports", assistant, [GORGAN]),
  of(listExports, "earlier exports", assistant, [GORGAN, page(600)]),
];

const ofMeetings = [
  of(meetings.listMeetings, "meetings", assistant, [county]),
  of(meetings.listMeetings, "a later page of meetings", assistant, [county, { cursor: ON_A_DAY }]),
  of(
    meetings.listMeetings,
    "joint meetings of a province",
    expert,
    [province, { kind: "joint", view: "held" }],
    WHOLE,
  ),
  of(meetings.listMeetings, "planned meetings", assistant, [county, { view: "planned" }]),
  of(meetings.listMeetings, "later planned meetings", assistant, [
    county,
    { view: "planned", cursor: ON_A_DAY },
  ]),
  of(planned.listNextMeetings, "the next meetings", assistant, [GORGAN, TODAY, 3]),
  of(listCouncilSessions, "the sessions of a council", assistant, [GORGAN, idOf("council", 7), null, 12]),
  of(planned.listClashes, "meetings in the same hours", assistant, [GORGAN, idOf("planned", 7)]),
  of(agenda.listAgenda, "an agenda", assistant, [GORGAN, idOf("planned", 7)]),
  of(agenda.listBacklog, "the backlog of a series", assistant, [GORGAN, idOf("meeting_series", 7)]),
  of(listRooms, "rooms", assistant, [GORGAN]),
  of(invitations.listInvitations, "invitations", assistant, [GORGAN, idOf("planned", 7)]),
  of(invitations.listInvitations, "invitations without an answer", assistant, [
    GORGAN,
    idOf("planned", 7),
    { filter: "silent" },
  ]),
  of(listSignUps, "who put his name down", assistant, [GORGAN, idOf("planned", 7)]),
  of(invitations.listCallings, "people invited at once", assistant, [GORGAN, idOf("planned", 7)]),
  of(invitations.listClashes, "invitees with two meetings", assistant, [GORGAN, idOf("planned", 7)]),
  of(invitations.listAgendaTitles, "titles of an agenda", assistant, [GORGAN, idOf("planned", 7)]),
  of(sessions.listOutcomes, "outcomes", assistant, [GORGAN, idOf("planned", 7)]),
  of(sessions.listSessionItems, "items of a meeting that sits", assistant, [GORGAN, idOf("planned", 7)]),
  of(listSeries, "series", assistant, [GORGAN], EACH),
  of(listSeriesMeetings, "meetings of a series", assistant, [GORGAN, idOf("meeting_series", 7), TODAY]),
  of(listMeetingTypes, "types of meetings", assistant, [county]),
  of(listOfferedTypes, "offered types of meetings", assistant, [county, TODAY]),
  of(meetings.listLastHeld, "last meetings", expert, [province]),
  of(minutes.listMinutes, "minutes", expert, [GOLESTAN]),
  of(minutes.listMinutes, "a later page of minutes", expert, [GOLESTAN, AT_AN_INSTANT]),
  of(minutes.listDrafts, "drafts", expert, [GOLESTAN]),
  of(queue.listQueue, "the queue of minutes", expert, [GOLESTAN]),
  of(ownMinutes.listComments, "comments of minutes", expert, [GOLESTAN, SOME]),
  of(ownMinutes.listVersions, "versions of minutes", expert, [GOLESTAN, SOME]),
  of(ownMinutes.listDraftsOfDay, "drafts of a day", expert, [GOLESTAN, TODAY]),
  of(queue.listQueue, "a later page of the queue", expert, [GOLESTAN, page(3, SOME)]),
  of(queue.listRefusedFiles, "files that were not read", expert, [GOLESTAN]),
  of(queue.listKnownFiles, "files that were there already", expert, [GOLESTAN]),
];

const waitingSince = page("2025-10-01", SOME);
const asking = (condition: PeopleCondition) => ({ condition, cadence: CADENCE, today: TODAY });
/** Each part of a condition by itself: the more it narrows, the more people are looked at for a page. */
const CONDITIONS: [what: string, condition: PeopleCondition][] = [
  ["cold ones", { state: "cold" }],
  ["of a field", { field: "social" }],
  ["of a circle", { circle: idOf("circle", 7) }],
  ["of a locality", { locality: "روستا" }],
  ["of a capacity", { capacity: "teaching" }],
  ["silent for long", { silent: 200 }],
  ["in contact since", { since: isoDate("2026-11-01") }],
  ["consenting to a way", { way: "sms" }],
];

const ofNetwork = [
  ...CONDITIONS.flatMap(([what, condition]) => [
    of(
      people.listPeopleByName,
      `people by name, ${what}`,
      assistant,
      [{ divisionId: GORGAN, asked: asking(condition) }],
      WHOLE,
    ),
    of(
      people.listPeopleBySilence,
      `people by silence, ${what}`,
      assistant,
      [{ divisionId: GORGAN, asked: asking(condition) }, CADENCE],
      WHOLE,
    ),
  ]),
  of(lists.listPeopleLists, "saved lists", assistant, [GORGAN, [assistant.key]]),
  of(
    lists.peopleOfList,
    "people of a saved list",
    assistant,
    [county, { id: idOf("person_list", 7), readerKeys: [assistant.key] }, TODAY],
    WHOLE,
  ),
  of(localitiesOf, "localities", assistant, [GORGAN], WHOLE),
  of(circles.listCircles, "circles", assistant, [county]),
  of(circles.listCircles, "a later page of circles", assistant, [county, page(SOME)]),
  of(circles.listCircles, "closed circles", assistant, [county, null, 50, "closed"]),
  of(circles.listCircles, "open circles", assistant, [county, null, 50, "open"]),
  of(circles.listCircles, "circles of a province", expert, [province], EACH),
  of(circles.listCircleMembers, "members of a circle", assistant, [GORGAN, idOf("circle", 7)]),
  of(listContacts, "contacts", assistant, [GORGAN, idOf("person", 7)]),
  of(listContacts, "earlier contacts", assistant, [GORGAN, idOf("person", 7), page("2022-01-01", SOME)]),
  of(people.listPeopleByName, "people by name", assistant, [{ divisionId: GORGAN }]),
  of(people.listPeopleByName, "a later page of them", assistant, [
    { divisionId: GORGAN, asked: asking({ tier: "core" }), cursor: page("عضو 001500", SOME) },
  ]),
  of(people.listPeopleBySilence, "people by silence", assistant, [{ divisionId: GORGAN }, CADENCE]),
  of(people.listPeopleBySilence, "a later page of silence", assistant, [
    { divisionId: GORGAN, cursor: waitingSince },
    CADENCE,
  ]),
  of(people.listWaiting, "who waits", assistant, [{ divisionId: GORGAN }, CADENCE, TODAY, 20]),
  of(people.listWaiting, "who waits next", assistant, [
    { divisionId: GORGAN, cursor: waitingSince },
    CADENCE,
    TODAY,
    20,
  ]),
  of(
    people.listBand,
    "a band of silence",
    assistant,
    [{ divisionId: GORGAN, tier: "core", band: "past" }, CADENCE, TODAY],
    EACH,
  ),
  of(
    people.listBand,
    "all bands past the cadence",
    assistant,
    [{ divisionId: GORGAN }, CADENCE, TODAY],
    EACH,
  ),
  of(listCallers, "who may be given calls", assistant, [GORGAN, TODAY]),
  of(people.listAgreedCalls, "agreed calls", assistant, [GORGAN, TODAY, 20]),
  of(listPairs, "pairs that wait", assistant, [GORGAN]),
  of(listTextsToLookAt, "texts that wait for a look", assistant, [GORGAN]),
  of(listTextsToLookAt, "a later page of them", assistant, [GORGAN, page("person.note", SOME)]),
  of(listMerges, "merges", assistant, [GORGAN, new Date("2020-01-01")]),
  of(findPeople, "a name typed in full", assistant, [GORGAN, "عضو 001100", 50], WHOLE),
  of(findPeople, "a name of which all have the beginning", assistant, [GORGAN, "عضو", 50], WHOLE),
  of(findPeople, "two words turned round", assistant, [GORGAN, "001100 عضو", 50], WHOLE),
  of(findPeople, "a number's last digits", assistant, [GORGAN, "1100", 50], WHOLE),
  of(people.searchPeople, "people by a name", assistant, [GORGAN, "عضو 001100"], WHOLE),
  of(listCandidates, "who may be ticked", assistant, [
    GORGAN,
    { personIds: [idOf("person", 7)], circleId: idOf("circle", 7) },
  ]),
  of(listCandidates, "everybody who may be ticked", assistant, [GORGAN, { everybody: true }]),
  of(listImports, "lists of people brought in", assistant, [GORGAN]),
  of(listLikelyRows, "rows of a list that may be somebody", assistant, [GORGAN, idOf("person_import", 7)]),
  of(listUndone, "what became of a list's people", assistant, [GORGAN, idOf("person_import", 7), null, 50]),
  of(listStaying, "who stays of a list that was taken back", assistant, [GORGAN, idOf("person_import", 7)]),
  of(listRefusedRows, "rows of a list that were not taken", assistant, [
    GORGAN,
    idOf("person_import", 7),
    900,
    50,
  ]),
  of(
    listCell,
    "people of a cell",
    assistant,
    [county, { locality: "روستا", field: "social", today: TODAY }],
    WHOLE,
  ),
  of(circles.listPastMemberships, "past memberships of a circle", assistant, [GORGAN, idOf("circle", 7)]),
  of(listOpenActionsOfCircle, "open actions of a circle", assistant, [GORGAN, idOf("circle", 7)]),
  of(listTiesOfPerson, "relationships of a person", assistant, [GORGAN, idOf("person", 7)]),
  of(listTiesOfCircle, "relationships of a circle", assistant, [GORGAN, idOf("circle", 7)]),
  of(listTiesOfOffice, "relationships of an office", assistant, [GORGAN, idOf("office", 7)]),
  of(
    pictureOf,
    "a circle and its neighbours",
    assistant,
    [GORGAN, { id: idOf("circle", 7), name: "حلقه" }, TODAY],
    WHOLE,
  ),
  of(listEntries, "entries of a catalogue", assistant, [county, ["tie-person-person"]]),
  of(listOpenActions, "open actions", assistant, [GORGAN]),
  of(listOpenActions, "later open actions", assistant, [GORGAN, page("2022-06-01", SOME)]),
  of(joining.listJoinRequests, "requests to join", assistant, [GORGAN, "waiting"]),
  of(joining.listJoinRequests, "later requests to join", assistant, [GORGAN, "waiting", AT_AN_INSTANT]),
  of(joining.listJoinRequests, "requests that were decided", assistant, [GORGAN, "declined", AT_AN_INSTANT]),
  of(joining.listJoinLinks, "join forms and what came by each", assistant, [GORGAN, TODAY], WHOLE),
  of(corrections.listCorrections, "corrections that people ask for", assistant, [GORGAN]),
  of(corrections.listMemberLinks, "links to one person's own page", assistant, [GORGAN, idOf("person", 7)]),
  of(listPersonFiles, "files of a person", assistant, [GORGAN, idOf("person", 7)]),
  of(relocations.listRelocations, "people who would come", assistant, [GORGAN, "in", TODAY, page(SOME)]),
  of(relocations.listRelocations, "people who would go", assistant, [GORGAN, "out", TODAY]),
  of(glass.listGrants, "looks into a county", assistant, [{ county: GORGAN }]),
  of(glass.listGrants, "earlier looks into it", assistant, [{ county: GORGAN }, AT_AN_INSTANT]),
  of(glass.listGrants, "looks of a province", expert, [{ province: GOLESTAN }]),
  of(glass.listLooks, "what was seen under a look", assistant, [GORGAN, idOf("grant", 7)]),
  of(glass.listLooks, "an earlier page of it", assistant, [GORGAN, idOf("grant", 7), AT_AN_INSTANT]),
  of(glass.listIdsByName, "people a look may show", assistant, [GORGAN]),
  of(glass.listIdsByName, "a later page of them", assistant, [GORGAN, page(idOf("person", 7))]),
  of(glass.listNames, "names a look shows", assistant, [GORGAN, [idOf("person", 7)]]),
  of(listWays, "ways to somebody", assistant, [GORGAN, idOf("person", 7)]),
  of(listTimeline, "timeline of a person", assistant, [GORGAN, idOf("person", 7)]),
  of(listTimeline, "an earlier page of it", assistant, [
    GORGAN,
    idOf("person", 7),
    page("2022-01-01", "contact", SOME),
  ]),
  of(findCircles, "circles that hold a word", assistant, [county, "حلقه", 50], WHOLE),
  of(findCircles, "circles that hold two words", assistant, [county, "حلقه 1100", 50], WHOLE),
];

const ofNotifications = [
  of(centre.listMessages, "messages", assistant, [GORGAN, {}]),
  of(centre.listMessages, "earlier messages", assistant, [GORGAN, { after: AT_AN_INSTANT }]),
  of(centre.listMessages, "messages by a reason", assistant, [GORGAN, { why: "bad-address" }]),
  of(centre.listMessages, "messages that were given up", assistant, [GORGAN, { state: "dead" }]),
  of(centre.listOfficeMessages, "messages to an office", assistant, [
    { divisionId: GORGAN, officeId: idOf("office", 7) },
  ]),
  of(centre.listOfficeMessages, "earlier ones", assistant, [
    { divisionId: GORGAN, officeId: idOf("office", 7) },
    AT_AN_INSTANT,
  ]),
  of(centre.listSampled, "what the sample would have sent", assistant, [GORGAN]),
  of(notifications.listNotifications, "notifications", assistant, [GORGAN, assistant.key]),
  of(notifications.listNotifications, "earlier ones", assistant, [GORGAN, assistant.key, AT_AN_INSTANT]),
  of(notifications.listRecipients, "who is told", assistant, [GORGAN, TODAY, assistant.key]),
  of(listOwing, "who owes by minutes", expert, [GOLESTAN, { minutesId: idOf("minutes", 7) }]),
  of(listOfficesOwing, "which offices owe by minutes", expert, [GOLESTAN, { minutesId: idOf("minutes", 7) }]),
  of(listOwing, "who owes as a party", expert, [GOLESTAN, { minutesId: idOf("minutes", 7), partyId: SOME }]),
];

/** Bounds of a summary far below what a ledger here holds. */
const FEW = { open: 200, rates: 200 };

const ofObligations = [
  of(obligations.summariseLedger, "how a ledger stands", assistant, [GORGAN, "owed", TODAY, undefined, FEW]),
  of(obligations.summariseLedger, "how what was issued stands", expert, [
    GOLESTAN,
    "issued",
    TODAY,
    undefined,
    FEW,
  ]),
  ...FILTERS.flatMap((filter) => [
    of(obligations.listObligations, `owed: ${filter}`, assistant, [GORGAN, { end: "owed", filter }, TODAY]),
    of(obligations.listObligations, `owed to: ${filter}`, expert, [
      GOLESTAN,
      { end: "issued", filter },
      TODAY,
    ]),
    of(obligations.listIssuances, `issued: ${filter}`, expert, [GOLESTAN, { filter }, TODAY]),
    of(obligations.listObligations, `owed by the day: ${filter}`, assistant, [
      GORGAN,
      { end: "owed", filter, order: "due" },
      TODAY,
    ]),
    of(obligations.listObligations, `owed to, by the day: ${filter}`, expert, [
      GOLESTAN,
      { end: "issued", filter, order: "due" },
      TODAY,
    ]),
  ]),
  of(obligations.listObligations, "a later page by the day", expert, [
    GOLESTAN,
    { end: "issued", filter: "open", order: "due", after: ON_A_DAY },
    TODAY,
  ]),
  of(obligations.listObligations, "what one office owes", assistant, [
    GORGAN,
    { end: "owed", filter: "open", office: OFFICE.officeId },
    TODAY,
  ]),
  of(obligations.listObligations, "what one body owes over all its offices", expert, [
    GOLESTAN,
    { end: "issued", filter: "all", narrowing: { body: idOf("organisation", 7) } },
    TODAY,
  ]),
  of(
    obligations.listObligations,
    "what is said of a village",
    assistant,
    [GORGAN, { end: "owed", filter: "all", narrowing: { locality: "زیارت" } }, TODAY],
    WHOLE,
  ),
  of(obligations.listObligations, "a later page of what is owed", assistant, [
    GORGAN,
    { end: "owed", filter: "all", after: AT_AN_INSTANT },
    TODAY,
  ]),
  of(obligations.listObligations, "what one text brought", expert, [
    GOLESTAN,
    { end: "issued", filter: "all", source: idOf("resolution", 7) },
    TODAY,
  ]),
  of(obligations.listIssuances, "a later page of texts", expert, [
    GOLESTAN,
    { filter: "all", after: page("2021-06-01T08:00:00.000Z", 3, SOME) },
    TODAY,
  ]),
  of(obligations.listIssuances, "texts of one record", expert, [
    GOLESTAN,
    { filter: "all", recordId: idOf("minutes", 7) },
    TODAY,
  ]),
  of(obligations.listOfOffice, "what an office owes", office, [OFFICE, { part: "open" }], WHOLE),
  of(obligations.listOfOffice, "what is over of an office", office, [OFFICE, { part: "closed" }], WHOLE),
  ...TRAY_PARTS.map((part) =>
    of(listInTray, `an office's in-tray: ${part}`, office, [OFFICE, { part }, TODAY], WHOLE),
  ),
  of(listInTray, "words in an office's in-tray", office, [OFFICE, { part: "all", q: "آب" }, TODAY], WHOLE),
  of(listTurns, "finished turns of an obligation", assistant, [
    { divisionId: GORGAN, id: idOf("obligation", 7) },
  ]),
  of(listDue, "what is due", assistant, [GORGAN, TODAY, 7, 8]),
];

const ofObstacles = [
  of(obstacles.listObstacles, "obstacles", assistant, [GORGAN]),
  of(obstacles.listObstacles, "a later page of obstacles", assistant, [GORGAN, { cursor: ON_A_DAY }]),
  of(obstacles.listObstacles, "open obstacles", assistant, [GORGAN, { state: "raised" }], WHOLE),
  of(obstacles.listReceived, "open legs", expert, [GOLESTAN, { open: true }]),
  of(obstacles.listReceived, "answered legs", expert, [GOLESTAN, { open: false, cursor: AT_AN_INSTANT }]),
  of(obstacles.listAnswersToJudge, "answers to judge", assistant, [GORGAN, 8]),
  of(obstacles.listLastRaised, "last obstacles", expert, [province]),
];

const ofPosts = [
  of(posts.listPowers, "powers of an account", doorActor, [assistant.key, TODAY], { door: true }),
  of(officers.listOfficePowers, "offices of an account", doorActor, [assistant.key, TODAY], { door: true }),
  of(officers.listOfficers, "officers of an office", assistant, [GORGAN, idOf("office", 7)]),
  of(posts.listPosts, "posts of a county", assistant, [[GORGAN], TODAY]),
  of(posts.listPosts, "posts of a province", expert, [[GOLESTAN, GORGAN, 28_008], TODAY], WHOLE),
  of(listVacancies, "vacant posts of a county", assistant, [
    { lo: GORGAN, hi: GORGAN, fills: null },
    {},
    TODAY,
  ]),
  of(listVacancies, "a later page of them, of one kind", assistant, [
    { lo: GORGAN, hi: GORGAN, fills: null },
    { role: "expert" },
    TODAY,
    page("2025-10-01", GORGAN, SOME),
  ]),
  of(posts.listAppointments, "appointments", assistant, [GORGAN]),
  of(posts.listDeputies, "deputies", assistant, [GORGAN]),
  of(handover.listPassing, "posts that pass on", assistant, [{ lo: GORGAN, hi: GORGAN }, TODAY]),
];

const cell = cellOf(county, AUTUMN, NOW);
const KINDS = Object.keys({
  person: 1,
  circle: 1,
  contact: 1,
  "join-request": 1,
  meeting: 1,
  invitation: 1,
  visit: 1,
  demand: 1,
  obstacle: 1,
  obligation: 1,
} satisfies Record<RecordKind, 1>) as RecordKind[];
const ofReports = [
  ...INDICATORS.flatMap((indicator) => [
    of(listRecords, `records of ${indicator.code}`, assistant, [indicator, cell, { take: 51 }], WHOLE),
    of(
      listRecords,
      `later records of ${indicator.code}`,
      assistant,
      [indicator, cell, { after: { day: isoDate("2026-11-01"), id: SOME }, take: 51 }],
      WHOLE,
    ),
  ]),
  of(listRecordIds, "ids of all records", assistant, [INDICATORS, cell], WHOLE),
  ...KINDS.map((kind) =>
    of(listKeptRecords, `kept records: ${kind}`, assistant, [
      kind,
      GORGAN,
      Array.from({ length: 100 }, (_, n) => idOf(kind, n + 1)),
      { take: 51 },
    ]),
  ),
  of(board.listCountyFigures, "figures of a province", expert, [province, "a6.thematic-held", AUTUMN]),
  of(board.listTrend, "trend of a province", expert, [province, "a6.thematic-held", lastPeriods(AUTUMN, 8)]),
  of(listVersions, "versions of a report", expert, [GORGAN, AUTUMN]),
  of(listSummedCounties, "counties of a figure", expert, [province, AUTUMN, "a6.thematic-held"]),
  of(duties.listDuties, "duties", assistant, [GORGAN]),
  of(duties.listCatalogue, "catalogue", assistant, []),
  of(listHistory, "figures of eight quarters", assistant, [GORGAN, AUTUMN]),
  of(listStandings, "standings of a province", expert, [{ ...province, level: "county" }, AUTUMN]),
];

const every = { most: 5_000 * INDICATORS.length };
const ofNation = [
  of(board.listCountyFigures, "figures of the country", officer, [nation, "a6.thematic-held", AUTUMN], every),
  of(
    board.listTrend,
    "trend of the country",
    officer,
    [nation, "a6.thematic-held", lastPeriods(AUTUMN, 8)],
    every,
  ),
  of(listStandings, "standings of the country", officer, [{ ...nation, level: "county" }, AUTUMN], every),
  of(listPlacesWithCells, "places with cells", officer, [], every),
];

export const CASES: readonly Case[] = [
  ...ofBodies,
  ...ofDemands,
  ...ofDivisions,
  ...ofExports,
  ...ofMeetings,
  ...ofNetwork,
  ...ofNotifications,
  ...ofObligations,
  ...ofObstacles,
  ...ofPosts,
  ...ofReports,
  ...ofNation,
];

/** Records that are opened by their id, from their county and from its province. */
export const LOOK_UPS = (
  [
    ["a meeting", (db, place) => meetings.getMeeting(db, place, idOf("meeting", 7))],
    ["a circle", (db, place) => circles.getCircle(db, place, idOf("circle", 7))],
    ["an obligation", (db, place) => obligations.locateObligation(db, place, idOf("obligation", 7))],
    ["a demand", (db, place) => demands.getDemand(db, place, idOf("demand", 7), TODAY)],
  ] satisfies [string, (db: Db, place: Place) => Promise<unknown>][]
).map(([what, get]) => ({
  what,
  actors: [assistant, expert],
  run: (db: Db, { place }: PlacedActor) => get(db, place),
}));
