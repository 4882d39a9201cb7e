import { canSeal, keyedHash } from "~/kernel/sealed.server";
import { sha256Hex } from "~/lib/identifiers";

/** Whether this installation can make links: it needs its key. */
export { canSeal as canMakeLinks };

/**
 * The token of an invitation's link: made of the installation's key, so that a reminder and a printed letter carry the same
 * link, and the database alone tells nobody any. A link that is taken back is followed by one of the next turn.
 */
export const linkToken = (divisionId: number, invitationId: string, turn: number): string =>
  keyedHash(`${invitationId} ${turn}`, `invitation link ${divisionId}`);

/** What the database keeps of a link. */
export const linkHash = (divisionId: number, invitationId: string, turn: number): Promise<string> =>
  sha256Hex(linkToken(divisionId, invitationId, turn));
