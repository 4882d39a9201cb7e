import { newTrackingCode } from "~/lib/identifiers";
import { addDays, type IsoDate } from "~/lib/jalali";
import type { Period } from "~/lib/period";
import type { Country } from "./country";
import type { Office } from "./offices";
import { dayIn, instantOf, type Plan } from "./plan";
import type { Chance } from "./random";
import { CLOSINGS, FAREWELLS, MATTERS, OPENINGS, type Matter } from "./demand-words";
import { FAMILY_NAMES, GIVEN_NAMES } from "./words";

type Answer = "done" | "partly" | "refused";
const VERDICTS = { solved: "confirmed", partly: "partly-confirmed", no: "reopened" } as const;
type Verdict = keyof typeof VERDICTS;

/** Days after which a done or partly done answer that nobody judged counts as unconfirmed. */
const SILENCE_DAYS = 14;

/** Days after which nothing of the sample is left unanswered. */
const SETTLED_DAYS = 70;

/** What became of a demand: the days of its steps, so that the five outcomes all occur. */
function fate(chance: Chance, receivedOn: IsoDate, today: IsoDate) {
  const referredOn = addDays(receivedOn, chance.between(0, 2));
  const limitOn = addDays(referredOn, 14);
  const answeredOn = addDays(
    referredOn,
    chance.happens(0.78) ? chance.between(2, 13) : chance.between(15, 40),
  );
  const verdictOn = addDays(answeredOn, chance.between(1, 9));
  const isReferred = referredOn <= today;
  const isOld = receivedOn < addDays(today, -SETTLED_DAYS);
  const isAnswered = isReferred && answeredOn <= today && (chance.happens(0.88) || isOld);
  const answer: Answer = chance.pick(["done", "done", "done", "partly", "refused"] as const);
  const isJudged = isAnswered && answer !== "refused" && verdictOn <= today && chance.happens(0.6);
  const verdict: Verdict = chance.pick(["solved", "solved", "solved", "partly", "no"] as const);
  let state = "received";
  if (isReferred) state = "referred";
  if (isAnswered)
    state = answeredOn < addDays(today, -SILENCE_DAYS) && answer !== "refused" ? "unconfirmed" : "answered";
  if (isJudged) state = VERDICTS[verdict];
  return {
    referredOn,
    limitOn,
    answeredOn,
    verdictOn,
    isReferred,
    isAnswered,
    isJudged,
    answer,
    verdict,
    state,
  };
}

const answerIn = (matter: Matter, answer: Answer): string =>
  answer === "refused" ? matter.refused.text : matter[answer];

/** Demands of one county in one quarter. */
export function makeDemands(
  country: Country,
  chance: Chance,
  county: number,
  quarter: Period,
  number: number,
  offices: Office[],
  plan: Plan,
  by: { key: string; name: string },
): void {
  const officeOf = new Map(offices.map((office) => [office.code, office]));
  for (let n = 0; n < number; n += 1) {
    const receivedOn = dayIn(quarter, chance.between(0, 88));
    if (receivedOn > plan.today) continue;
    const f = fate(chance, receivedOn, plan.today);
    const matter = chance.pick(MATTERS);
    const office = officeOf.get(matter.body);
    if (!office) throw new Error(`no office of ${matter.body} in ${county}`);
    const id = chance.id(instantOf(receivedOn));
    const trackingCode = newTrackingCode();
    const locality = chance.pick(matter.localities);
    const kind = chance.pick(matter.kinds);
    const words = `${chance.pick(OPENINGS)} ${matter.words} ${chance.pick(CLOSINGS)}`;
    country.add("demand", {
      division_id: county,
      id,
      tracking_code: trackingCode,
      kind,
      title: `${matter.title}، ${locality}`,
      field: matter.field,
      locality,
      channel: chance.pick(["visit", "meeting", "phone", "paper"] as const),
      received_on: receivedOn,
      state: f.state,
      office_id: f.isReferred ? office.id : null,
      office_name: f.isReferred ? office.nameFa : null,
      referred_at: f.isReferred ? instantOf(f.referredOn) : null,
      limit_on: f.isReferred ? f.limitOn : null,
      answer_kind: f.isAnswered ? f.answer : null,
      answer_text: f.isAnswered ? `${answerIn(matter, f.answer)} ${chance.pick(FAREWELLS)}` : null,
      answer_reason: f.isAnswered && f.answer === "refused" ? matter.refused.reason : null,
      answered_at: f.isAnswered ? instantOf(f.answeredOn) : null,
      verdict: f.isJudged ? f.verdict : null,
      verdict_at: f.isJudged ? instantOf(f.verdictOn) : null,
      created_at: instantOf(receivedOn),
      created_by_key: by.key,
      revision: 1,
    });
    country.add("demand_person", {
      division_id: county,
      demand_id: id,
      full_name: `${chance.pick(GIVEN_NAMES)} ${chance.pick(FAMILY_NAMES)}`,
      mobile: null,
      words,
    });
    const steps: [string, IsoDate, string][] = [["received", receivedOn, by.name]];
    if (f.isReferred) steps.push(["referred", f.referredOn, office.nameFa]);
    if (f.isAnswered) steps.push(["answered", f.answeredOn, office.nameFa]);
    if (f.isJudged) steps.push([f.verdict, f.verdictOn, ""]);
    for (const [kind, day, name] of steps) {
      country.add("demand_event", {
        division_id: county,
        id: chance.id(instantOf(day)),
        demand_id: id,
        office_id: office.id,
        tracking_code: trackingCode,
        kind,
        by_name: name,
        at: instantOf(day),
      });
    }
  }
}
