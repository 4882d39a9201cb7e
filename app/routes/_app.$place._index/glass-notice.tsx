import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import type { DeskKey } from "./messages";

/** That the province reads, or read in these days, the county's people's files: who, why, and where all of it stands. */
export function GlassNotice({
  grant,
  home,
}: {
  grant: { id: string; openedByName: string; reason: string; isOpen: boolean };
  home: string;
}) {
  const t = useT<DeskKey>();
  return (
    <div className="mb-4">
      <Notice
        kind={grant.isOpen ? "saffron" : "info"}
        icon="eye"
        title={t(grant.isOpen ? "desk.glass.open" : "desk.glass.was", { name: grant.openedByName })}
        action={<LinkButton to={`${home}/glass/seen/${grant.id}`}>{t("desk.glass.see")}</LinkButton>}
      >
        <bdi className="line-clamp-3">{grant.reason}</bdi>
      </Notice>
    </div>
  );
}
