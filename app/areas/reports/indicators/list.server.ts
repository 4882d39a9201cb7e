import { activeMembers } from "./a1.active-members.server";
import { circles } from "./a1.circles.server";
import { newMembers } from "./a1.new-members.server";
import { obligationsVerified } from "./a16.obligations-verified.server";
import { obstaclesRaised } from "./a16.obstacles-raised.server";
import { onTimeFirstLimit } from "./a16.on-time-first-limit.server";
import { contacts } from "./a2.contacts.server";
import { reachRate } from "./a2.reach-rate.server";
import { withinCadence } from "./a2.within-cadence.server";
import { attendance } from "./a6.attendance.server";
import { thematicHeld } from "./a6.thematic-held.server";
import { visitsHeld } from "./a7.visits-held.server";
import { jointHeld } from "./a8.joint-held.server";
import { answeredInTime } from "./a9.answered-in-time.server";
import { confirmed } from "./a9.confirmed.server";
import { daysToAnswer } from "./a9.days-to-answer.server";
import { received } from "./a9.received.server";
import type { Indicator } from "./definition.server";

/** Every indicator that has a source, in the order of the duties. One without a source is not in the catalogue. */
export const INDICATORS: readonly Indicator[] = [
  activeMembers,
  circles,
  newMembers,
  contacts,
  withinCadence,
  reachRate,
  thematicHeld,
  attendance,
  visitsHeld,
  jointHeld,
  received,
  answeredInTime,
  confirmed,
  daysToAnswer,
  obstaclesRaised,
  obligationsVerified,
  onTimeFirstLimit,
];

const byCode = new Map(INDICATORS.map((indicator) => [indicator.code, indicator]));

/** The definition of an indicator; undefined for a code without one. */
export function findIndicator(code: string): Indicator | undefined {
  return byCode.get(code);
}
