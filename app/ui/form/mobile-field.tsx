import { useT } from "../i18n";
import type { UiKey } from "../messages";
import type { FieldProps } from "./field";
import { TextField } from "./text-field";

/** A mobile number; every usual spelling and both kinds of digits are read on the server. */
export function MobileField({ help, ...props }: FieldProps) {
  const t = useT<UiKey>();
  return (
    <TextField
      {...props}
      type="tel"
      digits
      width="medium"
      autoComplete="tel"
      help={help ?? t("ui.mobile.help")}
    />
  );
}
