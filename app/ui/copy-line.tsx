import { useState } from "react";
import { Button } from "./button";
import { useT } from "./i18n";
import type { UiKey } from "./messages";
import { useReady } from "./use-ready";

/** A line to be handed on (a link, a code): whole to be selected, and with script copied by one press. */
export function CopyLine({ text, label }: { text: string; label: string }) {
  const t = useT<UiKey>();
  const [copied, setCopied] = useState(false);
  // The browser lends the clipboard to secure pages alone.
  const ready = useReady() && window.isSecureContext;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <input
        readOnly
        dir="ltr"
        value={text}
        aria-label={label}
        onFocus={(event) => event.currentTarget.select()}
        className="min-h-10 min-w-0 flex-1 basis-60 rounded-field border border-line-2 bg-sheet px-3 text-cell text-ink"
      />
      {ready && (
        <Button
          type="button"
          icon={copied ? "check" : "copy"}
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          {t(copied ? "ui.copied" : "ui.copy")}
        </Button>
      )}
      <span role="status" className="sr-only">
        {copied ? t("ui.copied") : ""}
      </span>
    </div>
  );
}
