import { useRouteLoaderData } from "@remix-run/react";
import { useState } from "react";
import { CopyText } from "~/ui/copy-text";
import { useLocale, useT } from "~/ui/i18n";
import type { NetworkKey } from "../../messages";

const KINDS = ["greeting", "invitation", "thanks"] as const;
type Kind = (typeof KINDS)[number];

/** What the frame of every page of a place knows of its reader: he signs the text. */
type Frame = { name: string; title: { fa: string; en: string } };

/** A prepared text to be copied into a messenger; nothing is sent from here. `name` is left out for many people. */
export function PreparedText({ name, start }: { name?: string; start: Kind }) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const frame = useRouteLoaderData<() => Frame>("routes/_app.$place");
  const [kind, setKind] = useState<Kind>(start);
  return (
    <details className="rounded-card border border-line-2 bg-sheet px-4 py-1">
      <summary className="flex min-h-11 cursor-pointer items-center text-second text-teal">
        {t("network.text.title")}
      </summary>
      <div className="flex flex-col gap-3 pt-2 pb-4">
        <div className="flex flex-wrap gap-2" role="group" aria-label={t("network.text.title")}>
          {KINDS.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={kind === one}
              onClick={() => setKind(one)}
              className={
                "inline-flex min-h-8 items-center rounded-pill border px-3 text-second max-sm:min-h-11 " +
                (kind === one
                  ? "border-teal-line bg-teal-tint font-[550] text-teal-deep"
                  : "border-line-2 bg-sheet text-ink hover:border-edge")
              }
            >
              {t(`network.text.kind.${one}`)}
            </button>
          ))}
        </div>
        <CopyText
          label={t(`network.text.kind.${kind}`)}
          help={t("network.text.help")}
          text={t(`network.text.${kind}`, {
            name: name ?? t("network.text.everybody"),
            sender: frame?.name ?? "",
            post: frame?.title[locale] ?? "",
          })}
        />
      </div>
    </details>
  );
}
