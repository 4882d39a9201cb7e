import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { ProgressBar } from "~/ui/progress-bar";
import { useLookAgain } from "~/ui/use-look-again";
import type { NetworkKey } from "../../messages";
import { KEPT_DAYS } from "../../people-import/states";
import type { ImportDetails } from "../../queries.server/imports";
import { ImportFigures, type Figures } from "./figures";
import { KeptUntil } from "./kept-until";

/** How far the list is in; the page looks again by itself, or at a press where there is no script. */
export function ImportRunning({ list, here }: { list: Figures; here: string }) {
  const t = useT<NetworkKey>();
  useLookAgain();
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
export function ImportDone({
  list,
  here,
  base,
}: {
  list: Figures & Pick<ImportDetails, "refusedKeptUntil">;
  here: string;
  base: string;
}) {
  const t = useT<NetworkKey>();
  const isKept = list.refusedKeptUntil !== null;
  return (
    <div className="flex max-w-160 flex-col gap-5">
      <ImportFigures list={list} />
      {list.refused > 0 && list.refusedKeptUntil && (
        <p className="text-second text-ink-2">
          {t("network.import.refused.lead")}{" "}
          <KeptUntil word="network.import.refused.until" until={list.refusedKeptUntil} />
        </p>
      )}
      {list.refused > 0 && !isKept && (
        <p className="text-second text-ink-3">
          {t("network.import.refused.swept", { days: KEPT_DAYS.refused })}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {list.refused > 0 && isKept && (
          <LinkButton to={`${here}/refused`} icon="file-down" document>
            {t("network.import.refused-file")}
          </LinkButton>
        )}
        <LinkButton
          to={`${base}?view=name`}
          kind={list.refused > 0 && isKept ? "secondary" : "primary"}
          icon="users"
        >
          {t("network.import.to-people")}
        </LinkButton>
        <LinkButton to={`${base}/import`} kind="quiet">
          {t("network.import.other-file")}
        </LinkButton>
      </div>
    </div>
  );
}
