import { useT } from "~/ui/i18n";
import { Num } from "~/ui/num";
import { Stat } from "~/ui/stat";
import type { NetworkKey } from "../../messages";
import type { ImportDetails } from "../../queries.server/imports";

export type Figures = Pick<
  ImportDetails,
  "rowsDone" | "rowsTotal" | "added" | "updated" | "unchanged" | "refused"
>;

/** What has become of the rows so far. */
export function ImportFigures({ list }: { list: Figures }) {
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
