import type { Role } from "~/kernel/actor";
import type { OfficeRecord } from "./office-desk";

/** A post at its place, as the sample country fills them. */
export type Standing = { place: number; role: Role };

/**
 * Who may open a route, by its id in the manifest. A route without a line here fails the tenancy test, so that
 * nobody adds a door without saying whose it is.
 * - layout: the frame of others
 * - nobody: no page, whoever asks
 * - everybody: no account needed; `link` where the address carries the token of a one-time link
 * - account: any signed-in account
 * - administrator: the platform's administrator alone; `place` is the one in the address (the nation when left out),
 *   `record` a table whose row of that place the address carries
 * - office: the officer of the office in the address, by his account; `record` is a table whose row of that office the
 *   address carries, and a row of another office of the same place must be missing
 * - place: holders of a post in the place of the address. `own` opens it; `record` names the table whose row the
 *   address carries, and the row of `own`'s place must be missing for everybody else; `refused` are posts of the same
 *   place whom the page refuses with 403; `below` is the place under `own`'s that the address names as `division`, and
 *   `record` is then a row of that place; `params` fills other parts of the address, and with `foreign` they name
 *   something that must be missing in every other place.
 */
export type RouteCase =
  | { door: "layout" }
  | { door: "nobody" }
  | { door: "everybody"; link?: true }
  | { door: "account" }
  | { door: "administrator"; place?: number; record?: string }
  | { door: "office"; record?: OfficeRecord }
  | {
      door: "place";
      own: Standing;
      record?: string;
      /** Only records in one of these states. */
      states?: string[];
      below?: number;
      refused?: Role;
      params?: Record<string, string>;
      foreign?: true;
    };

const provincialExpert: Standing = { place: 28_000, role: "provincial-expert" };
const assistant: Standing = { place: 28_005, role: "assistant" };
const representative: Standing = { place: 28_000, role: "representative" };
const meetingOf = (state: string): RouteCase => ({
  door: "place",
  own: assistant,
  record: "meeting",
  states: [state],
  refused: "governor",
});
/** A county under him whose posts are not those that tests stand in. */
const below = 28_007;

