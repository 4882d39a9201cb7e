import { useState } from "react";
import { classNames } from "../class-names";
import { useT } from "../i18n";
import { Icon } from "../icon";
import type { UiKey } from "../messages";
import { CONTROL_LOOK, controlProps, Field, type FieldProps } from "./field";
import { useReady } from "../use-ready";

/**
 * A password: never filled in again after an error, and can be shown where there is script.
 * @param autoComplete "new-password" where one is chosen, so that the browser offers to make and keep it.
 */
export function PasswordField({
  field,
  label,
  help,
  optional,
  autoComplete = "current-password",
  aside,
}: FieldProps & { autoComplete?: "current-password" | "new-password"; aside?: React.ReactNode }) {
  const t = useT<UiKey>();
  const [shown, setShown] = useState(false);
  const ready = useReady();
  return (
    <Field field={field} label={label} help={help} optional={optional} aside={aside}>
      <div className="relative">
        <input
          {...controlProps({ field, help, optional })}
          key={field.key}
          type={shown ? "text" : "password"}
          dir="ltr"
          autoComplete={autoComplete}
          className={classNames(CONTROL_LOOK, "py-1.5 rtl:text-right", ready && "rtl:pl-28 ltr:pr-28")}
        />
        {ready && (
          <button
            type="button"
            aria-pressed={shown}
            onClick={() => setShown((now) => !now)}
            className="absolute inset-y-0 end-0 inline-flex items-center gap-1.5 rounded-field px-3 text-meta text-teal"
          >
            <Icon of={shown ? "eye-off" : "eye"} size={15} />
            <span>{shown ? t("ui.password.hide") : t("ui.password.show")}</span>
          </button>
        )}
      </div>
    </Field>
  );
}
