import { classNames } from "../class-names";
import { CONTROL_LOOK, controlProps, Field, type FieldProps } from "./field";
import { startText, useWrittenDir } from "./form-context";

/**
 * Text of several lines; grows with what is written where the browser can.
 * @param rows lines shown at first.
 * @param autoFocus where somebody has just asked for it.
 */
export function TextArea({
  field,
  label,
  help,
  optional,
  rows = 4,
  maxLength,
  aside,
  autoFocus,
}: FieldProps & { rows?: number; maxLength?: number; aside?: React.ReactNode; autoFocus?: boolean }) {
  const writtenDir = useWrittenDir();
  return (
    <Field field={field} label={label} help={help} optional={optional} aside={aside}>
      <textarea
        {...controlProps({ field, help, optional })}
        key={field.key}
        rows={rows}
        maxLength={maxLength}
        autoFocus={autoFocus}
        defaultValue={startText(field)}
        dir={writtenDir}
        className={classNames(
          CONTROL_LOOK,
          "field-sizing-content max-h-120 min-h-20 resize-y py-2 leading-[1.9]",
        )}
      />
    </Field>
  );
}
