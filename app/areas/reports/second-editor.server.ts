import { Refusal } from "~/kernel/refusal";

/** Texts of a form, by field. */
type Texts = Readonly<Record<string, string>>;

/**
 * What the second of two editors is told, whose save found another revision: nothing where his words stand already, else
 * a `conflict` that carries the words that stand and their revision, so that neither text is lost.
 * @param field the field beside which the message stands; without one it is of the whole form.
 */
export function refuseSecondEditor(own: Texts, standing: Texts, revision: number, field?: string): void {
  if (Object.entries(standing).every(([name, text]) => own[name] === text)) return;
  throw new Refusal("conflict", "refusal.changed", {
    ...(field !== undefined && { field }),
    theirs: { ...standing },
    revision,
  });
}
