/** Why a command says no. Everything else that is thrown is a bug. */
export type RefusalKind = "invalid" | "forbidden" | "missing" | "conflict";

type Details = {
  params?: Record<string, string | number>;
  /** The form field beside which the message stands. */
  field?: string;
  /** What somebody else saved meanwhile, by field: the screen shows both texts. */
  theirs?: Record<string, string>;
  /** Revision that `theirs` carries: saving again over it is then a choice. */
  revision?: number;
  /** The form that asked it is offered no more: see `tooLate`. */
  isTooLate?: true;
};

/** A refusal is a value with a kind; its code is a key of the message catalogue. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(
    readonly kind: RefusalKind,
    readonly code: string,
    readonly details: Details = {},
  ) {
    super(`${kind}: ${code}`);
  }
}

/**
 * What can be asked no more, and whose page leads elsewhere by now: somebody was first, or its time is over. The sentence
 * gets a page of its own, with what was typed and what stands there instead. Where the page itself stays and only its form
 * is gone, a plain `conflict` does: the frame says it at the head of the page, in the same shape (`ui/form/kept-words`).
 */
export const tooLate = (code: string, { theirs }: Pick<Details, "theirs"> = {}): Refusal =>
  new Refusal("conflict", code, { isTooLate: true, ...(theirs && { theirs }) });

/** HTTP status of each kind of refusal. */
export const STATUS_OF: Record<RefusalKind, number> = {
  invalid: 422,
  forbidden: 403,
  missing: 404,
  conflict: 409,
};
