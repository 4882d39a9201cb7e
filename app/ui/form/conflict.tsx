import { Notice } from "../notice";
import { useT } from "../i18n";
import type { UiKey } from "../messages";
import { labelOf, type Labels } from "./form-context";

/**
 * Two people changed one record: what the other saved stands here, one's own is still in the fields below.
 * Nothing is lost either way; sending again keeps what the fields then hold.
 */
export function Conflict({ theirs, labels }: { theirs: Readonly<Record<string, string>>; labels: Labels }) {
  const t = useT<UiKey>();
  return (
    <div className="mb-5">
      <Notice kind="saffron" title={t("ui.conflict.title")}>
        <p>{t("ui.conflict.explain")}</p>
        <dl className="mt-2 flex flex-col gap-2">
          {Object.entries(theirs).map(([name, text]) => (
            <div key={name}>
              <dt className="text-meta font-[550] text-ink-2">{labelOf(labels, name) ?? name}</dt>
              <dd className="rounded-field border border-line-2 bg-sheet px-3 py-1.5 whitespace-pre-wrap text-ink">
                {text}
              </dd>
            </div>
          ))}
        </dl>
      </Notice>
    </div>
  );
}
