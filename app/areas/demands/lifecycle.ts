import { addDays, type IsoDate } from "~/lib/jalali";

/** States of a demand, as they stand in its record. */
export const STATES = [
  "received",
  "referred",
  "answered",
  "confirmed",
  "partly-confirmed",
  "reopened",
  "unconfirmed",
  "withdrawn",
] as const;
export type State = (typeof STATES)[number];

/**
 * - refer: the county lays it before an office; again after the citizen said that it is not solved, or after the office
 *   showed that another is competent
 * - answer: the office, or the county for an answer that came on paper
 * - judge: the citizen says whether it is solved
 * - withdraw: the citizen took it back; a reason is kept
 */
export const ACTS = ["refer", "answer", "judge", "withdraw"] as const;
export type Act = (typeof ACTS)[number];

/** What an office may answer. "Not ours" is no answer: it is a transfer, and the demand stays open. */
export const ANSWERS = ["done", "partly", "refused"] as const;
export type AnswerKind = (typeof ANSWERS)[number];

/** What the citizen may say, and the state that follows. */
export const VERDICTS = { solved: "confirmed", partly: "partly-confirmed", no: "reopened" } as const;
export type Verdict = keyof typeof VERDICTS;

/** States from which each act is allowed; what is not here does not exist. */
export const FROM: Readonly<Record<Act, readonly State[]>> = {
  refer: ["received", "referred", "reopened", "partly-confirmed"],
  answer: ["referred"],
  judge: ["answered", "unconfirmed"],
  withdraw: ["received", "referred", "reopened"],
};

/** Whether a referral in this state takes the demand from one office to another. */
export function transferOf(state: State): boolean {
  return state === "referred";
}

export function allows(state: State, act: Act): boolean {
  return FROM[act].includes(state);
}

/** Days after an answer in which the citizen's word is waited for; then it counts as unconfirmed. */
export const VERDICT_DAYS = 14;

/** The state on a day: an answer that nobody judged in time is done but unconfirmed. A refusal waits for no word. */
export function stateOn(
  state: State,
  answeredOn: IsoDate | null,
  answer: AnswerKind | null,
  today: IsoDate,
): State {
  if (state !== "answered" || !answeredOn || answer === "refused") return state;
  return addDays(answeredOn, VERDICT_DAYS) < today ? "unconfirmed" : state;
}

/** Whether an office owes an answer and its limit has passed. */
export function isOverLimit(state: State, limitOn: IsoDate | null, today: IsoDate): boolean {
  return state === "referred" && limitOn !== null && limitOn < today;
}

/** The five honest outcomes, side by side and never one percentage. "Answered" is none of them. */
export const OUTCOMES = ["confirmed", "unconfirmed", "refused", "transferred", "silent"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** now: here it stands today; was: it happened on the way; not: it did not. */
export type Standing = "now" | "was" | "not";

type Facts = {
  state: State;
  answerKind: AnswerKind | null;
  answeredOn: IsoDate | null;
  limitOn: IsoDate | null;
  transfers: number;
};

/** How a demand stands in each of the five. Done without the citizen's full yes is unconfirmed, whatever the office says. */
export function outcomesOf(demand: Facts, today: IsoDate): Record<Outcome, Standing> {
  const { state, answerKind, answeredOn, limitOn, transfers } = demand;
  const isAnswered = state === "answered" || state === "unconfirmed" || state === "partly-confirmed";
  const isRefused = isAnswered && answerKind === "refused";
  const cameLate = answeredOn !== null && limitOn !== null && answeredOn > limitOn;
  return {
    confirmed: state === "confirmed" ? "now" : "not",
    unconfirmed: isAnswered && !isRefused ? "now" : "not",
    refused: isRefused ? "now" : "not",
    transferred: transfers > 0 ? "was" : "not",
    silent: isOverLimit(state, limitOn, today) ? "now" : cameLate ? "was" : "not",
  };
}
