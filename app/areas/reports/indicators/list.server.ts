import { activeMembers } from "./a1.active-members.server";
import { circles } from "./a1.circles.server";
import { fieldsCovered } from "./a1.fields-covered.server";
import { inCircles } from "./a1.in-circles.server";
import { joinDays } from "./a1.join-days.server";
import { newMembers } from "./a1.new-members.server";
import { daysToAcknowledge } from "./a16.days-to-acknowledge.server";
import { daysToClear } from "./a16.days-to-clear.server";
import { obligationsVerified } from "./a16.obligations-verified.server";
import { obstaclesOpen } from "./a16.obstacles-open.server";
import { obstaclesRaised } from "./a16.obstacles-raised.server";
import { onTimeFirstLimit } from "./a16.on-time-first-limit.server";
import { reDated } from "./a16.re-dated.server";
import { actionsClosed } from "./a2.actions-closed.server";
import { contacts } from "./a2.contacts.server";
import { reachRate } from "./a2.reach-rate.server";
import { silence } from "./a2.silence.server";
import { withinCadence } from "./a2.within-cadence.server";
import { contactYield } from "./a2.yield.server";
import { monitored } from "./a3.monitored.server";
import { suggestionsAnswered } from "./a5.answered.server";
import { suggestionDays } from "./a5.days-to-answer.server";
import { suggestionsRealised } from "./a5.realised.server";
import { asksOfBodies, asksOfPeople } from "./a6.asks.server";
import { attendance } from "./a6.attendance.server";
import { headsInPerson } from "./a6.heads-in-person.server";
import { heldOfPlanned } from "./a6.held-of-planned.server";
import { minutesIssued } from "./a6.minutes-issued.server";
import { thematicHeld } from "./a6.thematic-held.server";
import { demandsOnTheSpot } from "./a7.demands-on-the-spot.server";
import { localitiesReached } from "./a7.localities-reached.server";
import { noShows } from "./a7.no-shows.server";
import { visitsHeld } from "./a7.visits-held.server";
import { visitsMade } from "./a7.visits-made.server";
import { jointHeld } from "./a8.joint-held.server";
import { resolutionsOfJoint } from "./a8.resolutions.server";
import { threeSides } from "./a8.three-sides.server";
import { answeredInTime } from "./a9.answered-in-time.server";
import { confirmed } from "./a9.confirmed.server";
import { daysToAnswer } from "./a9.days-to-answer.server";
import { overdueDemands } from "./a9.overdue.server";
import { received } from "./a9.received.server";
import { transferred } from "./a9.transferred.server";
import { voiced } from "./a9.voiced.server";
import type { Indicator } from "./definition.server";

/** Every indicator that has a source, in the order of the duties. One without a source is not in the catalogue. */
export const INDICATORS: readonly Indicator[] = [
  activeMembers,
  circles,
  fieldsCovered,
  newMembers,
  inCircles,
  joinDays,
  contacts,
  contactYield,
  actionsClosed,
  withinCadence,
  reachRate,
  silence,
  monitored,
  suggestionsAnswered,
  suggestionsRealised,
  suggestionDays,
  thematicHeld,
  heldOfPlanned,
  attendance,
  headsInPerson,
  asksOfPeople,
  asksOfBodies,
  minutesIssued,
  visitsHeld,
  visitsMade,
  localitiesReached,
  noShows,
  demandsOnTheSpot,
  jointHeld,
  threeSides,
  resolutionsOfJoint,
  received,
  answeredInTime,
  daysToAnswer,
  confirmed,
  voiced,
  transferred,
  overdueDemands,
  obstaclesRaised,
  obstaclesOpen,
  daysToClear,
  obligationsVerified,
  onTimeFirstLimit,
  reDated,
  daysToAcknowledge,
];

const byCode = new Map(INDICATORS.map((indicator) => [indicator.code, indicator]));

/** The definition of an indicator; undefined for a code without one. */
export function findIndicator(code: string): Indicator | undefined {
  return byCode.get(code);
}
