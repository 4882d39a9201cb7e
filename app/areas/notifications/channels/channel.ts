import type { Sent, Told } from "../lifecycle";

/** What is handed to a channel. */
export type Outgoing = {
  divisionId: number;
  messageId: string;
  /** The same for every attempt of a round. */
  localId: string;
  to: string;
  subject: string;
  body: string;
  /** Where whoever does not read it right to left would be lost. */
  locale: "fa" | "en";
};

/**
 * A way out. None of its functions throws for what the other side does: what happened is an answer. `ask` and `follow` are
 * missing where nobody can be asked.
 */
export type Carrier = {
  send(message: Outgoing): Promise<Sent>;
  /** Whether a message of which no answer came went out, by the id that we gave it. */
  ask?(localId: string): Promise<Told>;
  /** What became of a message that was accepted, by the other side's number. */
  follow?(remoteId: string): Promise<Told>;
};
