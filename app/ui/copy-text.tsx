import { useId, useRef, useState } from "react";
import { Button } from "./button";
import { CONTROL_LOOK } from "./form/field";
import { classNames } from "./class-names";
import { useT } from "./i18n";
import type { UiKey } from "./messages";
import { useReady } from "./use-ready";

/** A text to be changed, copied and sent elsewhere: it belongs to no form. Without script it is selected by hand. */
export function CopyText({ text, label, help }: { text: string; label: string; help?: string }) {
  const t = useT<UiKey>();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState(false);
  // The browser lends the clipboard to secure pages alone.
  const ready = useReady() && window.isSecureContext;
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-second font-[550]">
        {label}
      </label>
      <textarea
        id={id}
        ref={area}
        key={text}
        rows={4}
        defaultValue={text}
        aria-describedby={help ? `${id}-help` : undefined}
        onInput={() => setCopied(false)}
        className={classNames(
          CONTROL_LOOK,
          "field-sizing-content max-h-80 min-h-20 resize-y py-2 leading-[1.9]",
        )}
      />
      {help && (
        <p id={`${id}-help`} className="text-meta text-ink-3">
          {help}
        </p>
      )}
      {ready && (
        <div>
          <Button
            type="button"
            icon={copied ? "check" : "copy"}
            onClick={() =>
              void navigator.clipboard.writeText(area.current?.value ?? text).then(() => setCopied(true))
            }
          >
            {t(copied ? "ui.copied" : "ui.copy")}
          </Button>
        </div>
      )}
      <span role="status" className="sr-only">
        {copied ? t("ui.copied") : ""}
      </span>
    </div>
  );
}
