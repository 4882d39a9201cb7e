import { createContext, useContext } from "react";

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
  onSubmit: (event: React.FormEvent<HTMLFormElement>) => void;
};

export type Labels = Readonly<Record<string, string>>;

const LabelsContext = createContext<Labels>({});

export const LabelsProvider = LabelsContext.Provider;

/** `items[2].text` has the label of `items[].text`. */
export function labelOf(labels: Labels, name: string): string | undefined {
  return labels[name] ?? labels[name.replace(/\[\d+\]/g, "[]")];
}

/** The label of a field: given at the control, or in the form's `labels`. */
export function useLabel(name: string, given?: string): string {
  const labels = useContext(LabelsContext);
  return given ?? labelOf(labels, name) ?? name;
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
