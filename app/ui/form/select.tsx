import { classNames } from "../class-names";
import { useT } from "../i18n";
import { Icon } from "../icon";
import type { UiKey } from "../messages";
import { CONTROL_LOOK, controlProps, Field, type FieldProps } from "./field";
import { startText } from "./form-context";

export type Option = {
  value: string;
  label: string;
  /** Options of one group stand together under its name. */
  group?: string;
  disabled?: boolean;
};

/** Options in their order, those of one group together. */
export function OptionList({ options }: { options: readonly Option[] }) {
  const groups = [...new Set(options.map((option) => option.group))];
  return (
    <>
      {groups.map((group) => {
        const own = options
          .filter((option) => option.group === group)
          .map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ));
        return group === undefined ? (
          own
        ) : (
          <optgroup key={group} label={group}>
            {own}
          </optgroup>
        );
      })}
    </>
  );
}

/**
 * A choice from a list of the browser's own.
 * @param empty the words of "nothing chosen"; false leaves it out (a choice is made already).
 */
export function Select({
  field,
  label,
  help,
  optional,
  options,
  empty,
  width = "full",
}: FieldProps & { options: readonly Option[]; empty?: string | false; width?: "full" | "medium" | "short" }) {
  const t = useT<UiKey>();
  return (
    <Field field={field} label={label} help={help} optional={optional}>
      <div
        className={classNames(
          "relative",
          width === "medium" && "sm:max-w-90",
          width === "short" && "sm:max-w-40",
        )}
      >
        <select
          {...controlProps({ field, help, optional })}
          key={field.key}
          defaultValue={startText(field)}
          className={classNames(CONTROL_LOOK, "appearance-none py-1.5 pe-9")}
        >
          {empty !== false && <option value="">{empty ?? t("ui.form.choose")}</option>}
          <OptionList options={options} />
        </select>
        <Icon of="chevron-down" className="pointer-events-none absolute inset-y-0 end-3 my-auto text-ink-3" />
      </div>
    </Field>
  );
}
