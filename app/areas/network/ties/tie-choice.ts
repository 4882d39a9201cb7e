import { TIE_KINDS, type TieKind } from "../../catalogues/choices";

/** What stands at an end of a relationship. */
export type EndKind = "person" | "circle" | "office";
export type End = { kind: EndKind; id: string };

/** The two ends of each kind of relationship, in the direction in which it reads. */
export const ENDS: Record<TieKind, readonly [EndKind, EndKind]> = {
  "tie-person-person": ["person", "person"],
  "tie-person-circle": ["person", "circle"],
  "tie-person-office": ["person", "office"],
  "tie-circle-circle": ["circle", "circle"],
  "tie-circle-office": ["circle", "office"],
};

export const kindOf = (one: EndKind, other: EndKind): TieKind | undefined =>
  TIE_KINDS.find((kind) => ENDS[kind][0] === one && ENDS[kind][1] === other);

/** A type as one end chooses it: the type, and from which of its ends it is read. */
export type TieChoice = { kind: TieKind; code: string; back: boolean };

export const writtenChoice = ({ kind, code, back }: TieChoice): string =>
  `${kind}.${code}.${back ? "back" : "forth"}`;

export function readChoice(written: string): TieChoice | undefined {
  const [, name, code, way] = /^([a-z-]{1,40})\.([a-z0-9-]{1,60})\.(forth|back)$/.exec(written) ?? [];
  const kind = TIE_KINDS.find((one) => one === name);
  return kind && code ? { kind, code, back: way === "back" } : undefined;
}

/** Which end somebody who makes this choice still has to name; undefined where it does not begin with `here`. */
export function askedEnd(choice: TieChoice, here: EndKind): EndKind | undefined {
  const [one, other] = ENDS[choice.kind];
  if (choice.back) return other === here ? one : undefined;
  return one === here ? other : undefined;
}

type Type = { kind: string; code: string; faBack: string | null; enBack: string | null };

/** What may be chosen at an end of this kind; a type that reads alike from both ends is one choice between equals. */
export function choicesAt(here: EndKind, types: readonly Type[]): TieChoice[] {
  return types.flatMap(({ kind: name, code, faBack, enBack }) => {
    const kind = TIE_KINDS.find((one) => one === name);
    if (!kind) return [];
    const [one, other] = ENDS[kind];
    const readsAlike = faBack === null && enBack === null;
    return [
      ...(one === here ? [{ kind, code, back: false }] : []),
      ...(other === here && !(one === here && readsAlike) ? [{ kind, code, back: true }] : []),
    ];
  });
}
