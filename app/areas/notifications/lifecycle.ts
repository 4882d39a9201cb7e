/**
 * The life of a message.
 *
 *   queued → sending → accepted → delivered
 *                ↘ unsure ↗   ↘ failed, undeliverable
 *
 * - queued: waits for its hour, or for the channel
 * - sending: in the hands of one worker
 * - unsure: handed over, and no answer came; the gateway is asked before anything is sent again
 * - accepted: the gateway has it
 * - delivered: it arrived
 * - failed: the operator gave it up
 * - undeliverable: the address is wrong, or bars such messages
 * - withheld: was not sent, and should not be
 * - dead: given up; a person may read, mend and send it again
 */
export const STATES = [
  "queued",
  "sending",
  "unsure",
  "accepted",
  "delivered",
  "failed",
  "undeliverable",
  "withheld",
  "dead",
] as const;
export type MessageState = (typeof STATES)[number];

/** Why a message is where it is. */
export const REASONS = [
  "quiet",
  "channel-off",
  "gateway-busy",
  "gateway-away",
  "gateway-refuses",
  "no-credit",
  "no-answer",
  "preference",
  "do-not-contact",
  "barred",
  "no-address",
  "bad-address",
  "blocked",
  "read",
  "nothing-left",
  "too-late",
  "called-off",
  "receiver-gone",
  "too-long",
  "refused",
  "may-have-arrived",
  "operator",
  "cancelled",
  "by-hand",
] as const;
export type Reason = (typeof REASONS)[number];

/** What a channel answers to a message that it was handed. */
export type Sent =
  | { kind: "accepted"; remoteId: string | null }
  /** It did certainly not go out; it may be tried again after a while. */
  | { kind: "later"; why: Reason; afterMs?: number }
  /** It did certainly not go out, and never will in this form. */
  | { kind: "refused"; why: Reason }
  /** It may have gone out. */
  | { kind: "unsure" };

/** What a channel says of a message that it may have. */
export type Standing = "on-the-way" | "delivered" | "failed" | "undeliverable" | "blocked" | "cancelled";
export type Told =
  | { kind: "known"; remoteId: string | null; standing: Standing }
  | { kind: "unknown" }
  | { kind: "no-answer" };

/** A message is tried so often in one round; then a person looks at it. */
export const MOST_ATTEMPTS = 8;

/** After so many questions whether it arrived nobody asks any more; a report may still come. */
export const MOST_QUESTIONS = 3;

/** How long the gateway answers for the ids that we gave it: afterwards its "unknown" says nothing. */
export const GATEWAY_REMEMBERS_MS = 12 * 3_600_000;

/** The pause before the n-th attempt, unless the gateway said how long. */
export const pauseAfter = (attempt: number): number => Math.min(60_000 * 2 ** (attempt - 1), 3_600_000);

export type Step = {
  state: MessageState;
  why: Reason | null;
  remoteId?: string | null;
  /** Whether it may be with the gateway though nobody said so. */
  mayHaveGone?: boolean;
  /** Look at it again after so many milliseconds. */
  againMs?: number;
  /** The address came to nothing. */
  marksAddress?: boolean;
};

const ended = (standing: Standing): Omit<Step, "remoteId"> | null => {
  switch (standing) {
    case "on-the-way":
      return null;
    case "delivered":
      return { state: "delivered", why: null };
    case "failed":
      return { state: "failed", why: "operator" };
    case "cancelled":
      return { state: "failed", why: "cancelled" };
    case "undeliverable":
      return { state: "undeliverable", why: "operator" };
    case "blocked":
      return { state: "undeliverable", why: "blocked", marksAddress: true };
  }
};

/** When to ask first whether an accepted message arrived; later questions come four times as late each. */
const FIRST_QUESTION_MS = 15 * 60_000;
export const questionAfter = (asked: number): number | undefined =>
  asked < MOST_QUESTIONS ? FIRST_QUESTION_MS * 4 ** asked : undefined;

const again = (ms: number | undefined) => (ms === undefined ? {} : { againMs: ms });

/** What becomes of a message that was handed to its channel for the `attempt`-th time. */
export function afterSending(sent: Sent, attempt: number, canAsk: boolean): Step {
  switch (sent.kind) {
    case "accepted":
      return {
        state: "accepted",
        why: null,
        remoteId: sent.remoteId,
        mayHaveGone: true,
        ...(canAsk && sent.remoteId !== null ? again(questionAfter(0)) : {}),
      };
    case "refused":
      return sent.why === "bad-address" || sent.why === "blocked"
        ? { state: "undeliverable", why: sent.why, mayHaveGone: false, marksAddress: true }
        : { state: "dead", why: sent.why, mayHaveGone: false };
    case "later":
      return attempt >= MOST_ATTEMPTS
        ? { state: "dead", why: sent.why, mayHaveGone: false }
        : {
            state: "queued",
            why: sent.why,
            againMs: sent.afterMs ?? pauseAfter(attempt),
            mayHaveGone: false,
          };
    case "unsure":
      // What cannot be asked is never sent a second time by itself.
      return canAsk
        ? { state: "unsure", why: "no-answer", mayHaveGone: true, againMs: pauseAfter(attempt) }
        : { state: "dead", why: "may-have-arrived", mayHaveGone: true };
  }
}

/**
 * What becomes of a message of which nobody knows whether it went out, once its channel was asked; `send` when it certainly
 * did not and goes out now.
 */
export function afterAsking(told: Told, attempt: number, sinceFirstMs: number): Step | "send" {
  switch (told.kind) {
    case "known":
      return {
        ...(ended(told.standing) ?? { state: "accepted", why: null, ...again(questionAfter(0)) }),
        remoteId: told.remoteId,
        mayHaveGone: true,
      };
    case "unknown":
      return sinceFirstMs < GATEWAY_REMEMBERS_MS
        ? "send"
        : { state: "dead", why: "may-have-arrived", mayHaveGone: true };
    case "no-answer":
      return attempt >= MOST_ATTEMPTS
        ? { state: "dead", why: "may-have-arrived", mayHaveGone: true }
        : { state: "unsure", why: "no-answer", mayHaveGone: true, againMs: pauseAfter(attempt) };
  }
}

/** States that only a person leaves. */
export const isSettled = (state: MessageState): boolean =>
  ["delivered", "failed", "undeliverable", "withheld", "dead"].includes(state);

/**
 * What a report of the gateway changes, or null: reports come late, twice and out of order. What arrived has arrived,
 * whatever is said of it later; a report that it arrived outweighs one that it did not.
 */
export function afterReport(state: MessageState, standing: Standing): Step | null {
  const next = ended(standing);
  if (!next || state === "delivered" || state === next.state) return null;
  if (next.state === "delivered") return next;
  return ["accepted", "unsure", "sending"].includes(state) ? next : null;
}

/** Whether a person may have it sent again. */
export const mayResend = (state: MessageState): boolean =>
  state === "failed" || state === "undeliverable" || state === "dead" || state === "withheld";
