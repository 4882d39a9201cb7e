import { classNames } from "../class-names";
import { useLocale } from "../i18n";
import { localDigits } from "../numbers";
import { CONTROL_LOOK, controlProps, Field, type FieldProps } from "./field";
import { startText, useWrittenDir } from "./form-context";

/**
 * One line of text. Figures (`digits`, `letterNumber`) start in the digits of the locale; what is typed may hold either
 * kind, and the schema keeps Latin ones.
 * @param code true for codes, addresses, usernames and passwords: written left to right, with the digits they have.
 * @param letterNumber true for the number of a letter or an order (`letterNumber` of the fields): left to right.
 * @param digits brings up the number keyboard on a phone.
 * @param suggestions words offered while one types; others are taken as well.
 * @param width "short" for a few characters, "medium" for a name, else the whole column.
 */
export function TextField({
  field,
  label,
  help,
  optional,
  type = "text",
  code = false,
  letterNumber = false,
  digits = false,
  width = "full",
  autoComplete,
  maxLength,
  autoFocus,
  aside,
  suggestions = [],
}: FieldProps & {
  type?: "text" | "email" | "tel" | "password" | "url";
  code?: boolean;
  letterNumber?: boolean;
  digits?: boolean;
  width?: "full" | "medium" | "short";
  autoComplete?: string;
  maxLength?: number;
  autoFocus?: boolean;
  aside?: React.ReactNode;
  suggestions?: readonly string[];
}) {
  const writtenDir = useWrittenDir();
  const { locale } = useLocale();
  const fromTheLeft = code || letterNumber || type !== "text";
  const start = startText(field);
  return (
    <Field field={field} label={label} help={help} optional={optional} aside={aside}>
      <input
        {...controlProps({ field, help, optional })}
        key={field.key}
        type={type}
        defaultValue={
          type === "password" ? undefined : digits || letterNumber ? localDigits(start, locale) : start
        }
        dir={fromTheLeft ? "ltr" : digits ? undefined : writtenDir}
        inputMode={digits ? "numeric" : undefined}
        autoComplete={autoComplete ?? "off"}
        maxLength={maxLength}
        autoFocus={autoFocus}
        list={suggestions.length > 0 ? `${field.id}-list` : undefined}
        className={classNames(
          CONTROL_LOOK,
          "py-1.5",
          fromTheLeft && "rtl:text-right",
          width === "medium" && "sm:max-w-90",
          width === "short" && "sm:max-w-40",
        )}
      />
      {suggestions.length > 0 && (
        <datalist id={`${field.id}-list`}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </Field>
  );
}
