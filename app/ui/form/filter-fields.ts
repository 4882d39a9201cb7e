import type { FieldFace } from "./form-context";

/**
 * Fields of a form of filters, which sends its address and keeps nothing of its own: `of("tier")`. A form that is refused
 * and keeps what was typed takes conform's instead, which cost a page as much as a hundred elements.
 * @param form id of the form.
 * @param values what the fields hold, as the address says it.
 * @param errors what of it was not understood, by field.
 */
export function filterFields<Name extends string>(
  form: string,
  values: Readonly<Partial<Record<Name, string>>>,
  errors: Readonly<Record<string, string[] | null>> = {},
): (name: Name) => FieldFace {
  return (name) => {
    const id = `${form}-${name}`;
    const initialValue = values[name];
    return {
      id,
      name,
      errorId: `${id}-error`,
      descriptionId: `${id}-description`,
      errors: errors[name] ?? undefined,
      initialValue,
      // An uncontrolled control begins anew when the address says something else.
      key: initialValue,
    };
  };
}
