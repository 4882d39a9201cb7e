import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { NetworkKey } from "../../messages";
import { KEPT_DAYS } from "../../people-import/states";
import type { ImportDetails } from "../../queries.server/imports";
import { ImportFigures, type Figures } from "./figures";
import { KeptUntil } from "./kept-until";
import { ImportProgress } from "./progress";

/** How far the list is in. */
export function ImportRunning({ list, here }: { list: Figures; here: string }) {
  const t = useT<NetworkKey>();
  const { rowsDone: done, rowsTotal: total } = list;
  return (
    <ImportProgress
      words={t("network.import.progress", { done, total })}
      done={done}
      total={total}
      here={here}
    >
      <ImportFigures list={list} />
      <p className="text-second text-ink-3">{t("network.import.progress.lead")}</p>
    </ImportProgress>
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
