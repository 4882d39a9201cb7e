import { toLatinDigits } from "~/lib/digits";
import { Notice } from "../notice";
import { useT } from "../i18n";
import type { UiKey } from "../messages";
import { labelOf, type Labels } from "./form-context";

const isTyped = (typed: unknown): typed is Readonly<Record<string, unknown>> =>
  typeof typed === "object" && typed !== null;

/** A browser sends the lines of a text area with its own line ends; digits may be typed in either kind. */
const plain = (text: string) => toLatinDigits(text).replaceAll("\r\n", "\n").trim();

/**
 * Two people changed one record: what the other saved stands here, one's own is still in the fields below.
 * Nothing is lost either way; sending again keeps what the fields then hold.
 */
export function Conflict({
  theirs,
  typed,
  labels,
}: {
  theirs: Readonly<Record<string, string>>;
  /** What the fields hold: of what is the same in both, nothing is said. */
  typed: unknown;
  labels: Labels;
}) {
  const t = useT<UiKey>();
  const same = (name: string, text: string) =>
    isTyped(typed) && (name in typed || text === "") && plain(String(typed[name] ?? "")) === plain(text);
  const all = Object.entries(theirs);
  const differing = all.filter(([name, text]) => !same(name, text));
  return (
    <div className="mb-5">
      <Notice kind="saffron" title={t("ui.conflict.title")}>
        <p>{t("ui.conflict.explain")}</p>
        <dl className="mt-2 flex flex-col gap-2">
          {(differing.length > 0 ? differing : all).map(([name, text]) => (
            <div key={name}>
              <dt className="text-meta font-[550] text-ink-2">{labelOf(labels, name) ?? name}</dt>
              <dd className="min-h-9 rounded-field border border-line-2 bg-sheet px-3 py-1.5 whitespace-pre-wrap text-ink">
                <bdi>{text}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      </Notice>
    </div>
  );
}
