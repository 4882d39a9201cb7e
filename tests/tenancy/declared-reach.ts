import type { Actor } from "~/kernel/actor";
import { GORGAN } from "../factories/actors";
import { PLANTED } from "./planted";

/** A table as it was declared. */
export type Declared = {
  table: string;
  class: string;
  writers: string[];
  doors: string[];
  isDivided: boolean;
};
/** The place of the planted rows. */
export const PLANTED_IN = GORGAN;
type Row = { division: number; source: number };

const isIn = ({ place }: Actor, division: number) => !!place && place.lo <= division && division <= place.hi;
const isOffice = ({ office }: Actor, division: number) =>
  office?.divisionId === division && office.officeId === PLANTED;

/** Whether the words of the declaration let this actor see a planted row: said apart from the policies themselves. */
export function maySee(actor: Actor, table: Declared, { division, source }: Row): boolean {
  const ancestors = actor.place?.ancestors ?? actor.office?.ancestors ?? [];
  const byClass: Record<string, boolean> = {
    nested: isIn(actor, division),
    exact: actor.place?.id === division,
    "two-ended": isIn(actor, division) || actor.place?.id === source,
    "flows-down": actor.place?.id === division || ancestors.includes(division),
    public: true,
    door: actor.kind === "door",
    own: actor.key === "planted",
    system: actor.kind === "relay",
  };
  const isHim =
    actor.kind === "member" && actor.member?.divisionId === division && actor.member.personId === PLANTED;
  const byDoor: Record<string, boolean> = {
    office: isOffice(actor, division),
    "office-append": isOffice(actor, division),
    "heir-office": isOffice(actor, division),
    "own-office": isOffice(actor, division),
    "own-office-read": isOffice(actor, division),
    gateway: actor.kind === "relay",
    // The planted link is bound to a record.
    "record-links": actor.place?.id === division,
    "passed-on": isOffice(actor, source),
    "office-account": isOffice(actor, division) && actor.key === PLANTED,
    tracking: actor.trackingCode === "planted",
    "tracking-timeline": actor.trackingCode === "planted",
    // A planted link is taken back, and no planted request was declined.
    "join-form": false,
    "member-link": false,
    invitee: actor.token === "planted",
    member: isHim,
    // The planted tie is one of his.
    "member-tie": isHim,
    account: actor.key === PLANTED,
    "door-read": actor.kind === "door",
    administrator: actor.kind === "administrator",
    "levels-above": isIn(actor, division),
    "source-read": actor.place?.id === source,
    // The planted visit was announced, and its report is not finished.
    "visit-above": isIn(actor, division),
    visited: actor.place?.id === source,
    "visit-office": isOffice(actor, division),
    "reported-visit": false,
    // The planted series runs.
    running: actor.kind === "relay",
    // Planted rows are old enough to be swept.
    sweep: actor.kind === "relay",
  };
  return byClass[table.class] === true || table.doors.some((door) => byDoor[door] === true);
}

/** Whether the words of the declaration let this actor put a row into a place that is not his own. */
export function mayReachInto(actor: Actor, table: Declared, { division, source }: Row): boolean {
  const isSource = actor.place?.id === source;
  const byWriter: Record<string, boolean> = {
    above: isIn(actor, division),
    source: isSource && isIn(actor, division),
    "append-source": isSource && isIn(actor, division),
    up: isSource && (actor.place?.ancestors ?? []).includes(division),
    anyone: true,
    door: actor.kind === "door",
  };
  const isHisDemand = actor.trackingCode === "planted" && division === PLANTED_IN;
  const byDoor: Record<string, boolean> = {
    administrator: actor.kind === "administrator",
    "administrator-append": actor.kind === "administrator",
    "tracking-word": isHisDemand,
    "tracking-audit": isHisDemand,
    "join-form": false,
  };
  return (
    table.writers.some((writer) => byWriter[writer] === true) ||
    table.doors.some((door) => byDoor[door] === true)
  );
}
