import { useT } from "../i18n";
import type { UiKey } from "../messages";

export const MAIN_ID = "main";

/** The first stop of the keyboard: over the furniture, to the page itself. */
export function SkipLink() {
  const t = useT<UiKey>();
  return (
    <a
      href={`#${MAIN_ID}`}
      className="sr-only z-50 rounded-field bg-teal px-4 py-2 text-on-teal focus:not-sr-only focus:fixed focus:start-4 focus:top-2"
    >
      {t("ui.frame.skip")}
    </a>
  );
}
