import { listNearLimit, listToRefer } from "~/areas/demands/queries.server";
import { countMeetings } from "~/areas/meetings/queries.server/meetings";
import { cadenceOf, networkFigures } from "~/areas/network/queries.server/cadence";
import { countCorrections } from "~/areas/network/queries.server/corrections";
import { countWaitingRequests, requestsToForget } from "~/areas/network/queries.server/joining";
import { countRelocationsToDecide } from "~/areas/network/queries.server/relocations";
import { findLateGrant } from "~/areas/network/queries.server/glass";
import { countOpenActions, listOpenActions } from "~/areas/network/queries.server/open-actions";
import { countTextsToLookAt } from "~/areas/network/queries.server/texts";
import { countPairs } from "~/areas/network/queries.server/pairs";
import { listAgreedCalls, listWaiting } from "~/areas/network/queries.server/people";
import { listDue } from "~/areas/obligations/due.server";
import { listObligations, summariseLedger } from "~/areas/obligations/queries.server";
import { listAnswersToJudge, listObstacles } from "~/areas/obstacles/queries.server";
import { findReportHead } from "~/areas/reports/queries/report-page.server";
import { ownerKeys, type PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { addDays, type IsoDate } from "~/lib/jalali";
import { boundsOf, periodOf, previousPeriod } from "~/lib/period";

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

/** What waits for the assistant or an expert of a county today. */
export async function loadAssistantDesk(db: Db, actor: PlacedActor, today: IsoDate) {
  const { id } = actor.place;
  const cadence = await cadenceOf(db, actor.place);
  const agreed = await listAgreedCalls(db, id, today, MOST);
  const waiting = await listWaiting(
    db,
    { divisionId: id, reader: { keys: ownerKeys(actor), mineOnly: false } },
    cadence,
    today,
    MOST,
  );
  const queued = new Set(agreed.map((person) => person.id));
  const calls = [...agreed, ...waiting.rows.filter((person) => !queued.has(person.id))];
  const toVerify = await listObligations(db, id, { end: "issued", filter: "to-verify" }, today, 1);
  const { toVerify: verifyCount } = await summariseLedger(db, id, "issued", today);
  const period = periodOf(today, "quarter");
  return {
    kind: "assistant" as const,
    cadence,
    calls: {
      count: calls.length,
      people: calls
        .slice(0, SHOWN)
        .map(({ id: personId, fullName, circles, locality, quietSince, nextOn }) => ({
          id: personId,
          fullName,
          about: [circles[0], locality].filter((part): part is string => !!part),
          quietSince,
          isAgreed: nextOn !== null && nextOn <= today,
        })),
    },
    actions: {
      count: await countOpenActions(db, id),
      first: (await listOpenActions(db, id, null, SHOWN)).rows,
    },
    joining: await countWaitingRequests(db, id),
    forgetting: await requestsToForget(db, id, today),
    relocations: await countRelocationsToDecide(db, id, today),
    corrections: await countCorrections(db, id),
    duplicates: await countPairs(db, id),
    texts: await countTextsToLookAt(db, id),
    due: await listDue(db, id, today, NEAR, 6),
    demands: {
      near: await listNearLimit(db, id, addDays(today, 3), 5),
      toRefer: await listToRefer(db, id, 5),
    },
    report: await loadReport(db, id, today),
    toVerify: { count: verifyCount, firstId: toVerify.rows[0]?.id ?? null },
    answers: await listAnswersToJudge(db, id, 5),
    figures: await networkFigures(db, id, cadence, today),
    glass: await findLateGrant(db, id),
    period,
    meetings: await countMeetings(db, actor.place, boundsOf(period)),
  };
}
export type AssistantDesk = Awaited<ReturnType<typeof loadAssistantDesk>>;

/** What a governor sees of his county. */
export async function loadGovernorDesk(db: Db, actor: PlacedActor, today: IsoDate) {
  const { id } = actor.place;
  const cadence = await cadenceOf(db, actor.place);
  const period = periodOf(today, "quarter");
  const obstacles = await listObstacles(db, id, { state: "raised" });
  return {
    kind: "governor" as const,
    ledger: await summariseLedger(db, id, "owed", today),
    due: await listDue(db, id, today, NEAR, 10),
    report: await loadReport(db, id, today),
    obstacles: obstacles.rows.slice(0, 5),
    figures: await networkFigures(db, id, cadence, today),
    glass: await findLateGrant(db, id),
    period,
    meetings: await countMeetings(db, actor.place, boundsOf(period)),
  };
}
export type GovernorDesk = Awaited<ReturnType<typeof loadGovernorDesk>>;
