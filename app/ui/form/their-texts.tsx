import { useT } from "../i18n";
import { Notice } from "../notice";
import { Button } from "../button";
import type { UiKey } from "../messages";

export type TheirText = {
  /** Name of the field in the form. */
  name: string;
  label: string;
  /** What somebody else saved, as the field takes it; left out where it stays whatever is saved here. */
  value?: string;
  /** The same as a reader reads it. */
  shown?: string;
};

/** Puts their text into the field, as if it had been typed. */
function take(formId: string, name: string, value: string) {
  const control = document.forms.namedItem(formId)?.elements.namedItem(name);
  if (control instanceof RadioNodeList) control.value = value;
  else if (
    control instanceof HTMLInputElement ||
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement
  ) {
    control.value = value;
    control.dispatchEvent(new Event("input", { bubbles: true }));
    control.focus();
  }
}

/**
 * After a refusal of the second of two editors: what the first saved, beside the form that still holds what the second
 * typed. Nothing of either is lost; saving again is then a choice.
 */
export function TheirTexts({ formId, texts }: { formId: string; texts: readonly TheirText[] }) {
  const t = useT<UiKey>();
  if (texts.length === 0) return null;
  return (
    <Notice kind="saffron" live>
      <p>{t("ui.theirs.help")}</p>
      <dl className="mt-2 flex flex-col gap-2">
        {texts.map(({ name, label, value, shown }) => (
          <div
            key={name}
            className="flex flex-wrap items-start gap-x-3 gap-y-1 border-t border-saffron-line pt-2"
          >
            <dt className="min-w-32 text-ink-2">{label}</dt>
            <dd className="min-w-0 flex-1 basis-48 break-words whitespace-pre-wrap">
              {(shown ?? value) || t("ui.no-record")}
            </dd>
            {value !== undefined && (
              <Button type="button" size="small" onClick={() => take(formId, name, value)}>
                {t("ui.theirs.take")}
              </Button>
            )}
          </div>
        ))}
      </dl>
    </Notice>
  );
}
