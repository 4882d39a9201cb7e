import { citizen as citizenActor, officeActor } from "~/actor.server";
import { answerDemand } from "~/areas/demands/commands/answer-demand.server";
import { recordDemand } from "~/areas/demands/commands/record-demand.server";
import { referDemand } from "~/areas/demands/commands/refer-demand.server";
import { getDemand } from "~/areas/demands/queries.server";
import type { AnswerDemand, RecordDemand } from "~/areas/demands/schema";
import { scopeOf, type Actor, type PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";

/** A demand as its form gives it. */
export function aDemand(given: Partial<RecordDemand> = {}): RecordDemand {
  return {
    kind: "request",
    title: "خاموشی چراغ‌های گذر اصلی توشن",
    field: "municipal",
    locality: "توشن",
    channel: "visit",
    receivedOn: "2026-12-20",
    fullName: "مریم یوسفی",
    mobile: "+989111234567",
    words: "از پارسال چراغ‌های گذر ما خاموش است.",
    ...given,
  };
}

/** An answer as the office gives it. */
export function anAnswer(given: Partial<AnswerDemand> = {}): AnswerDemand {
  return { answerKind: "done", answerText: "کابل تعویض و چراغ‌ها روشن شد.", revision: 2, ...given };
}

/** The officer of an office, by personal link. */
export function officerOf(divisionId: number, officeId: string): Actor {
  const { ancestors } = scopeOf(divisionId);
  return officeActor({ id: uuidv7(), name: "توزیع برق گرگان" }, { divisionId, officeId, ancestors });
}

/** Demands of one county, brought as far as a test needs them. */
export function demandsOf(assistant: PlacedActor, officeId: string, now: Date) {
  const read = (id: string, actor = assistant, at = now) =>
    within(actor, (db) => getDemand(db, actor.place, id, todayIn(at)));
  const recorded = async (given: Partial<RecordDemand> = {}) => {
    const { id } = await recordDemand(assistant, aDemand(given), now);
    const { trackingCode } = await read(id);
    return { id, trackingCode, citizen: citizenActor(trackingCode) };
  };
  const referred = async (given: Partial<RecordDemand> = {}) => {
    const demand = await recorded(given);
    await referDemand(assistant, demand.id, { officeId, days: 10, revision: 1 }, now);
    return demand;
  };
  const answered = async (answer: Partial<AnswerDemand> = {}) => {
    const demand = await referred();
    await answerDemand(officerOf(assistant.place.id, officeId), demand.id, anAnswer(answer), now);
    return demand;
  };
  return { read, recorded, referred, answered };
}
