import { Eye, EyeOff } from "lucide-react";
import { useEffect, useState, type ReactNode } from "react";
import { CONTROL_LOOK, controlProps, Field, type FieldProps } from "~/ui/form/field";
import { useT } from "~/ui/i18n";
import { Icon } from "~/ui/icon";
import type { UiKey } from "~/ui/messages";

/** A password: written left to right, never sent back, and shown while its writer wants to see it. */
export function PasswordField({
  field,
  label,
  help,
  aside,
  autoComplete,
}: FieldProps & { aside?: ReactNode; autoComplete: "current-password" | "new-password" }) {
  const t = useT<UiKey>();
  const [isShown, setShown] = useState(false);
  const [hasScript, setHasScript] = useState(false);
  useEffect(() => setHasScript(true), []);
  return (
    <Field field={field} label={label} help={help} aside={aside}>
      <div className="relative">
        <input
          {...controlProps({ field, help })}
          key={field.key}
          type={isShown ? "text" : "password"}
          dir="ltr"
          autoComplete={autoComplete}
          className={`${CONTROL_LOOK} py-1.5 pe-28 rtl:text-right`}
        />
        {hasScript && (
          <button
            type="button"
            aria-pressed={isShown}
            onClick={() => setShown(!isShown)}
            className="absolute inset-y-0 end-1 my-auto inline-flex h-9 items-center gap-2 rounded-field px-2.5 text-meta text-teal"
          >
            <Icon of={isShown ? EyeOff : Eye} />
            <span>{isShown ? t("ui.password.hide") : t("ui.password.show")}</span>
          </button>
        )}
      </div>
    </Field>
  );
}
