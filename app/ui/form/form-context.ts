import { createContext, useContext } from "react";
import { useErrorText, useLocale, useT } from "../i18n";

/** What a control needs of a field; conform's field metadata fits. */
export type FieldFace = {
  id: string;
  name: string;
  errorId: string;
  descriptionId: string;
  errors?: string[] | undefined;
  initialValue?: unknown;
  key?: string | undefined;
};

/** What the form needs of conform's form metadata. */
export type FormFace = {
  id: string;
  errors?: string[] | undefined;
  allErrors: Record<string, string[]>;
  /** What its fields hold after a refusal. */
  initialValue?: unknown;
  onSubmit: (event: React.FormEvent<HTMLFormElement>) => void;
};

export type Labels = Readonly<Record<string, string>>;

/** Why a command did not take the form, with what fills its sentence and, in a conflict, the other's texts. */
export type RefusalFace = {
  code: string;
  params?: Readonly<Record<string, string | number>> | undefined;
  /** Texts as somebody else has saved them in the meantime, by field. */
  theirs?: Readonly<Record<string, string>> | undefined;
  /** The version that `theirs` stands for. */
  revision?: number | undefined;
};

type FormContext = { labels: Labels; refusal?: RefusalFace | undefined };

const Context = createContext<FormContext>({ labels: {} });

export const FormContextProvider = Context.Provider;

/** Errors of this form as sentences, with the parameters of its refusal. */
export function useFormErrorText(): (error: string) => string {
  const { refusal } = useContext(Context);
  const errorText = useErrorText();
  const t = useT();
  return (error) => (refusal?.params && error === refusal.code ? t(error, refusal.params) : errorText(error));
}

/** `items[2].text` has the label of `items[].text`. */
export function labelOf(labels: Labels, name: string): string | undefined {
  return labels[name] ?? labels[name.replace(/\[\d+\]/g, "[]")];
}

/** The label of a field: given at the control, or in the form's `labels`. */
export function useLabel(name: string, given?: string): string {
  const { labels } = useContext(Context);
  return given ?? labelOf(labels, name) ?? name;
}

/** Persian is written from the right also where the words around it are English; in Persian all is. */
export function useWrittenDir(): "auto" | undefined {
  return useLocale().locale === "fa" ? undefined : "auto";
}

/** The text a control starts with: what was typed before a refused submit, else the default value. */
export function startText(field: FieldFace): string {
  const value = field.initialValue;
  if (Array.isArray(value)) return typeof value[0] === "string" ? value[0] : "";
  return typeof value === "string" ? value : "";
}

/** The values a group of checkboxes or a multiple select starts with. */
export function startTexts(field: FieldFace): string[] {
  const value = field.initialValue;
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}
