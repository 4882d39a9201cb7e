import { controlProps, FieldError, FieldHelp, type FieldProps } from "./field";
import { startText, useLabel } from "./form-context";

export const CHECK_LOOK = "size-4.5 shrink-0 accent-teal";

/**
 * A yes on its own line: sends `on` when ticked.
 * @param value what is sent instead of `on`.
 */
export function Checkbox({
  field,
  label,
  help,
  value = "on",
}: Omit<FieldProps, "optional"> & { value?: string }) {
  const text = useLabel(field.name, label);
  return (
    <div className="flex flex-col gap-1">
      <label className="flex min-h-9 items-center gap-2.5 text-body max-sm:min-h-11">
        <input
          {...controlProps({ field, help, optional: true })}
          key={field.key}
          type="checkbox"
          value={value}
          defaultChecked={startText(field) === value}
          className={CHECK_LOOK}
        />
        <span className="min-w-0 wrap-anywhere">{text}</span>
      </label>
      <FieldError field={field} />
      <FieldHelp field={field} help={help} />
    </div>
  );
}
