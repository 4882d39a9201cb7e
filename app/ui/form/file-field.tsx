import { CONTROL_LOOK, controlProps, Field, type FieldProps } from "./field";
import { classNames } from "../class-names";

/**
 * A file or several; the form needs `files`.
 * @param accept kinds, as in HTML: `image/*,.pdf`.
 */
export function FileField({
  field,
  label,
  help,
  optional,
  accept,
  multiple,
}: FieldProps & { accept?: string; multiple?: boolean }) {
  return (
    <Field field={field} label={label} help={help} optional={optional}>
      <input
        {...controlProps({ field, help, optional })}
        key={field.key}
        type="file"
        accept={accept}
        multiple={multiple}
        className={classNames(
          CONTROL_LOOK,
          "py-1.5 text-second file:me-3 file:rounded-chip file:border file:border-solid file:border-line-2 file:bg-paper file:px-3 file:py-1 file:text-ink",
        )}
      />
    </Field>
  );
}
