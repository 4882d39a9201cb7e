import { useT } from "../i18n";
import type { UiKey } from "../messages";
import type { FieldProps } from "./field";
import { startText } from "./form-context";

/**
 * Nobody sees this field or comes to it by keyboard: a program that fills every field betrays itself. Whoever filled it
 * is answered as everybody is, and nothing of his is kept.
 */
export function DecoyField({ field }: Pick<FieldProps, "field">) {
  const t = useT<UiKey>();
  return (
    <div hidden aria-hidden="true">
      <label>
        {t("ui.form.leave-empty")}
        <input
          type="text"
          name={field.name}
          tabIndex={-1}
          autoComplete="off"
          defaultValue={startText(field)}
        />
      </label>
    </div>
  );
}