export const ROUTE_CASES: Record<string, RouteCase> = {
  root: { door: "layout" },
  "routes/_app.$place": { door: "layout" },
  "routes/_app.$place._index": { door: "place", own: assistant },
  "routes/_app.$place.meetings._index": { door: "place", own: assistant },
  "routes/_app.$place.meetings.new": { door: "place", own: assistant, refused: "governor" },
  "routes/_app.$place.meetings.$meetingId._index": { door: "place", own: assistant, record: "meeting" },
  "routes/_app.$place.meetings.$meetingId.agenda": meetingOf("draft"),
  "routes/_app.$place.meetings.$meetingId.announce": meetingOf("draft"),
  "routes/_app.$place.meetings.$meetingId.move": meetingOf("announced"),
  "routes/_app.$place.meetings.$meetingId.plan": meetingOf("draft"),
  "routes/_app.$place.meetings.agenda.$item": {
    door: "place",
    own: assistant,
    record: "agenda_item",
    refused: "governor",
  },
  "routes/_app.$place.meetings.plan": { door: "place", own: assistant, refused: "governor" },
  "routes/_app.$place.meetings.rooms": { door: "place", own: assistant, refused: "governor" },
  "routes/_app.$place.meetings.series._index": { door: "place", own: assistant, refused: "governor" },
  "routes/_app.$place.meetings.series.new": { door: "place", own: assistant, refused: "governor" },
  "routes/_app.$place.meetings.series.$series._index": {
    door: "place",
    own: assistant,
    record: "meeting_series",
    refused: "governor",
  },
  "routes/_app.$place.meetings.series.$series.edit": {
    door: "place",
    own: assistant,
    record: "meeting_series",
    refused: "governor",
  },
  "routes/_app.$place.meetings.types": { door: "place", own: assistant },
  "routes/_app.$place.meetings.$meetingId.edit": meetingOf("held"),
  "routes/_app.$place.meetings.$meetingId.cancel": meetingOf("held"),
  "routes/_app.$place.meetings.$meetingId.invited._index": {
    door: "place",
    own: assistant,
    record: "meeting",
  },
  "routes/_app.$place.meetings.$meetingId.invited.new": {
    door: "place",
    own: assistant,
    record: "meeting",
    refused: "governor",
  },
  "routes/_app.$place.meetings.$meetingId.invited.letters": {
    door: "place",
    own: assistant,
    record: "meeting",
    refused: "governor",
  },
  // One that sits is ended by its form, and others are asked while it sits.
  "routes/_app.$place.meetings.$meetingId.session": meetingOf("announced"),
  "routes/_app.$place.meetings.$meetingId.attendance": meetingOf("in-session"),
  "routes/_app.$place.outcomes.$outcome": {
    door: "place",
    own: assistant,
    record: "meeting_outcome",
    refused: "governor",
  },
  "routes/_app.$place.invitations.$invitation": {
    door: "place",
    own: assistant,
    record: "meeting_invitation",
  },
  "routes/_app.$place.obstacles._index": { door: "place", own: assistant },
  "routes/_app.$place.obstacles.new": { door: "place", own: assistant, refused: "governor" },
  "routes/_app.$place.obstacles.$obstacleId": { door: "place", own: assistant, record: "obstacle" },
  "routes/_app.$place.obstacles.received.$legId": {
    door: "place",
    own: representative,
    record: "obstacle_leg",
  },
  "routes/_app.$place.calendar": { door: "place", own: assistant },
  "routes/_app.$place.catalogues._index": { door: "place", own: assistant },
  "routes/_app.$place.catalogues.$kind.$code": {
    door: "place",
    own: assistant,
    refused: "governor",
    params: { kind: "capacity", code: "venue" },
  },
  "routes/_app.$place.network._index": { door: "place", own: assistant },
  "routes/_app.$place.network.calls": { door: "place", own: assistant },
  "routes/_app.$place.network.circles._index": { door: "place", own: assistant },
  "routes/_app.$place.network.circles.new": { door: "place", own: assistant },
  "routes/_app.$place.network.circles.$circleId._index": { door: "place", own: assistant, record: "circle" },
  "routes/_app.$place.network.circles.$circleId.edit": { door: "place", own: assistant, record: "circle" },
  "routes/_app.$place.network.circles.$circleId.close": {
    door: "place",
    own: assistant,
    record: "circle",
    refused: "governor",
  },
  "routes/_app.$place.network.circles.$circleId.picture": {
    door: "place",
    own: assistant,
    record: "circle",
  },
  "routes/_app.$place.network.circles.$circleId.members.new": {
    door: "place",
    own: assistant,
    record: "circle",
    refused: "governor",
  },
  "routes/_app.$place.network.memberships.$membershipId": {
    door: "place",
    own: assistant,
    record: "membership",
    refused: "governor",
  },
  "routes/_app.$place.network.people.$personId.ties.new": {
    door: "place",
    own: assistant,
    record: "person",
    refused: "governor",
  },
  "routes/_app.$place.network.circles.$circleId.ties.new": {
    door: "place",
    own: assistant,
    record: "circle",
    refused: "governor",
  },
  "routes/_app.$place.network.ties.$tieId": {
    door: "place",
    own: assistant,
    record: "tie",
    refused: "governor",
  },
  "routes/_app.$place.network.people.new": { door: "place", own: assistant },
  "routes/_app.$place.network.people.$personId._index": { door: "place", own: assistant, record: "person" },
  "routes/_app.$place.network.people.$personId.contact": { door: "place", own: assistant, record: "person" },
  "routes/_app.$place.network.people.$personId.edit": { door: "place", own: assistant, record: "person" },
  "routes/_app.$place.network.people.$personId.path": { door: "place", own: assistant, record: "person" },
  "routes/_app.$place.network.people.$personId.ways": { door: "place", own: assistant, record: "person" },
  "routes/_app.$place.network.bulk": { door: "place", own: assistant, refused: "governor" },
  "routes/_app.$place.network.lists.new": { door: "place", own: assistant, refused: "governor" },
  "routes/_app.$place.network.lists.$listId.edit": {
    door: "place",
    own: assistant,
    record: "person_list",
    refused: "governor",
  },
  "routes/_app.$place.network.lists.$listId.invite": {
    door: "place",
    own: assistant,
    record: "person_list",
    refused: "governor",
  },
  "routes/_app.$place.network.import._index": { door: "place", own: assistant, refused: "governor" },
  "routes/_app.$place.network.import.$importId._index": {
    door: "place",
    own: assistant,
    record: "person_import",
    refused: "governor",
  },
  "routes/_app.$place.network.import.$importId_.refused": {
    door: "place",
    own: assistant,
    record: "person_import",
    refused: "governor",
  },
  "routes/_app.$place.network.import.$importId_.undo": {
    door: "place",
    own: assistant,
    record: "person_import",
    refused: "governor",
  },
  "routes/_app.$place.network.import.$importId_.undone": {
    door: "place",
    own: assistant,
    record: "person_import",
    refused: "governor",
  },
  "routes/_app.$place.network.joining._index": { door: "place", own: assistant, refused: "governor" },
  "routes/_app.$place.network.joining.$request": {
    door: "place",
    own: assistant,
    record: "join_request",
    refused: "governor",
  },
  "routes/_app.$place.network.joining.forms.$form": {
    door: "place",
    own: assistant,
    record: "join_link",
    refused: "governor",
  },
  "routes/_app.$place.glass._index": { door: "place", own: assistant },
  "routes/_app.$place.glass.new": { door: "place", own: representative, refused: "provincial-expert" },
  // Without an open look both lead back to the list of looks.
  "routes/_app.$place.glass.$division._index": {
    door: "place",
    own: representative,
    below: 28_005,
    refused: "provincial-expert",
  },
  "routes/_app.$place.glass.$division.people.$personId": {
    door: "place",
    own: representative,
    below: 28_005,
    record: "person",
    refused: "provincial-expert",
  },
  "routes/_app.$place.glass.seen.$grantId": { door: "place", own: assistant, record: "glass_grant" },
  "routes/_app.$place.network.notes.$note": {
    door: "place",
    own: assistant,
    record: "contact",
    refused: "governor",
  },
  "routes/_app.$place.network.texts": { door: "place", own: assistant, refused: "governor" },
  "routes/_app.$place.network.corrections": { door: "place", own: assistant, refused: "governor" },
  "routes/_app.$place.network.people.$personId.own-page": {
    door: "place",
    own: assistant,
    record: "person",
    refused: "governor",
  },
  "routes/_app.$place.network.people.$personId.relocate": {
    door: "place",
    own: assistant,
    record: "person",
    refused: "governor",
  },
  "routes/_app.$place.network.people.$personId.files.new": {
    door: "place",
    own: assistant,
    record: "person",
    refused: "governor",
  },
  "routes/_app.$place.network.files.$file._index": {
    door: "place",
    own: assistant,
    record: "person_file",
    refused: "governor",
  },
  "routes/_app.$place.network.files.$file.remove": {
    door: "place",
    own: assistant,
    record: "person_file",
    refused: "governor",
  },
  "routes/_app.$place.network.relocations._index": { door: "place", own: assistant },
  "routes/_app.$place.network.relocations.$relocation": {
    door: "place",
    own: assistant,
    record: "relocation",
  },
  "routes/_app.$place.network.undo": { door: "place", own: assistant },
  "routes/_app.$place.network.duplicates._index": { door: "place", own: assistant, refused: "governor" },
  "routes/_app.$place.network.duplicates.$pair": {
    door: "place",
    own: assistant,
    record: "person_pair",
    refused: "governor",
  },
  "routes/_app.$place.search": { door: "place", own: assistant },
  "routes/_app.$place.search_.find": { door: "nobody" },
  "routes/_app.$place.network.contacts.new": { door: "place", own: assistant, refused: "governor" },
  "routes/_app.$place.network.cadence": { door: "place", own: assistant, refused: "governor" },
  "routes/_app.$place.network.waiting": { door: "place", own: assistant, refused: "governor" },
  "routes/_app.$place.network.coverage": { door: "place", own: assistant },
  "routes/_app.$place.network.actions": { door: "place", own: assistant, refused: "governor" },
  "routes/_app.$place.exports._index": { door: "place", own: assistant },
  "routes/_app.$place.exports.new.$list": {
    door: "place",
    own: assistant,
    params: { list: "people" },
    refused: "governor",
  },
  "routes/_app.$place.exports.$exportId._index": { door: "place", own: assistant, record: "export_log" },
  "routes/_app.$place.exports.$exportId_.file": { door: "place", own: assistant, record: "export_log" },
  "routes/_app.$place.demands._index": { door: "place", own: assistant },
  "routes/_app.$place.demands.new": { door: "place", own: assistant, refused: "governor" },
  "routes/_app.$place.demands.$demandId": { door: "place", own: assistant, record: "demand" },
  "routes/_app.$place.report._index": { door: "place", own: assistant },
  "routes/_app.$place.report.$period": { door: "place", own: assistant, params: { period: "1405-Q3" } },
  "routes/_app.$place.report.$period_.narrative": {
    door: "place",
    own: assistant,
    params: { period: "1405-Q3" },
  },
  "routes/_app.$place.reports._index": { door: "place", own: representative },
  "routes/_app.$place.reports.$division.$period": {
    door: "place",
    own: representative,
    below: 28_008,
    params: { period: "1405-Q3" },
    foreign: true,
  },
  "routes/_app.$place.rollup": { door: "place", own: representative },
  "routes/$": { door: "nobody" },
  "routes/_public": { door: "layout" },
  "routes/_public.t._index": { door: "everybody" },
  "routes/_public.t.$code": { door: "everybody" },
  "routes/_public.join.$token": { door: "everybody" },
  "routes/_public.m.$token": { door: "everybody" },
  "routes/_public.i.$token._index": { door: "everybody" },
  "routes/_public.i.$token.$obligation": { door: "everybody" },
  "routes/_public.i.$token.evidence.$evidence": { door: "everybody" },
  "routes/_public.me._index": { door: "everybody" },
  "routes/_public.me.ways": { door: "everybody" },
  "routes/_public.me.correct": { door: "everybody" },
  "routes/_public.me.erase": { door: "everybody" },
  "routes/_public.me.moving": { door: "everybody" },
  "routes/_app.$place.powers": { door: "place", own: assistant },
  "routes/admin.powers": { door: "administrator" },
  "routes/_app.$place.posts._index": { door: "place", own: assistant },
  "routes/_app.$place.posts.vacancies": { door: "place", own: assistant },
  "routes/_app.$place.posts.$division._index": { door: "place", own: representative, below },
  "routes/_app.$place.posts.$division.$post.appoint": {
    door: "place",
    own: representative,
    below,
    record: "post",
    refused: "provincial-expert",
  },
  "routes/_app.$place.posts.$division.$post.deputy": {
    door: "place",
    own: representative,
    below,
    record: "post",
    refused: "provincial-expert",
  },
  "routes/_app.$place.posts.$division.$deputy.end-deputy": {
    door: "place",
    own: representative,
    below,
    record: "deputy",
    refused: "provincial-expert",
  },
  "routes/_app.$place.posts.$division.$appointment.handover": {
    door: "place",
    own: representative,
    below: 28_006,
    record: "appointment",
  },
  "routes/_app.$place.posts.$division.$appointment.end": {
    door: "place",
    own: representative,
    below,
    record: "appointment",
    refused: "provincial-expert",
  },
  "routes/_app.$place.posts.$division.$appointment.link": {
    door: "place",
    own: representative,
    below,
    record: "appointment",
    refused: "provincial-expert",
  },
  "routes/_app.$place.messages._index": { door: "place", own: assistant },
  "routes/_app.$place.messages.$message": { door: "place", own: assistant, record: "message" },
  "routes/_app.$place.messages.sample": { door: "place", own: assistant },
  "routes/_app.$place.notifications": { door: "place", own: assistant },
  "routes/_app.$place.minutes._index": { door: "place", own: provincialExpert },
  "routes/_app.$place.minutes.new": { door: "place", own: provincialExpert },
  "routes/_app.$place.minutes.many": { door: "place", own: provincialExpert },
  "routes/_app.$place.minutes.queue": { door: "place", own: provincialExpert },
  "routes/_app.$place.minutes.$minutes": { door: "place", own: provincialExpert, record: "minutes" },
  "routes/_app.$place.minutes.review.$draft": {
    door: "place",
    own: provincialExpert,
    record: "minutes_draft",
  },
  "routes/_app.$place.minutes.review_.$draft.source": {
    door: "place",
    own: provincialExpert,
    record: "minutes_draft",
  },
  "routes/_app.$place.obligations._index": { door: "place", own: assistant },
  "routes/_app.$place.obligations.breakdown": { door: "place", own: assistant },
  "routes/_app.$place.obligations.$obligation": { door: "place", own: assistant, record: "obligation" },
  "routes/_app.$place.obligations.silence": { door: "place", own: provincialExpert },
  "routes/_app.$place.obligations.sample": { door: "place", own: provincialExpert },
  "routes/_app.$place.obligations.new": { door: "place", own: provincialExpert },
  "routes/_app.$place.obligations.texts.$issuance": {
    door: "place",
    own: provincialExpert,
    record: "issuance",
  },
  "routes/_app.$place.obligations.evidence.$evidence": {
    door: "place",
    own: assistant,
    record: "obligation_evidence",
  },
  "routes/_app.$place.bodies._index": { door: "place", own: assistant },
  "routes/_app.$place.bodies.new": { door: "place", own: assistant, refused: "governor" },
  "routes/_app.$place.bodies.$office._index": { door: "place", own: assistant, record: "office" },
  "routes/_app.$place.bodies.$office.edit": {
    door: "place",
    own: assistant,
    record: "office",
    refused: "governor",
  },
  "routes/_app.$place.bodies.$office.abolish": {
    door: "place",
    own: assistant,
    record: "office",
    refused: "governor",
  },
  "routes/_app.$place.bodies.abolitions.$abolition": {
    door: "place",
    own: assistant,
    record: "abolition",
  },
  "routes/_app.$place.bodies.usual": { door: "place", own: assistant, refused: "governor" },
  "routes/_app.$place.bodies.reading": { door: "place", own: assistant },
  "routes/_app.$place.bodies.groups._index": { door: "place", own: assistant },
  "routes/_app.$place.bodies.groups.new": { door: "place", own: assistant, refused: "governor" },
  "routes/_app.$place.bodies.groups.$group._index": {
    door: "place",
    own: assistant,
    params: { group: "all-executive-bodies" },
  },
  "routes/_app.$place.bodies.groups.$group.edit": {
    door: "place",
    own: { place: 0, role: "national-officer" },
    params: { group: "all-executive-bodies" },
  },
  "routes/_app.$place.bodies.dictionary._index": { door: "place", own: assistant },
  "routes/_app.$place.bodies.dictionary.$organisation._index": {
    door: "place",
    own: assistant,
    record: "organisation",
  },
  "routes/_app.$place.bodies.dictionary.$organisation.edit": {
    door: "place",
    own: assistant,
    record: "organisation",
    refused: "governor",
  },
  "routes/_app.$place.bodies.dictionary.$organisation.abolish": {
    door: "place",
    own: assistant,
    record: "organisation",
    refused: "governor",
  },
  "routes/_app.$place.bodies.dictionary.$organisation.names": {
    door: "place",
    own: assistant,
    record: "organisation",
    refused: "governor",
  },
  "routes/_app.$place.meetings.calendar": { door: "place", own: assistant },
  "routes/_app.$place.meetings.$meetingId_.ics": { door: "place", own: assistant, record: "meeting" },
  "routes/calendar.$token": { door: "everybody" },
  "routes/_app.$place.councils._index": { door: "place", own: assistant },
  "routes/_app.$place.councils.new": { door: "place", own: assistant, refused: "governor" },
  "routes/_app.$place.councils.$council._index": { door: "place", own: assistant, record: "council" },
  "routes/_app.$place.councils.$council.edit": {
    door: "place",
    own: assistant,
    record: "council",
    refused: "governor",
  },
  "routes/_app.$place.councils.$council.dissolve": {
    door: "place",
    own: assistant,
    record: "council",
    refused: "governor",
  },
  "routes/_app.$place.councils.$council.members.new": {
    door: "place",
    own: assistant,
    record: "council",
    refused: "governor",
  },
  "routes/_app.$place.councils.$council.members.$member.edit": {
    door: "place",
    own: assistant,
    record: "council_member",
    refused: "governor",
  },
  "routes/_app.$place.councils.$council.members.$member.end": {
    door: "place",
    own: assistant,
    record: "council_member",
    refused: "governor",
  },
  "routes/_app.$place.offices.$office.link": {
    door: "place",
    own: assistant,
    record: "office",
    refused: "governor",
  },
  "routes/_app.$place.offices.$office.officers._index": { door: "place", own: assistant, record: "office" },
  "routes/_app.$place.offices.$office.officers.new": {
    door: "place",
    own: assistant,
    record: "office",
    refused: "governor",
  },
  "routes/_app.$place.officers.$officer.end": {
    door: "place",
    own: assistant,
    record: "office_appointment",
    refused: "governor",
  },
  "routes/_app.$place.officers.$officer.link": {
    door: "place",
    own: assistant,
    record: "office_appointment",
    refused: "governor",
  },
  "routes/_office.$place.office.$office": { door: "layout" },
  "routes/_office.$place.office.$office._index": { door: "office" },
  "routes/_office.$place.office.$office.notifications": { door: "office" },
  "routes/_office.$place.office.$office.obligations.$obligation": { door: "office", record: "obligation" },
  "routes/_office.$place.office.$office.evidence.$evidence": {
    door: "office",
    record: "obligation_evidence",
  },
  "routes/_office.$place.office.$office.demands.$demand": { door: "office", record: "demand" },
  "routes/_office.$place.office.$office.exports.new": { door: "office" },
  "routes/_office.$place.office.$office.exports.$exportId._index": { door: "office", record: "export_log" },
  "routes/_office.$place.office.$office.exports.$exportId_.file": { door: "office", record: "export_log" },
  "routes/office.$token._index": { door: "everybody" },
  "routes/office.$token.$obligation": { door: "everybody" },
  "routes/office.$token.demands.$demand": { door: "everybody" },
  "routes/office.$token.evidence.$evidence": { door: "everybody" },
  "routes/_auth.forgotten": { door: "everybody" },
  "routes/_auth.link.$token": { door: "everybody", link: true },
  "routes/_auth.sign-in": { door: "everybody" },
  "routes/_auth.sign-out": { door: "everybody" },
  "routes/_index": { door: "account" },
  "routes/admin": { door: "administrator" },
  "routes/admin._index": { door: "administrator" },
  "routes/admin.vacancies": { door: "administrator" },
  "routes/admin.accounts": { door: "administrator" },
  "routes/admin.$place._index": { door: "administrator", place: 28_000 },
  "routes/admin.$place.new-county": { door: "administrator", place: 28_000 },
  "routes/admin.$place.rename": { door: "administrator", place: 28_014 },
  "routes/admin.$place.close": { door: "administrator", place: 28_014 },
  "routes/admin.$place.$post.appoint": { door: "administrator", record: "post" },
  "routes/admin.$place.$appointment.end": { door: "administrator", record: "appointment" },
  "routes/admin.$place.$appointment.link": { door: "administrator", record: "appointment" },
  "routes/password": { door: "account" },
  "routes/places": { door: "account" },
  "routes/preferences": { door: "everybody" },
  "routes/sessions": { door: "account" },
  "routes/wishes": { door: "account" },
  "routes/sms-report.$key": { door: "everybody" },
  "routes/words.$file": { door: "everybody" },
};

export { assistant };
