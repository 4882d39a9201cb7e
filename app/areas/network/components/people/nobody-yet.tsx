import { EmptyState } from "~/ui/empty-state";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { NetworkKey } from "../../messages";

/** A county whose network has nobody yet, with the first step for whoever may take it. */
export function NobodyYet({ base, mayRegister }: { base: string; mayRegister: boolean }) {
  const t = useT<NetworkKey>();
  return (
    <EmptyState
      title={t("network.empty.title")}
      actions={
        mayRegister && (
          <>
            <LinkButton to={`${base}/people/new`} icon="user-plus">
              {t("network.add-person")}
            </LinkButton>
            <LinkButton to={`${base}/import`} icon="file-up">
              {t("network.import")}
            </LinkButton>
          </>
        )
      }
    >
      {t("network.empty.text")}
    </EmptyState>
  );
}
