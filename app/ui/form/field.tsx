import type { ReactNode } from "react";
import { useT } from "../i18n";
import { Icon } from "../icon";
import type { UiKey } from "../messages";
import { useFormErrorText, useLabel, type FieldFace } from "./form-context";

/** What every control takes. */
export type FieldProps = {
  /** conform's field: `fields.title`. */
  field: FieldFace;
  /** Above the control; left out, the form's `labels` name it. */
  label?: string;
  /** Under the control, in words that help to fill it. */
  help?: ReactNode;
  /** Says so beside the label. What is not optional is required. */
  optional?: boolean;
};

export type ControlProps = {
  id: string;
  name: string;
  form?: string;
  "aria-invalid"?: true;
  "aria-describedby"?: string;
  "aria-required"?: true;
};

/** Names, roles and descriptions of a control, tied to its help and its error. */
export function controlProps({
  field,
  help,
  optional,
}: Pick<FieldProps, "field" | "help" | "optional">): ControlProps {
  const described = [field.errors?.length ? field.errorId : null, help ? field.descriptionId : null].filter(
    Boolean,
  );
  return {
    id: field.id,
    name: field.name,
    "aria-invalid": field.errors?.length ? true : undefined,
    "aria-describedby": described.join(" ") || undefined,
    "aria-required": optional ? undefined : true,
  };
}

/** The error of a field, beside it. */
export function FieldError({ field }: { field: FieldFace }) {
  const errorText = useFormErrorText();
  if (!field.errors?.length) return null;
  return (
    <p id={field.errorId} className="flex items-start gap-1.5 text-meta font-[550] text-brick">
      <Icon of="circle-alert" size={15} className="mt-0.5" />
      <span>{field.errors.map(errorText).join(" ")}</span>
    </p>
  );
}

/** Help of a field, under it. */
export function FieldHelp({ field, help }: { field: FieldFace; help?: ReactNode }) {
  return help ? (
    <p id={field.descriptionId} className="text-meta text-ink-3">
      {help}
    </p>
  ) : null;
}

/** Label above, control, error, help. Controls of this folder bring it; use it for a control of your own. */
export function Field({
  field,
  label,
  help,
  optional,
  aside,
  children,
}: FieldProps & { aside?: ReactNode; children: ReactNode }) {
  const t = useT<UiKey>();
  const text = useLabel(field.name, label);
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={field.id} className="text-second font-[550]">
          {text}
          {optional && <span className="font-normal text-ink-3"> {t("ui.form.optional")}</span>}
        </label>
        {aside && <span className="text-meta">{aside}</span>}
      </div>
      {children}
      <FieldError field={field} />
      <FieldHelp field={field} help={help} />
    </div>
  );
}

/**
 * A set of radio buttons or checkboxes under one legend.
 * @param oneOf true for radio buttons, which are right or wrong together.
 */
export function FieldSet({
  field,
  label,
  help,
  optional,
  oneOf = false,
  children,
}: FieldProps & { oneOf?: boolean; children: ReactNode }) {
  const t = useT<UiKey>();
  const text = useLabel(field.name, label);
  const described = [field.errors?.length ? field.errorId : null, help ? field.descriptionId : null].filter(
    Boolean,
  );
  return (
    <fieldset
      id={field.id}
      role={oneOf ? "radiogroup" : undefined}
      aria-invalid={oneOf && field.errors?.length ? true : undefined}
      aria-describedby={described.join(" ") || undefined}
      className="min-w-0"
    >
      <legend className="mb-1.5 text-second font-[550]">
        {text}
        {optional && <span className="font-normal text-ink-3"> {t("ui.form.optional")}</span>}
      </legend>
      <div className="flex flex-col gap-1.5">
        {children}
        <FieldError field={field} />
        <FieldHelp field={field} help={help} />
      </div>
    </fieldset>
  );
}

/** The look of a box one writes in or chooses from (`repeated.css`). */
export const CONTROL_LOOK = "control";
