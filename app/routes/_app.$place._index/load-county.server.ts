import { listNearLimit, listToRefer } from "~/areas/demands/queries.server";
import { listNextMeetings } from "~/areas/meetings/calling/planned.server";
import { countMeetings } from "~/areas/meetings/queries.server/meetings";
import { cadenceOf, networkFigures } from "~/areas/network/queries.server/cadence";
import { countCorrections } from "~/areas/network/queries.server/corrections";
import { countWaitingRequests, requestsToForget } from "~/areas/network/queries.server/joining";
import { countRelocationsToDecide } from "~/areas/network/queries.server/relocations";
import { findLateGrant } from "~/areas/network/queries.server/glass";
import { countOpenActions, listOpenActions } from "~/areas/network/queries.server/open-actions";
import { countTextsToLookAt } from "~/areas/network/queries.server/texts";
import { countPairs } from "~/areas/network/queries.server/pairs";
import { glanceAtWaiting, listAgreedCalls } from "~/areas/network/queries.server/people";
import { listDue } from "~/areas/obligations/chasing/due.server";
import { glanceAtUnverified, summariseLedger } from "~/areas/obligations/queries.server";
import { listAnswersToJudge, listObstacles } from "~/areas/obstacles/queries.server";
import { findReportHead } from "~/areas/reports/queries/report-page.server";
import { ownerKeys, type PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { addDays, type IsoDate } from "~/lib/jalali";
import { boundsOf, periodOf, previousPeriod } from "~/lib/period";
import { together } from "~/lib/together";
import { loadVisits } from "./load-visits.server";

/** Limits this near stand on the desk, in days. */
const NEAR = 7;
/** Names shown of a queue; the queue itself is counted up to `MOST`. */
const SHOWN = 3;
const MOST = 50;

/** The report of the quarter that ended last, as far as the place itself has brought it. */
export async function loadReport(db: Db, divisionId: number, today: IsoDate) {
  const period = previousPeriod(periodOf(today, "quarter"));
  const head = await findReportHead(db, divisionId, period);
  return {
    period,
    state: head?.state ?? null,
    dueOn: head?.dueOn ?? null,
    returnReason: head?.state === "returned" ? head.returnReason : null,
  };
}
export type DeskReport = Awaited<ReturnType<typeof loadReport>>;

/** What waits for the assistant or an expert of a county today. What does not wait for each other is asked for in one go. */
export async function loadAssistantDesk(db: Db, actor: PlacedActor, today: IsoDate) {
  const { id } = actor.place;
  const period = periodOf(today, "quarter");
  const withCadence = async () => {
    const cadence = await cadenceOf(db, actor.place);
    const queue = { divisionId: id, reader: { keys: ownerKeys(actor), mineOnly: false } };
    const [waiting, figures] = await Promise.all([
      glanceAtWaiting(db, queue, cadence, today, SHOWN, MOST),
      networkFigures(db, id, cadence, today),
    ]);
    return { cadence, waiting, figures };
  };
  const { network, agreed, openActions, actionCount, near, toRefer, ...rest } = await together({
    network: withCadence(),
    agreed: listAgreedCalls(db, id, today, MOST),
    actionCount: countOpenActions(db, id),
    openActions: listOpenActions(db, id, null, SHOWN),
    joining: countWaitingRequests(db, id),
    forgetting: requestsToForget(db, id, today),
    relocations: countRelocationsToDecide(db, id, today),
    corrections: countCorrections(db, id),
    duplicates: countPairs(db, id),
    texts: countTextsToLookAt(db, id),
    due: listDue(db, id, today, NEAR, 6),
    near: listNearLimit(db, id, addDays(today, 3), 5),
    toRefer: listToRefer(db, id, 5),
    report: loadReport(db, id, today),
    toVerify: glanceAtUnverified(db, id, today),
    answers: listAnswersToJudge(db, id, 5),
    glass: findLateGrant(db, id),
    meetings: countMeetings(db, actor.place, boundsOf(period)),
    nextMeetings: listNextMeetings(db, id, today, SHOWN),
    visits: loadVisits(db, id, today),
  });
  const { cadence, waiting, figures } = network;
  const queued = new Set(agreed.map((person) => person.id));
  const calls = [...agreed, ...waiting.first.filter((person) => !queued.has(person.id))];
  return {
    kind: "assistant" as const,
    today,
    cadence,
    calls: {
      count: agreed.length + waiting.ids.filter((one) => !queued.has(one)).length,
      people: calls
        .slice(0, SHOWN)
        .map(({ id: personId, fullName, circles, locality, quietSince, heardOn, nextOn }) => ({
          id: personId,
          fullName,
          about: [circles[0], locality].filter((part): part is string => !!part),
          quietSince,
          heardOn,
          isAgreed: nextOn !== null && nextOn <= today,
        })),
    },
    actions: { count: actionCount, first: openActions.rows },
    demands: { near, toRefer },
    figures,
    period,
    ...rest,
  };
}
export type AssistantDesk = Awaited<ReturnType<typeof loadAssistantDesk>>;

/** What a governor sees of his county. */
export async function loadGovernorDesk(db: Db, actor: PlacedActor, today: IsoDate) {
  const { id } = actor.place;
  const period = periodOf(today, "quarter");
  const withCadence = async () => networkFigures(db, id, await cadenceOf(db, actor.place), today);
  const { obstacles, ...rest } = await together({
    figures: withCadence(),
    obstacles: listObstacles(db, id, { state: "raised" }),
    ledger: summariseLedger(db, id, "owed", today),
    due: listDue(db, id, today, NEAR, 10),
    report: loadReport(db, id, today),
    glass: findLateGrant(db, id),
    meetings: countMeetings(db, actor.place, boundsOf(period)),
    visits: loadVisits(db, id, today),
  });
  return { kind: "governor" as const, obstacles: obstacles.rows.slice(0, 5), period, ...rest };
}
export type GovernorDesk = Awaited<ReturnType<typeof loadGovernorDesk>>;
