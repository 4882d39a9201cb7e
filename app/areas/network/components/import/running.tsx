import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Num } from "~/ui/num";
import { ProgressBar } from "~/ui/progress-bar";
import { Stat } from "~/ui/stat";
import type { NetworkKey } from "../../messages";
import type { ImportDetails } from "../../queries.server/imports";

const LOOK_MS = 1500;

type Figures = Pick<ImportDetails, "rowsDone" | "rowsTotal" | "added" | "updated" | "unchanged" | "refused">;

/** What has become of the rows so far. */
function ImportFigures({ list }: { list: Figures }) {
  const t = useT<NetworkKey>();
  return (
    <div className="flex flex-wrap gap-x-10 gap-y-4">
      {(["added", "updated", "unchanged", "refused"] as const).map((kind) => (
        <Stat
          key={kind}
          figure={<Num value={list[kind]} />}
          label={t(`network.import.${kind}`)}
          tone={kind === "refused" && list.refused > 0 ? "brick" : undefined}
        />
      ))}
    </div>
  );
}

/** How far the list is in; the page looks again by itself, or at a press where there is no script. */
export function ImportRunning({ list, here }: { list: Figures; here: string }) {
  const t = useT<NetworkKey>();
  const { revalidate, state } = useRevalidator();
  const look = useRef(() => {});
  useEffect(() => {
    look.current = () => {
      if (state === "idle" && document.visibilityState === "visible") revalidate();
    };
  }, [revalidate, state]);
  useEffect(() => {
    const timer = setInterval(() => look.current(), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  const words = t("network.import.progress", { done: list.rowsDone, total: list.rowsTotal });
  return (
    <div className="flex max-w-160 flex-col gap-5">
      <div>
        <p className="mb-2 text-item" role="status">
          {words}
        </p>
        <ProgressBar ratio={list.rowsDone / Math.max(1, list.rowsTotal)} label={words} />
      </div>
      <ImportFigures list={list} />
      <p className="text-second text-ink-3">{t("network.import.progress.lead")}</p>
      <div>
        <LinkButton to={here} size="small">
          {t("network.import.refresh")}
        </LinkButton>
      </div>
    </div>
  );
}

/** What came of a list. */
export function ImportDone({ list, here, base }: { list: Figures; here: string; base: string }) {
  const t = useT<NetworkKey>();
  return (
    <div className="flex max-w-160 flex-col gap-5">
      <ImportFigures list={list} />
      {list.refused > 0 && <p className="text-second text-ink-2">{t("network.import.refused.lead")}</p>}
      <div className="flex flex-wrap gap-2">
        {list.refused > 0 && (
          <LinkButton to={`${here}/refused`} icon="file-down" document>
            {t("network.import.refused-file")}
          </LinkButton>
        )}
        <LinkButton to={`${base}?view=name`} kind={list.refused > 0 ? "secondary" : "primary"} icon="users">
          {t("network.import.to-people")}
        </LinkButton>
        <LinkButton to={`${base}/import`} kind="quiet">
          {t("network.import.other-file")}
        </LinkButton>
      </div>
    </div>
  );
}
