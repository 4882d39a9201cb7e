import { forwardRef, type MouseEvent } from "react";
import { useT } from "../i18n";
import { Icon } from "../icon";
import type { UiKey } from "../messages";
import { labelOf, useFormErrorText, type FormFace, type Labels } from "./form-context";

/** conform names the form itself by the empty text. */
const WHOLE_FORM = "";

/** Takes the reader into the field; without script the address of the link does the same by scrolling. */
function goTo(event: MouseEvent<HTMLAnchorElement>, formId: string, name: string) {
  const control = document.forms.namedItem(formId)?.elements.namedItem(name);
  const target = control instanceof RadioNodeList ? control[0] : control;
  if (!(target instanceof HTMLElement)) return;
  event.preventDefault();
  target.focus();
  target.scrollIntoView({ block: "center" });
}

/**
 * On top of a refused form: what happened, what was kept, and a link to each field to mend. What the form has no label
 * for is no field that anybody sees: its error is a sentence of the whole form.
 */
export const ErrorSummary = forwardRef<HTMLDivElement, { form: FormFace; labels: Labels }>(
  function ErrorSummary({ form, labels }, ref) {
    const t = useT<UiKey>();
    const errorText = useFormErrorText();
    const found = Object.entries(form.allErrors).filter(([, errors]) => errors.length > 0);
    const fields = found.flatMap(([name]) => {
      const label = name === WHOLE_FORM ? undefined : labelOf(labels, name);
      return label === undefined ? [] : [{ name, label }];
    });
    const shown = new Set(fields.map(({ name }) => name));
    const whole = [...new Set(found.flatMap(([name, errors]) => (shown.has(name) ? [] : errors)))];
    if (fields.length === 0 && whole.length === 0) return null;

    return (
      <div
        ref={ref}
        id={`${form.id}--errors`}
        role="alert"
        tabIndex={-1}
        className="mb-5 rounded-field border border-s-4 border-brick-line border-s-brick bg-brick-tint px-4 py-3"
      >
        <p className="flex items-start gap-2 text-item text-brick">
          <Icon of="circle-alert" className="mt-1" />
          <span>{whole[0] ? errorText(whole[0]) : t("ui.form.mend", { count: fields.length })}</span>
        </p>
        {whole.slice(1).map((error) => (
          <p key={error} className="text-second text-ink">
            {errorText(error)}
          </p>
        ))}
        <p className="text-second text-ink">{t("ui.form.kept")}</p>
        {fields.length > 0 && (
          <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-second">
            {fields.map(({ name, label }) => (
              <li key={name}>
                <a
                  href={`#${form.id}-${name}`}
                  onClick={(event) => goTo(event, form.id, name)}
                  className="inline-block min-h-6 text-brick underline underline-offset-4"
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    );
  },
);
