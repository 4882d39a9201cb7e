/** The two fields of a narrative. */
export type Written = { text: string; blankReason: string };

/** Message keys by field; those of none of the two fields under the empty name. */
export type Errors = Partial<Record<keyof Written | "", string[]>>;

/** What the server answered to a save. */
export type SaveAnswer =
  | { kind: "saved"; revision: number; savedAt: string }
  | { kind: "conflict"; theirs: Written; revision: number }
  | { kind: "refused"; errors: Errors };

/**
 * - clean: what stands in the fields is saved
 * - changed: a pause in typing will save it
 * - sending: an answer is awaited; typing goes on
 * - lost: no answer came; it is tried again, and the words are kept on the device
 * - conflict: somebody else saved before; both texts are shown until the writer chooses
 * - refused: the words are not taken as they are
 */
export type Phase = "clean" | "changed" | "sending" | "lost" | "conflict" | "refused";

export type Autosave = {
  phase: Phase;
  written: Written;
  /** What the last save carried. */
  sent: Written;
  revision: number;
  savedAt: string | null;
  theirs: Written | null;
  errors: Errors;
};

export type AutosaveEvent =
  | { type: "typed"; written: Written }
  | { type: "send" }
  | { type: "answered"; answer: SaveAnswer }
  | { type: "lost" }
  | { type: "take-theirs" }
  | { type: "keep-mine" };

/**
 * How a page begins: with what is saved, or with what was typed and the answer that the page itself came as (a save
 * without script).
 */
export function begin(written: Written, revision: number, answer?: SaveAnswer): Autosave {
  const start: Autosave = {
    phase: "clean",
    written,
    sent: written,
    revision,
    savedAt: null,
    theirs: null,
    errors: {},
  };
  return answer ? answered(start, answer) : start;
}

const isSame = (one: Written, other: Written) =>
  one.text === other.text && one.blankReason === other.blankReason;

function answered(state: Autosave, answer: SaveAnswer): Autosave {
  switch (answer.kind) {
    case "saved":
      return {
        ...state,
        phase: isSame(state.written, state.sent) ? "clean" : "changed",
        revision: answer.revision,
        savedAt: answer.savedAt,
        theirs: null,
        errors: {},
      };
    case "conflict":
      return { ...state, phase: "conflict", theirs: answer.theirs, revision: answer.revision };
    case "refused":
      return { ...state, phase: "refused", errors: answer.errors };
  }
}

/** What follows an event. No event drops words that are not saved. */
export function next(state: Autosave, event: AutosaveEvent): Autosave {
  switch (event.type) {
    case "typed": {
      const stays = state.phase === "sending" || state.phase === "conflict";
      return { ...state, written: event.written, errors: {}, phase: stays ? state.phase : "changed" };
    }
    case "send":
      return state.phase === "changed" || state.phase === "lost"
        ? { ...state, phase: "sending", sent: state.written }
        : state;
    case "answered":
      return state.phase === "sending" ? answered(state, event.answer) : state;
    case "lost":
      return state.phase === "sending" ? { ...state, phase: "lost" } : state;
    case "take-theirs":
      return state.phase === "conflict" && state.theirs
        ? { ...state, phase: "clean", written: state.theirs, sent: state.theirs, theirs: null }
        : state;
    case "keep-mine":
      return state.phase === "conflict" ? { ...state, phase: "changed", theirs: null } : state;
  }
}
